// How every screen is built: its address, its output folder and the oldest browser it must run in.
// Runs in Node while building; nothing here reaches a screen.
import vue from '@vitejs/plugin-vue';
import { defineConfig, type UserConfig } from 'vite';

/** Five-year-old Chromium: smart TVs and Android pads in halls are rarely newer, and rarely updated. */
const OLDEST_BROWSER = 'chrome94';

/** The Vite configuration of the screen served under `/<name>/`. */
export function screenConfig(name: string): UserConfig {
  return defineConfig({
    base: `/${name}/`,
    plugins: [vue()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: OLDEST_BROWSER,
      cssTarget: OLDEST_BROWSER,
      // The font's slices must stay files: inlined, every page would carry them all.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
    },
  });
}

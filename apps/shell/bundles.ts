// How the shell is built: two files, each whole in itself. CommonJS, because a sandboxed preload can be nothing else and because
// Electron must be told of the scheme before it is ready. Everything but Electron, Node and the printers' native cables is inside.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

const room = import.meta.dirname;
/** Cables with native parts lie beside the program (stage.ts); what escpos would ask for when it draws pictures is never called. */
export const cables = ['koffi', 'serialport'] as const;
const outside = ['electron', ...cables, 'qr-image', 'get-pixels', ...builtinModules, /^node:/u];

const bundle = (name: 'main' | 'preload', entry: string, outDir: string): InlineConfig => ({
  configFile: false, root: room, logLevel: 'warn', publicDir: false,
  // Of Node, so that a library chooses its form without a DOM.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true, outDir, emptyOutDir: false, target: 'node22', minify: false, sourcemap: false,
    rollupOptions: { input: { [name]: join(room, entry) }, external: outside, output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
  },
});

/** Writes main.cjs and preload.cjs into that folder. */
export async function buildBundles(outDir: string): Promise<void> {
  await build(bundle('main', 'src/main/main.ts', outDir));
  await build(bundle('preload', 'src/preload.ts', outDir));
}

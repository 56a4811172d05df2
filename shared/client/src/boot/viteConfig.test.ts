// Holds the two promises every screen's address rests on.
import { expect, test } from 'vitest';
import { screenConfig } from './viteConfig.ts';

test('a screen is built for its own address', () => {
  expect(screenConfig('kiosk').base).toBe('/kiosk/');
});

test('font slices stay files', () => {
  expect(screenConfig('kiosk').build?.assetsInlineLimit).toBe(0);
});

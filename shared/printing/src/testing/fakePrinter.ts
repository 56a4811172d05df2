// A fake ESC/POS printer as a program: `node shared/printing/src/testing/fakePrinter.ts --port 9100 --fault paperOut`.
// Listens on loopback, writes every slip to a folder as bytes and picture. `--pty` gives a device file instead. While it runs, a fault
// typed as a line takes its place (`none` mends it).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadGlyphFont } from '../glyphs/glyphFont.ts';
import { pngOf } from '../glyphs/png.ts';
import { isProfileId, profiles } from '../profiles.ts';
import { listenOnTcp, openPty } from './fakeCables.ts';
import { FakeEngine, fakeFaults, isFakeFault } from './fakeEngine.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9100' }, pty: { type: 'boolean', default: false }, fault: { type: 'string', default: 'none' },
    profile: { type: 'string', default: 'paper80' }, folder: { type: 'string', default: 'test-results/slips' }, slow: { type: 'string', default: '50' },
  },
});
const { fault, profile } = values;
if (!isFakeFault(fault)) throw new Error(`no fault ${fault}; there are ${fakeFaults.join(', ')}`);
if (!isProfileId(profile)) throw new Error(`no profile ${profile}; there are ${Object.keys(profiles).join(', ')}`);

const engine = new FakeEngine({ dots: profiles[profile].dots, font: loadGlyphFont(), fault, slowMs: Number(values.slow) });
mkdirSync(values.folder, { recursive: true });
let written = 0;
engine.onPiece = () => {
  const nth = engine.pieces.length;
  const piece = engine.pieces[nth - 1];
  if (piece === undefined) return;
  const name = join(values.folder, `printed-${String(nth).padStart(4, '0')}`);
  writeFileSync(`${name}.png`, pngOf(piece));
  const all = Buffer.concat(engine.received);
  writeFileSync(`${name}.bin`, all.subarray(written));
  written = all.length;
  console.log(`slip ${nth}: ${name}.png`);
};
if (values.pty) {
  const { path, stop } = await openPty(engine);
  console.log(`a printer of ${profile} at ${path}, fault: ${fault}`);
  process.once('SIGINT', () => { void stop().then(() => process.exit(0)); });
} else {
  const { port, stop } = await listenOnTcp(engine, Number(values.port));
  console.log(`a printer of ${profile} at 127.0.0.1:${port}, fault: ${fault}`);
  process.once('SIGINT', () => { void stop().then(() => process.exit(0)); });
}
createInterface(process.stdin).on('line', (line) => {
  const next = line.trim();
  if (isFakeFault(next)) engine.fault = next;
  console.log(isFakeFault(next) ? `fault: ${next}` : `no fault ${next}; there are ${fakeFaults.join(', ')}`);
});

// The whole program, started on a pretend Electron with a pretend time.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram } from '../main/program.ts';
import { fakeElectron, type FakeElectron, type FakeWindow } from './fakeElectron.ts';
import { fakeSurroundings, type FakeTime } from './fakeTime.ts';
import { tempFolder } from './tempFolder.ts';

export const server = 'http://127.0.0.1:4180';

export interface Started extends FakeTime { readonly electron: FakeElectron; readonly window: FakeWindow; readonly data: string; readonly said: () => string }

export async function start({ words = [`--server=${server}`], place, before }: { words?: readonly string[]; place?: object; before?: (electron: FakeElectron, data: string) => void } = {}): Promise<Started> {
  const data = join(tempFolder(), 'hall-shell');
  mkdirSync(data);
  const folder = tempFolder();
  mkdirSync(join(folder, 'pages/kiosk'), { recursive: true });
  writeFileSync(join(folder, 'pages/kiosk/index.html'), '<!doctype html>取号');
  if (place !== undefined) writeFileSync(join(data, 'place.json'), JSON.stringify(place));
  const electron = fakeElectron(data);
  before?.(electron, data);
  const time = fakeSurroundings(folder, words);
  startProgram(electron.parts, time.surroundings);
  await Promise.resolve();
  await new Promise((resolve) => { setImmediate(resolve); });
  const [window] = electron.windows;
  return { electron, data, ...time, window: window as FakeWindow, said: () => (existsSync(join(data, 'shell.log')) ? readFileSync(join(data, 'shell.log'), 'utf8') : '') };
}

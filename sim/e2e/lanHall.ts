// A hall as it runs on a LAN: `hall serve` of a folder that `hall init` made, at an address of this machine that is not the
// trial's. It ends with the test that asked for it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const hallCommand = join(import.meta.dirname, '../../server/src/cli/hall.ts');

/** Where that hall's doors are, as it tells when it is open; throws with what it said if it ends before. */
export async function serveLan(name: string, data: string): Promise<string> {
  const server = spawn(process.execPath, [hallCommand, 'serve', '--host', name, '--name', name, '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    const gone = new Promise((resolve) => { server.once('exit', resolve); });
    server.kill('SIGTERM');
    await gone;
  });
  return new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /The hall is open: +(\S+)\//u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', (code) => { reject(new Error(`ended with ${code}: ${said}`)); });
  });
}

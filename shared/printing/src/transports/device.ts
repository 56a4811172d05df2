// The device file of a USB printer (/dev/usb/lp0) or any character device. It is opened without blocking: a write to a printer
// without paper would otherwise hold one of Node's few threads until somebody brings a roll.
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { LineFault, type Transport } from '../printer/line.ts';
import { byteLine, type ByteCable } from './byteLine.ts';

/** Between two tries when the device takes or gives nothing. */
const tryAgainMs = 4;
const piece = 4_096;

export const deviceTransport = (path: string): Transport => ({
  name: path,
  async open() {
    try {
      // A pipe opened both ways would give us our own bytes for answers.
      const way = (await stat(path)).isFIFO() ? constants.O_WRONLY : constants.O_RDWR;
      return byteLine(cableOf(await open(path, way | constants.O_NONBLOCK | constants.O_NOCTTY), way === constants.O_RDWR));
    } catch (error) {
      throw new LineFault('unreachable', error instanceof Error ? error.message : String(error));
    }
  },
});

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EBUSY');

function cableOf(file: FileHandle, answers: boolean): ByteCable {
  let isOpen = true;
  let fault: LineFault | null = null;
  let tellLost: (fault: LineFault) => void = () => undefined;
  let reading: Promise<void> = Promise.resolve();
  const lose = (error: unknown): void => {
    if (fault !== null || !isOpen) return;
    fault = new LineFault('cutOff', error instanceof Error ? error.message : 'the device is gone');
    tellLost(fault);
  };
  async function readOn(listener: (bytes: Uint8Array) => void): Promise<void> {
    const buffer = Buffer.alloc(64);
    while (isOpen && fault === null) {
      try {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        if (bytesRead > 0) listener(Uint8Array.from(buffer.subarray(0, bytesRead)));
        // usblp gives nothing rather than EAGAIN while the printer has nothing to say.
        else await sleep(tryAgainMs);
      } catch (error) {
        if (isBusy(error)) await sleep(tryAgainMs);
        else lose(error);
      }
    }
  }
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await reading;
    await file.close();
  };
  return {
    async write(bytes, withinMs) {
      const until = performance.now() + withinMs;
      for (let at = 0; at < bytes.length;) {
        if (fault !== null) throw fault;
        try {
          at += (await file.write(bytes, at, Math.min(piece, bytes.length - at))).bytesWritten;
        } catch (error) {
          if (!isBusy(error)) throw new LineFault('cutOff', error instanceof Error ? error.message : String(error));
          if (performance.now() >= until) throw new LineFault('slow', 'the device takes no more bytes');
          await sleep(tryAgainMs);
        }
      }
    },
    onBytes: (listener) => { if (answers) reading = readOn(listener); },
    onLost: (listener) => { tellLost = listener; },
    close,
    abort: () => { close().catch(lose); },
  };
}

// The machine's reader of ID cards, if the shell has one behind a bridge; in a browser only readers that type are heard.
import { onScopeDispose } from 'vue';
import { machineHere } from '@hall/client/machine/machineHere';
import type { Reading } from './kioskPages.ts';
import { followReader } from './readers/bridge.ts';
import { readingOf } from './readers/reading.ts';
import { afterMs } from './useKeys.ts';

export function useReader(read: (reading: Reading) => void): void {
  const { cardRead } = machineHere();
  if (cardRead === null) return;
  const stop = followReader(async () => {
    const told = await cardRead();
    if (told.kind === 'none') stop();
    if (told.kind === 'away') throw new Error('the reader is away');
    return told.kind === 'card' ? told.text : null;
  }, (text) => { read(readingOf(text)); }, afterMs);
  onScopeDispose(stop);
}

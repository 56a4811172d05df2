// The machine's screen stays on and the machine awake, whatever its power plan says.
import type { PowerSaveBlocker } from 'electron';

export function stayAwake(blocker: Pick<PowerSaveBlocker, 'start'>): void {
  blocker.start('prevent-display-sleep');
}

// One line about how the hall stands, for the terminal.
import type { Hall } from '@hall/core/domain/hall';
import { dayTally, ticketsIn, waitingTotal } from '@hall/core/domain/questions';

export function summaryOf(minuteOfDay: number, hall: Readonly<Hall>): string {
  const { issued, served, missed, cancelled, rated } = dayTally(hall);
  const counters = [...hall.counters.values()];
  const count = (state: string): number => counters.filter((counter) => counter.state === state).length;
  const time = `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(Math.floor(minuteOfDay % 60)).padStart(2, '0')}`;
  return [
    time,
    `waiting ${waitingTotal(hall)}, called ${ticketsIn(hall, 'called').length}, serving ${ticketsIn(hall, 'serving').length}`,
    `counters open ${count('open')}, paused ${count('paused')}`,
    `today: issued ${issued}, served ${served}, missed ${missed}, cancelled ${cancelled}, rated ${rated}`,
  ].join(' | ');
}

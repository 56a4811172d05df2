// Law 10: once the network has healed, all screens agree with the server within bounded steps, and nobody still waits
// for the answer to an order.
import { isDayOpen } from '@hall/core/domain/questions';
import type { Screen } from '../screens.ts';
import type { SimServer } from '../simServer.ts';
import type { FaultBook } from './faultBook.ts';

/** Events a screen may be behind while work goes on: what is on its way. */
const onTheWay = 40;

export function checkAgreement(book: FaultBook, { hall }: SimServer, screens: readonly Screen[], { working }: { readonly working: boolean }): void {
  if (hall === null) {
    book.report('law 10', 'no server runs');
    return;
  }
  for (const { name, status, hall: own, waiting } of screens) {
    if (status.kind !== 'live') book.report('law 10', `${name} is ${status.kind}`);
    const behind = hall.seq - own.seq;
    if (behind < 0 || behind > (working ? onTheWay : 0)) book.report('law 10', `${name} stands at ${own.seq}, the server at ${hall.seq}`);
    if (!working && waiting > 0) book.report('law 10', `${name} still waits for ${waiting} answers`);
  }
  if (!working && isDayOpen(hall)) book.report('law 11', `the day ${hall.day?.date} could not be closed`);
}

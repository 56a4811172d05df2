// Serving: start, finish, and finish together with the next call (rules T1, T4, C2).
import { accept, fact, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { Hall } from '../hall.ts';
import type { RecordId } from '../ids.ts';
import { finishOf } from './finish.ts';
import { nextCall, ticketAtCounter } from './call.ts';

/** The visitor has arrived: a service record begins. */
export function startService(hall: Readonly<Hall>, data: CommandData<'startService'>): Decision {
  const called = ticketAtCounter(hall, data, 'called');
  if (called.found === null) return called.refusal;
  const recordId = `${hall.epoch}.${hall.seq + 1}` as RecordId;
  return accept(fact('serviceStarted', { ticketId: data.ticketId, counterId: data.counterId, recordId }));
}

/** The service is over; the pad may ask for a rating of its record. */
export function finishService(hall: Readonly<Hall>, data: CommandData<'finishService'>, { now }: Context): Decision {
  const serving = ticketAtCounter(hall, data, 'serving');
  if (serving.found === null) return serving.refusal;
  const finish = finishOf(hall, serving.found, data.services, now);
  return finish.found === null ? finish.refusal : accept(finish.found);
}

/** One press for both. The finish holds even if nobody can be called: paused, nobody waiting, too soon (C2). */
export function finishAndCallNext(hall: Readonly<Hall>, data: CommandData<'finishAndCallNext'>, context: Context): Decision {
  const serving = ticketAtCounter(hall, data, 'serving');
  if (serving.found === null) return serving.refusal;
  const finished = finishService(hall, data, context);
  if (!finished.accepted) return finished;
  const next = serving.found.state.state === 'open' ? nextCall(hall, serving.found, context.now) : null;
  return next?.accepted === true ? accept(...finished.events, ...next.events) : finished;
}

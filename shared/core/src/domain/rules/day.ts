// The business day and the journal's own life (rules N3, T3, H7, J9).
import { accept, fact, refuse, type Context, type Decision } from '../decision.ts';
import type { CommandData } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import type { Hall } from '../hall.ts';
import { noShowFacts } from './noShows.ts';
import { planAdopted } from './planChange.ts';
import { must } from '../../base/assert.ts';

/** First event of a journal; a journal belongs to one hall for ever (J8). */
export function openJournal(hall: Readonly<Hall>, data: CommandData<'openJournal'>): Decision {
  return hall.seq > 0 ? refuse('journalAlreadyOpen', {}) : accept(fact('journalOpened', data));
}

/** After a restore: answers of the old life are dropped and numbers go on at a kept range (J9). */
export function startEpoch(hall: Readonly<Hall>, data: CommandData<'startEpoch'>): Decision {
  return data.epoch <= hall.epoch ? refuse('epochNotNewer', { epoch: hall.epoch }) : accept(fact('epochStarted', data));
}

/** Opens a later day, or the same day again when it was closed too early: then its numbers go on. */
export function openDay(hall: Readonly<Hall>, { date }: CommandData<'openDay'>): Decision {
  if (hall.plan === null) return refuse('noPlan', {});
  const { day } = hall;
  if (day !== null && day.closedAt === null) return refuse('dayAlreadyOpen', { date: day.date });
  if (day !== null && date < day.date) return refuse('dayInPast', { last: day.date });
  const { nextPlan } = hall.staff;
  const again = day?.date === date;
  const opened = fact('dayOpened', { date, again });
  // A day that is opened again is still the day before the change.
  return nextPlan === null || again ? accept(opened) : accept(planAdopted(hall.plan, nextPlan.plan), opened);
}

/** Ends every open ticket (T3), closes and frees every counter, then the day. */
export function closeDay(hall: Readonly<Hall>, { date }: CommandData<'closeDay'>, { now }: Context): Decision {
  const { day } = hall;
  if (day === null || day.closedAt !== null) return refuse('dayNotOpen', {});
  if (day.date !== date) return refuse('otherDayOpen', { date: day.date });
  const ends: NewEvent[] = [];
  for (const { id, state, counterId, recordId } of hall.tickets.values()) {
    if (state === 'waiting' || state === 'called' || state === 'missed' || state === 'parked') ends.push(fact('ticketExpired', { ticketId: id, from: state }));
    if (state === 'serving') {
      ends.push(fact('serviceFinished', {
        ticketId: id, counterId: must(counterId, 'counter of a served ticket'), recordId: must(recordId, 'record of a served ticket'), outcome: 'endedByDay', finished: [],
      }));
    }
  }
  for (const { id: counterId, state, signedIn } of hall.counters.values()) {
    if (state !== 'closed') ends.push(fact('counterClosed', { counterId }));
    if (signedIn) ends.push(fact('counterSignedOut', { counterId }));
  }
  return append([...ends, ...noShowFacts(hall, date, now)], fact('dayClosed', { date }));
}

function append(events: readonly NewEvent[], last: NewEvent): Decision {
  const [first, ...more] = [...events, last];
  return accept(must(first, 'an event of the day close'), ...more);
}

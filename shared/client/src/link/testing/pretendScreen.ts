// A screen for the tests of the link: the link itself, the wire and timers in a test's hands, and a real hall to hear of.
import { redactEvent } from '@hall/core/domain/redact';
import { publicSnapshot, staffSnapshot } from '@hall/core/domain/snapshot';
import { given, type Scenario } from '@hall/core/domain/testing/hallSpec';
import type { PersonId } from '@hall/core/domain/ids';
import { issue } from '@hall/core/domain/testing/orders';
import type { Welcome } from '@hall/core/protocol/messages';
import { createLink, type SessionToken } from '../link.ts';
import { pretendTimers, pretendWire } from './pretendWire.ts';

/** A screen with its link, and a server that says only what a test says. `at`: where it stands to begin with; `session`: a screen where people sign in. */
export function pretendScreen(scenario: Scenario = given(issue('SA')), session?: SessionToken) {
  const wire = pretendWire();
  const timers = pretendTimers();
  const errands: string[] = [];
  const link = createLink({ wire, credential: 'mine', ...(session === undefined ? {} : { session }), now: timers.now, timers, onErrand: (errand) => { errands.push(errand); } });
  const told: unknown[] = [];
  link.onChange((events) => { told.push(events === null ? 'all' : events.map(({ seq }) => seq)); });
  const at = scenario.hall.seq;
  const life = () => ({ journalId: scenario.hall.journalId, epoch: scenario.hall.epoch });
  const welcome = (resume?: Welcome['resume']): void => wire.toScreen().welcome({
    protocol: 1, ...life(), seq: scenario.hall.seq, at: scenario.now(), you: { role: 'display', place: 'hall', personId: null, isLocked: false, mustSignIn: false },
    resume: resume ?? { kind: 'snapshot', snapshot: publicSnapshot(scenario.hall) },
  });
  /** As a staff screen is welcomed: `personId` null, nobody is signed in there. */
  const welcomeStaff = (personId: PersonId | null, resume?: Welcome['resume']): void => wire.toScreen().welcome({
    protocol: 1, ...life(), seq: scenario.hall.seq, at: scenario.now(), you: { role: 'counter', place: '1', personId, isLocked: false, mustSignIn: personId === null },
    resume: resume ?? { kind: 'snapshot', snapshot: (personId === null ? publicSnapshot : staffSnapshot)(scenario.hall) },
  });
  const pulse = (): void => wire.toScreen().pulse({ ...life(), seq: scenario.hall.seq, at: scenario.now() });
  const batch = (from: number): void => wire.toScreen().events({
    ...life(), from, to: scenario.hall.seq, at: scenario.now(), events: scenario.events.slice(from - 1).map(redactEvent),
  });
  return { wire, timers, link, told, errands, welcome, welcomeStaff, pulse, batch, scenario, at };
}

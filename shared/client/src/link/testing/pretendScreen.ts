// A screen for the tests of the link: the link itself, the wire and timers in a test's hands, and a real hall to hear of.
import { redactEvent } from '@hall/core/domain/redact';
import { publicSnapshot } from '@hall/core/domain/snapshot';
import { given, type Scenario } from '@hall/core/domain/testing/hallSpec';
import { issue } from '@hall/core/domain/testing/orders';
import type { Welcome } from '@hall/core/protocol/messages';
import { createLink } from '../link.ts';
import { pretendTimers, pretendWire } from './pretendWire.ts';

/** A screen with its link, and a server that says only what a test says. Four events have happened unless told. */
export function pretendScreen(scenario: Scenario = given(issue('SA'))) {
  const wire = pretendWire();
  const timers = pretendTimers();
  const link = createLink({ wire, credential: 'mine', now: timers.now, timers });
  const told: unknown[] = [];
  link.onChange((events) => { told.push(events === null ? 'all' : events.map(({ seq }) => seq)); });
  const life = () => ({ journalId: scenario.hall.journalId, epoch: scenario.hall.epoch });
  const welcome = (resume?: Welcome['resume']): void => wire.toScreen().welcome({
    protocol: 1, ...life(), seq: scenario.hall.seq, at: scenario.now(), you: { role: 'display', place: 'hall' },
    resume: resume ?? { kind: 'snapshot', snapshot: publicSnapshot(scenario.hall) },
  });
  const pulse = (): void => wire.toScreen().pulse({ ...life(), seq: scenario.hall.seq, at: scenario.now() });
  const batch = (from: number): void => wire.toScreen().events({
    ...life(), from, to: scenario.hall.seq, at: scenario.now(), events: scenario.events.slice(from - 1).map(redactEvent),
  });
  return { wire, timers, link, told, welcome, pulse, batch, scenario };
}

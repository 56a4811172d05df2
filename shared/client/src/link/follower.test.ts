// A follower against the real rules: whatever is cut, repeated or lost, it is the hall of the server, redacted (laws 2 and 7).
import { describe, expect, test } from 'vitest';
import { seededRandom } from '@hall/core/base/random';
import type { HallEvent } from '@hall/core/domain/events';
import { redactEvent } from '@hall/core/domain/redact';
import { publicSnapshot } from '@hall/core/domain/snapshot';
import { given, givenPlan, today, type Scenario } from '@hall/core/domain/testing/hallSpec';
import { issue, next, open, restored, signIn } from '@hall/core/domain/testing/orders';
import { randomOrder, randomWait } from '@hall/core/domain/testing/randomOrders';
import { smallPlan } from '@hall/core/domain/testing/smallPlan';
import type { Batch, Welcome } from '@hall/core/protocol/messages';
import { createFollower, type Follower } from './follower.ts';

const lifeOf = ({ hall: { journalId, epoch } }: Scenario) => ({ journalId, epoch });
function welcomeOf(scenario: Scenario, resume?: Welcome['resume']): Welcome {
  const { hall } = scenario;
  return { protocol: 1, ...lifeOf(scenario), seq: hall.seq, at: scenario.now(), you: { role: 'display', place: 'hall', personId: null, isLocked: false, mustSignIn: false }, resume: resume ?? { kind: 'snapshot', snapshot: publicSnapshot(hall) } };
}
/** Events `from` to `to` as the server would send them. */
function batchOf(scenario: Scenario, from: number, to: number): Batch {
  return { ...lifeOf(scenario), from, to, at: scenario.now(), events: scenario.events.slice(from - 1, to).map(redactEvent) };
}
const seqs = (events: readonly HallEvent[] | 'gap' | 'otherSession' | null): unknown => (Array.isArray(events) ? events.map(({ seq }) => seq) : events);
const welcomed = (scenario: Scenario): Follower => {
  const follower = createFollower();
  follower.welcome(welcomeOf(scenario));
  return follower;
};
const hallOf3 = () => given(signIn('1', '1001'), open('1'), issue('SA'));
/** Where it stands. */
const at = hallOf3().hall.seq;

test('law 2 at its first visit a follower has nothing and asks for everything', () => {
  const follower = createFollower();
  expect(follower.position(null)).toEqual({ journalId: null, epoch: null, seq: null });
  const scenario = hallOf3();
  expect(follower.welcome(welcomeOf(scenario))).toBeNull();
  expect(follower.position(null)).toEqual({ ...lifeOf(scenario), seq: at });
});

test('law 7 each event is taken once and in order, also when a batch is repeated or overlaps', () => {
  const scenario = hallOf3();
  const follower = welcomed(scenario);
  scenario.and(issue('SA'), issue('SB'), issue('SC'));
  expect(seqs(follower.batch(batchOf(scenario, at + 1, at + 2)))).toEqual([at + 1, at + 2]);
  expect(seqs(follower.batch(batchOf(scenario, at + 1, at + 2)))).toEqual([]);
  expect(seqs(follower.batch(batchOf(scenario, at + 2, at + 3)))).toEqual([at + 3]);
  expect(publicSnapshot(follower.hall)).toBe(publicSnapshot(scenario.hall));
});

test('law 2 given a batch was lost, then nothing after it is taken: there is a gap', () => {
  const scenario = hallOf3();
  const follower = welcomed(scenario);
  scenario.and(issue('SA'), issue('SB'));
  expect(follower.batch(batchOf(scenario, at + 2, at + 2))).toBe('gap');
  expect(follower.hall.seq).toBe(at);
  expect(seqs(follower.welcome(welcomeOf(scenario, { kind: 'events', events: scenario.events.slice(at).map(redactEvent) })))).toEqual([at + 1, at + 2]);
});

test('law 7 a resume that repeats what is known tells only what is new', () => {
  const scenario = hallOf3();
  const follower = welcomed(scenario);
  scenario.and(issue('SA'));
  expect(seqs(follower.welcome(welcomeOf(scenario, { kind: 'events', events: scenario.events.slice(2).map(redactEvent) })))).toEqual([at + 1]);
});

test('J9 a batch of another journal or epoch is never folded', () => {
  const scenario = hallOf3();
  const follower = welcomed(scenario);
  scenario.and(issue('SA'));
  expect(follower.batch({ ...batchOf(scenario, at + 1, at + 1), epoch: 2 })).toBe('gap');
  expect(follower.batch({ ...batchOf(scenario, at + 1, at + 1), journalId: '33333333-3333-4333-8333-333333333333' })).toBe('gap');
  expect(follower.hall.seq).toBe(at);
});

test('J9 given a restore, then the snapshot of the new epoch replaces everything, also when it is older', () => {
  const follower = welcomed(hallOf3().and(issue('SA'), next('1'), issue('SA')));
  const older = given(signIn('1', '1001')).and(restored(2, today, { A: 600 }));
  expect(follower.isApart({ ...lifeOf(older), seq: older.hall.seq, at: 0 })).toBe(true);
  expect(follower.welcome(welcomeOf(older))).toBeNull();
  expect(publicSnapshot(follower.hall)).toBe(publicSnapshot(older.hall));
});

test('law 10 a pulse tells a follower whether it stands where the server stands', () => {
  const scenario = hallOf3();
  const follower = welcomed(scenario);
  const pulse = { ...lifeOf(scenario), at: 0 };
  expect([at - 1, at, at + 1].map((seq) => follower.isApart({ ...pulse, seq }))).toEqual([true, false, true]);
});

describe.each([1, 2, 3, 4, 5, 6])('law 2 over a bad line, seed %i', (seed) => {
  test('a follower that reopens at every gap ends up with the redacted hall of the server', () => {
    const random = seededRandom(seed);
    const plan = smallPlan();
    const scenario = givenPlan(plan);
    const follower = welcomed(scenario);
    const told: number[] = [];
    let gaps = 0;
    for (let nth = 0; nth < 300; nth += 1) {
      const before = scenario.events.length;
      scenario.and(randomWait(random, scenario.hall, scenario.now())).when(randomOrder(scenario.hall, plan, scenario.now(), random));
      if (scenario.events.length === before || random.chance(0.15)) continue;
      const from = random.chance(0.1) ? Math.max(1, before - 2) : before + 1;
      const events = follower.batch(batchOf(scenario, from, scenario.events.length));
      if (events !== 'gap') {
        told.push(...events.map(({ seq }) => seq));
        continue;
      }
      gaps += 1;
      const sameLife = follower.hall.epoch === scenario.hall.epoch;
      const resume: Welcome['resume'] | undefined = sameLife && random.chance(0.7) ? { kind: 'events', events: scenario.events.slice(follower.hall.seq).map(redactEvent) } : undefined;
      const taken = follower.welcome(welcomeOf(scenario, resume));
      told.push(...(Array.isArray(taken) ? (taken as HallEvent[]) : []).map(({ seq }) => seq));
      expect(publicSnapshot(follower.hall)).toBe(publicSnapshot(scenario.hall));
    }
    follower.welcome(welcomeOf(scenario));
    expect(publicSnapshot(follower.hall)).toBe(publicSnapshot(scenario.hall));
    expect(gaps).toBeGreaterThan(2);
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  });
});

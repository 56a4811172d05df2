// A full look: a reason first, a minute of sight, and then nothing of it is left.
import { expect, test } from 'vitest';
import type { ReasonId, VisitorId } from '@hall/core/domain/ids';
import type { Answered, HallRequest } from '../session/hallRequest.ts';
import { createFullLook, type Look } from './fullLook.ts';

const person = { name: '张三丰年', phone: '13800001234', idNumber: null };
const visitorId = 'a'.repeat(32) as VisitorId;
const refused = { code: 'notYourRight', zh: '没有权限', en: 'no right' };

function looking(answer: Answered<unknown> | Promise<Answered<unknown>>) {
  const sent: unknown[] = [];
  const clock = { at: 0 };
  let tick: (() => void) | null = null;
  const full = createFullLook({
    visitorId, now: () => clock.at,
    request: ((method: string, path: string, body: { body: string }) => { sent.push([method, path, body.body]); return Promise.resolve(answer); }) as unknown as HallRequest,
    everySecond: (run) => { tick = run; return () => { tick = null; }; },
  });
  return { full, sent, isTicking: () => tick !== null, pass(ms: number) { clock.at += ms; tick?.(); } };
}
const see = (full: ReturnType<typeof looking>['full']): Promise<void> => full.see('identity' as ReasonId);
const shown = (look: Look): unknown => (look.kind === 'shown' ? [look.person, look.seconds] : look.kind);

test('V2 given a reason, then it is sent, and everything is shown for sixty seconds and not one more', async () => {
  const { full, sent, pass, isTicking } = looking({ kind: 'told', body: person });
  expect(full.look.value).toEqual({ kind: 'masked' });
  full.ask();
  expect(full.look.value).toEqual({ kind: 'asking', problem: null });
  const seeing = see(full);
  expect(full.look.value.kind).toBe('waiting');
  await seeing;
  expect(sent).toEqual([['POST', `/api/visitors/${visitorId}/look`, '{"reasonId":"identity"}']]);
  expect(shown(full.look.value)).toEqual([person, 60]);
  pass(59_000);
  expect(shown(full.look.value)).toEqual([person, 1]);
  pass(1_000);
  expect([full.look.value, isTicking()]).toEqual([{ kind: 'masked' }, false]);
});

test('V2 given it is hidden before, then it is gone at once and no clock runs', async () => {
  const { full, isTicking } = looking({ kind: 'told', body: person });
  await see(full);
  full.hide();
  expect([full.look.value, isTicking()]).toEqual([{ kind: 'masked' }, false]);
});

test.each([
  ['refused', { kind: 'refused', told: refused, waitMs: 0, body: {} }, refused],
  ['not answered', { kind: 'away' }, 'away'],
] as const)('V2 given the look is %s, then that is told where the reason is asked, and nothing is shown', async (_name, answer, problem) => {
  const { full } = looking(answer);
  await see(full);
  expect(full.look.value).toEqual({ kind: 'asking', problem });
});

test('V2 given it is called off while the server answers, then what comes is not shown', async () => {
  let resolve: (answered: Answered<unknown>) => void = () => undefined;
  const promise = new Promise<Answered<unknown>>((settle) => { resolve = settle; });
  const { full, isTicking } = looking(promise);
  const seeing = see(full);
  full.hide();
  resolve({ kind: 'told', body: person });
  await seeing;
  expect([full.look.value, isTicking()]).toEqual([{ kind: 'masked' }, false]);
});

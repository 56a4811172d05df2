// Every refusal has plain words in every language, with its facts in them.
import { describe, expect, test } from 'vitest';
import { refusalCodes, refusalFacts, type Refusal } from '../domain/refusals.ts';
import { languages } from './language.ts';
import { refusalText } from './refusalText.ts';

/** A value for each field of the facts, by name: what a hall would really say. */
const samples: Readonly<Record<string, unknown>> = {
  faults: ['services[0].queueId: no queue Z', 'timeZone: x is not known'], state: 'called', counterId: '12', number: 'A012', ticketId: '1.7', recordId: '1.9', clerkId: '1001', personId: '1001', lease: { storeId: '0190d3a0-0000-7000-8000-000000000001', place: 'K1', date: '2026-01-05', epoch: 1, blocks: [{ queueId: 'A', prefix: 'A', digits: 3, from: 800, to: 849 }] }, duties: ['clerk', 'guide'], right: 'pick',
  date: '2026-01-05', last: '2026-01-04', serviceId: 'S001', classId: 'elderly', queueId: 'A', reasonId: 'lunch', code: '501', role: 'kiosk', type: 'callNext', place: '12', name: 'x', problem: 'wrong form',
  version: 3, epoch: 1, waitMs: 2_001, maxCalls: 3, calls: 1, needed: 3, bytes: 5_000, limit: 4_096, limitPerSecond: 200, server: 1, client: 2, lifeMs: 10_000, since: 1, quota: 40, span: '09:00–10:00', withinMs: 600_000, opensAt: 1_767_574_800_000,
  startsAt: 1_767_603_600_000, closesAt: 1_767_600_000_000, fromAt: 1_767_574_800_000, from: '09:00', most: 3, appointmentId: '1.5', isSame: true, until: '2026-02-04',
  choices: [{ appointmentId: '1.5', serviceId: 'S001', fromAt: 1_767_574_800_000 }, { appointmentId: '1.6', serviceId: 'S002', fromAt: 1_767_576_600_000 }],
};
function sample(code: Refusal['code']): Refusal {
  const facts = Object.fromEntries(Object.keys(refusalFacts[code].shape).map((name) => [name, samples[name]]));
  return { code, facts: refusalFacts[code].parse(facts) } as Refusal;
}

describe.each(languages)('in %s', (language) => {
  test.each(refusalCodes)('%s has words', (code) => {
    const words = refusalText(sample(code), language);
    expect(words.length).toBeGreaterThan(language === 'zh' ? 5 : 12);
    expect(words).not.toMatch(/undefined|null|NaN|\[object|\$\{/u);
    expect(words).toMatch(language === 'zh' ? /[\u4e00-\u9fff]/u : /^[^\u4e00-\u9fff]+$/u);
  });
});

test('a state is told in words, a wait in whole seconds and never as none', () => {
  expect(refusalText({ code: 'counterNotOpen', facts: { counterId: '1', state: 'paused' } }, 'zh')).toBe('窗口现在是“暂停服务”，请先开放窗口。');
  expect(refusalText({ code: 'wrongState', facts: { number: 'A012', state: 'serving' } }, 'en')).toBe('A012 is being served; this cannot be done now.');
  expect([1, 1_000, 1_001, 4_999].map((waitMs) => refusalText({ code: 'tooSoon', facts: { waitMs } }, 'en'))).toEqual([1, 1, 2, 5].map((s) => `Too soon. Please wait ${s} s.`));
});

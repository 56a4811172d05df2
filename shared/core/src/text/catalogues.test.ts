// Every word of every catalogue: there in each language, in that language, with its facts put in.
import { describe, expect, test } from 'vitest';
import type { CallReason, Rank } from '../domain/events.ts';
import { attachmentTexts } from './attachmentText.ts';
import { auditTexts } from './auditText.ts';
import { managerAuditTexts } from './managerAuditText.ts';
import { managerPeopleTexts } from './managerPeopleText.ts';
import { callReasonTexts } from './callReasonText.ts';
import { commonTexts } from './commonText.ts';
import { counterActionTexts } from './counterActionText.ts';
import { counterListTexts } from './counterListText.ts';
import { counterServiceTexts } from './counterServiceText.ts';
import { counterStartTexts } from './counterStartText.ts';
import { counterTexts } from './counterText.ts';
import { deskAppointmentTexts } from './deskAppointmentText.ts';
import { deskTexts } from './deskText.ts';
import { deskVisitorTexts } from './deskVisitorText.ts';
import { displayTexts } from './displayText.ts';
import { gateTexts } from './gateText.ts';
import { kioskAlsoTexts } from './kioskAlsoText.ts';
import { kioskGiveBackTexts } from './kioskGiveBackText.ts';
import { kioskAloneTexts } from './kioskAloneText.ts';
import { kioskCalmTexts } from './kioskCalmText.ts';
import { kioskCheckInTexts } from './kioskCheckInText.ts';
import { kioskFindTexts } from './kioskFindText.ts';
import { kioskGuideTexts } from './kioskGuideText.ts';
import { kioskModeTexts } from './kioskModeText.ts';
import { kioskPaperTexts } from './kioskPaperText.ts';
import { kioskTexts } from './kioskText.ts';
import { lookTexts } from './lookText.ts';
import { languageNames, languages, languageTags, type Language } from './language.ts';
import { managerAppointmentTexts } from './managerAppointmentText.ts';
import { managerDayTexts } from './managerDayText.ts';
import { managerDefinitions } from './managerDefinitions.ts';
import { managerDeviceTexts } from './managerDeviceText.ts';
import { apiProblemTexts, rowFaultTexts } from './managerImportText.ts';
import { managerOrderTexts } from './managerOrderText.ts';
import { managerPlanTexts } from './managerPlanText.ts';
import { managerTexts } from './managerText.ts';
import { padTexts } from './padText.ts';
import { slipTexts } from './slipText.ts';
import { counterStateTexts, ticketStateTexts } from './stateText.ts';
import { waitTexts } from './waitText.ts';

const catalogues: Readonly<Record<string, Readonly<Record<Language, object>>>> = {
  apiProblemTexts, managerAppointmentTexts, managerDeviceTexts, managerOrderTexts, managerPlanTexts, rowFaultTexts,
  attachmentTexts, auditTexts, lookTexts, managerAuditTexts, managerPeopleTexts, commonTexts, counterActionTexts, counterListTexts, counterServiceTexts, counterStartTexts, counterTexts, deskAppointmentTexts, deskTexts, deskVisitorTexts, displayTexts, gateTexts, kioskAloneTexts, kioskAlsoTexts, kioskCalmTexts, kioskCheckInTexts, kioskFindTexts, kioskGiveBackTexts, kioskGuideTexts, kioskModeTexts, kioskPaperTexts, kioskTexts, managerDayTexts, managerDefinitions, managerTexts, padTexts, slipTexts, counterStateTexts, ticketStateTexts, waitTexts,
};

/** Stands for any fact: a number, a text, or an object of them. */
const anyFact: unknown = new Proxy({}, { get: (_of, key) => (key === Symbol.toPrimitive ? () => 3 : 3) });

function wordsOf(value: unknown, path: string): [path: string, words: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...facts: unknown[]) => unknown)(anyFact, anyFact, anyFact, anyFact, anyFact))]];
  return Object.entries(value as object).flatMap(([key, inner]) => wordsOf(inner, `${path}.${key}`));
}

describe.each(Object.entries(catalogues))('%s', (_name, catalogue) => {
  test.each(languages)('has words for everything in %s, and every fact has its place', (language) => {
    const words = wordsOf(catalogue[language], language);
    expect(words.length).toBeGreaterThan(2);
    expect(words.filter(([, text]) => /undefined|NaN|\[object|\$\{|TODO/u.test(text))).toEqual([]);
  });

  test('has the same words in every language', () => {
    const paths = languages.map((language) => wordsOf(catalogue[language], '').map(([path]) => path).sort());
    for (const other of paths) expect(other).toEqual(paths[0]);
  });

  test('English words hold no Chinese, except the name of the language itself', () => {
    const chinese = wordsOf(catalogue.en, 'en').filter(([, text]) => /[\u4e00-\u9fff]/u.test(text) && text !== languageNames.zh);
    expect(chinese).toEqual([]);
  });
});

test('each language has its own name and tag', () => {
  expect(languages.map((language) => [languageNames[language], languageTags[language]])).toEqual([['中文', 'zh-CN'], ['English', 'en']]);
});

const rules: readonly CallReason['rule'][] = ['pastCeiling', 'greenChannel', 'firstOfRank', 'ordinaryTurn', 'onlyRankWaiting', 'earlyAppointment', 'condition', 'mostCredit', 'picked'];
const ranks: readonly Rank[] = ['green', 'appointment', 'priority', 'ordinary'];

test.each(languages)('C3 every reason of a call has words in %s, helping or not', (language) => {
  const { why, ...plain } = callReasonTexts[language];
  const words = rules.flatMap((rule) => ranks.flatMap((rank) => [true, false].map((helping) => why({ rule, rank, rankedInARow: 2, helping, reasonId: null }, 60))));
  for (const text of [...words, ...wordsOf(plain, '').map(([, word]) => word)]) {
    expect(text).not.toMatch(/undefined|NaN/u);
    expect(text).toMatch(language === 'zh' ? /[\u4e00-\u9fff]/u : /^[^\u4e00-\u9fff]+$/u);
  }
  expect(new Set(words).size).toBeGreaterThanOrEqual(rules.length * 2);
});

// One screen's link to the hall's events: gaps, lost batches, welcomes that come twice or never (laws 2, 7, 10).
import { expect, test } from 'vitest';
import { publicSnapshot } from '@hall/core/domain/snapshot';
import { issue } from '@hall/core/domain/testing/orders';
import { pretendScreen } from './testing/pretendScreen.ts';

test('law 10 a screen behind for two pulses has lost a batch and connects anew; one pulse is no reason', () => {
  const { wire, welcome, pulse, batch, scenario, at } = pretendScreen();
  welcome();
  scenario.and(issue('SA'));
  pulse();
  expect(wire.reopened).toBe(0);
  batch(at + 1);
  pulse();
  scenario.and(issue('SA'));
  pulse();
  expect(wire.reopened).toBe(0);
  pulse();
  expect(wire.reopened).toBe(1);
});

test('law 10 a screen that is connected and was never welcomed connects anew after two pulses', () => {
  const { wire, pulse } = pretendScreen();
  pulse();
  expect(wire.reopened).toBe(0);
  pulse();
  expect(wire.reopened).toBe(1);
});

test('law 7 a second welcome on one connection turns nothing back', () => {
  const { link, welcome, batch, told, scenario, at } = pretendScreen();
  welcome();
  const early = publicSnapshot(scenario.hall);
  scenario.and(issue('SA'));
  batch(at + 1);
  welcome({ kind: 'snapshot', snapshot: early });
  expect([link.hall.seq, told]).toEqual([at + 1, ['all', [at + 1]]]);
});

test('law 2 a gap is not shown: the screen connects anew', () => {
  const { wire, link, welcome, batch, told, scenario, at } = pretendScreen();
  welcome();
  scenario.and(issue('SA'), issue('SA'));
  batch(at + 2);
  expect([wire.reopened, link.hall.seq, told]).toEqual([1, at, ['all']]);
});

test('law 7 a batch that brings nothing new tells nobody', () => {
  const { welcome, batch, told, at } = pretendScreen();
  welcome();
  batch(at - 1);
  expect(told).toEqual(['all']);
});

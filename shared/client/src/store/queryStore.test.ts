// What a screen sees of its questions: the newest counts, and what was shown stays until the next answer.
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test } from 'vitest';
import type { VisitorId } from '@hall/core/domain/ids';
import type { Link } from '../link/link.ts';
import type { Told } from '../link/questions.ts';
import { useHall } from './hallStore.ts';
import { useQuery, type Query } from './queryStore.ts';

let answers: ((told: Told<'findVisitors'>) => void)[];
let query: Query<'findVisitors'>;
const found = (name: string): Told<'findVisitors'> => ({ kind: 'told', result: [{ visitorId: 'a'.repeat(32) as VisitorId, name, phone: null, idNumber: null }] });
const seen = () => ({ waiting: query.waiting.value, names: query.result.value?.map(({ name }) => name) ?? null, refusal: query.refusal.value?.code ?? null, away: query.isAway.value });

beforeEach(() => {
  setActivePinia(createPinia());
  answers = [];
  const link = { ask: () => new Promise((resolve) => { answers.push(resolve); }), onChange: () => () => undefined } as unknown as Link;
  const hall = useHall();
  hall.theLink = () => link;
  query = useQuery('findVisitors');
});

async function answer(nth: number, told: Told<'findVisitors'>): Promise<void> {
  answers[nth]?.(told);
  await Promise.resolve();
  await Promise.resolve();
}

test('given a question, then it waits until it is answered, and an older result stays meanwhile', async () => {
  expect(seen()).toEqual({ waiting: false, names: null, refusal: null, away: false });
  void query.ask({ text: '张' });
  expect(seen().waiting).toBe(true);
  await answer(0, found('张*'));
  expect(seen()).toEqual({ waiting: false, names: ['张*'], refusal: null, away: false });
  void query.ask({ text: '李' });
  expect(seen()).toEqual({ waiting: true, names: ['张*'], refusal: null, away: false });
});

test('given answers that overtake each other, then only that to the newest question is shown', async () => {
  void query.ask({ text: '张' });
  void query.ask({ text: '张三' });
  await answer(1, found('张*三'));
  await answer(0, found('张*'));
  expect(seen()).toEqual({ waiting: false, names: ['张*三'], refusal: null, away: false });
  void query.ask({ text: '李' });
  query.forget();
  await answer(2, found('李*'));
  expect(seen()).toEqual({ waiting: false, names: null, refusal: null, away: false });
});

test('given a refusal or a server that is away, then that is shown in place of a result, and a later answer in its place', async () => {
  void query.ask({ text: '张' });
  await answer(0, { kind: 'refused', refusal: { code: 'tooFast', facts: { limitPerSecond: 200 } } });
  expect(seen()).toEqual({ waiting: false, names: null, refusal: 'tooFast', away: false });
  void query.ask({ text: '张' });
  await answer(1, { kind: 'away' });
  expect(seen()).toEqual({ waiting: false, names: null, refusal: null, away: true });
  void query.ask({ text: '张' });
  await answer(2, found('张*'));
  expect(seen()).toEqual({ waiting: false, names: ['张*'], refusal: null, away: false });
});

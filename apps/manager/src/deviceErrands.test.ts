// What the manager is told of an errand.
import { expect, test } from 'vitest';
import { canPrint, errandTold } from './deviceErrands.ts';

test('an errand that was told, refused, or of which nothing is known are three different things', () => {
  const told = { code: 'deviceAway', zh: '没有连接', en: 'not connected' };
  expect([errandTold({ kind: 'told', body: { told: 1 } }), errandTold({ kind: 'refused', told, faults: [] }), errandTold({ kind: 'away' })]).toEqual([{ step: 'told' }, { step: 'refused', told }, { step: 'away' }]);
});

test('a test print is offered where slips come out', () => {
  expect((['kiosk', 'counter', 'desk', 'display', 'pad', 'manager'] as const).filter((role) => canPrint({ role }))).toEqual(['kiosk', 'desk']);
});

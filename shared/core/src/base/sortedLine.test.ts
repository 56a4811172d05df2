// A line keeps the order a plain sort would give, whatever joins and leaves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinLine, leaveLine, placeOf } from './sortedLine.ts';

interface Person { readonly due: number; readonly born: number }
const order = (a: Person, b: Person): number => a.due - b.due || a.born - b.born;
const people = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }).map((dues) => dues.map((due, born) => ({ due, born })));

test('a line is what a plain sort of the same people is, after every join', () => {
  fc.assert(fc.property(people, (all) => {
    const line: Person[] = [];
    all.forEach((person, nth) => {
      joinLine(line, person, order);
      expect(line).toEqual(all.slice(0, nth + 1).sort(order));
    });
  }), { seed: 1, numRuns: 60 });
});

test('who leaves is gone, everybody else stays in order; who is not there cannot leave', () => {
  fc.assert(fc.property(people, fc.array(fc.nat(70), { maxLength: 60 }), (all, leaving) => {
    const line: Person[] = [];
    for (const person of all) joinLine(line, person, order);
    let expected = [...all].sort(order);
    for (const index of leaving) {
      const person = all[index];
      if (person === undefined) continue;
      expect(leaveLine(line, person, order)).toBe(expected.includes(person));
      expected = expected.filter((one) => one !== person);
      expect(line).toEqual(expected);
    }
  }), { seed: 2, numRuns: 60 });
});

test('the place of anybody is how many stand before, whether they are in the line or not', () => {
  fc.assert(fc.property(people, fc.integer({ min: -1, max: 21 }), (all, due) => {
    const line = [...all].sort(order);
    const somebody = { due, born: 30 };
    expect(placeOf(line, somebody, order)).toBe(line.filter((one) => order(one, somebody) < 0).length);
    line.forEach((one, index) => { expect(placeOf(line, one, order)).toBe(index); });
  }), { seed: 3, numRuns: 100 });
});

test('a twin who stands elsewhere is not taken for the other', () => {
  const one = { due: 1, born: 1 };
  const line = [one];
  expect(leaveLine(line, { due: 1, born: 1 }, order)).toBe(false);
  expect(line).toEqual([one]);
});

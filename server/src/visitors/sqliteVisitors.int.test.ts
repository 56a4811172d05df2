// Who is known by which id, on real files: across orders, days and restarts (T6, V1). All people here are made up.
import type { BusinessDay, VisitorId } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import { expect, test } from 'vitest';
import { folderAt } from '../journal/folder.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { openVisitors } from './sqliteVisitors.ts';
import { foundAtMost, type Visitors } from './visitors.ts';

const monday = '2026-03-02' as BusinessDay;
const tuesday = '2026-03-03' as BusinessDay;
const april = '2026-04-20' as BusinessDay;
const zhang: ToldVisitor = { name: '张三', phone: '13800001234', idNumber: '110000199001010000' };
const only = (part: keyof ToldVisitor, who = zhang): ToldVisitor => ({ name: null, phone: null, idNumber: null, [part]: who[part] });

let nth = 0;
const newOrder = (): string => `order ${nth += 1}`;
interface Store { readonly visitors: Visitors; readonly warned: string[]; again(): Store; is(told: ToldVisitor, day?: BusinessDay): VisitorId }
function storeIn(path: string): Store {
  const warned: string[] = [];
  const visitors = openVisitors(folderAt(path), (_facts, what) => warned.push(what));
  return {
    visitors, warned,
    again() {
      visitors.close();
      return storeIn(path);
    },
    is: (told, day = monday) => visitors.recognise(told, day, newOrder()).visitorId,
  };
}
const newStore = (): Store => storeIn(tempFolder());

test('T6 given somebody known by phone or ID number, then he is the same on the same day, on another day, and after a restart', () => {
  const store = newStore();
  const id = store.is(zhang);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect([store.is(zhang), store.is(only('phone')), store.is(only('idNumber')), store.is(zhang, tuesday)]).toEqual([id, id, id, id]);
  const { visitors, is } = store.again();
  expect([is(only('phone'), tuesday), is(only('idNumber'), april)]).toEqual([id, id]);
  expect(visitors.full(id)).toEqual(zhang);
});

test('T6 given the same told in another writing, then it is the same person', () => {
  const { is } = newStore();
  const id = is(zhang);
  expect([is({ name: null, phone: '+86 138-0000-1234', idNumber: null }), is({ name: null, phone: null, idNumber: '１１００００ 19900101 0000' })]).toEqual([id, id]);
});

test('T6 given other people, then they have other ids, and a name alone makes nobody known', () => {
  const { is } = newStore();
  const ids = [is(zhang), is({ ...zhang, phone: '13800005678', idNumber: '110000199001010019' }), is(only('name')), is(only('name')), is({ name: null, phone: '13800009999', idNumber: null })];
  expect(new Set(ids).size).toBe(5);
});

test('T6 given a person who tells more than before, then it is added; and what an ID card told is not changed by who shows none', () => {
  const { is, visitors } = newStore();
  const id = is(only('phone'));
  expect(is({ name: '张三', phone: '13800001234', idNumber: null })).toBe(id);
  expect(is({ name: null, phone: '13800001234', idNumber: zhang.idNumber })).toBe(id);
  expect(visitors.full(id)).toEqual(zhang);
  expect(is({ name: '章散', phone: '13800001234', idNumber: null })).toBe(id);
  expect(visitors.full(id)).toEqual(zhang);
  expect(is({ name: '张叁', phone: '13900001234', idNumber: zhang.idNumber })).toBe(id);
  expect(visitors.full(id)).toEqual({ name: '张叁', phone: '13900001234', idNumber: zhang.idNumber });
  expect(is({ name: null, phone: '13900001234', idNumber: null })).toBe(id);
});

test('T6 given a phone known as one and an ID number known as another, then the ID number wins and takes the phone along; the other stays', () => {
  const { is, visitors } = newStore();
  const byPhone = is({ name: '李四', phone: '13800001234', idNumber: null });
  const byCard = is({ name: '张三', phone: null, idNumber: zhang.idNumber });
  expect(is(zhang)).toBe(byCard);
  expect(visitors.full(byCard)).toEqual(zhang);
  expect(visitors.full(byPhone)).toEqual({ name: '李四', phone: '13800001234', idNumber: null });
  expect(visitors.find('13800001234')).toEqual([byCard, byPhone]);
});

test('T6 given a phone that several share, then nobody becomes a person with another ID number; a name tells them apart, else the last one counts', () => {
  const { is } = newStore();
  const mother = is({ name: '王五', phone: '13800001234', idNumber: '110000196001010000' });
  const child = is({ name: '赵六', phone: '13800001234', idNumber: '110000199901010000' });
  expect(child).not.toBe(mother);
  expect(is({ name: '王 五', phone: '13800001234', idNumber: null })).toBe(mother);
  expect(is({ name: '赵六', phone: '13800001234', idNumber: null })).toBe(child);
  expect(is(only('phone'))).toBe(child);
});

test('J6 given the retry of an order, then it gets the same id, whatever has happened since', () => {
  const store = newStore();
  const order = newOrder();
  const first = store.visitors.recognise(only('name'), monday, order);
  expect(first.isNew).toBe(true);
  expect(store.visitors.recognise(only('name'), monday, order)).toEqual({ visitorId: first.visitorId, isNew: false });
  const later = store.again();
  expect(later.visitors.recognise(only('name'), tuesday, order).visitorId).toBe(first.visitorId);
  // The phone now leads to somebody else; the retry of the older order still gets who it was then.
  const byPhone = newOrder();
  const { visitorId } = later.visitors.recognise(only('phone'), monday, byPhone);
  later.is({ name: '孙七', phone: null, idNumber: '110000198001010000' });
  const newOwner = later.is({ name: '孙七', phone: '13800001234', idNumber: '110000198001010000' });
  expect(later.is(only('phone'))).toBe(newOwner);
  expect(later.visitors.recognise(only('phone'), tuesday, byPhone).visitorId).toBe(visitorId);
});

test('J6 given the id of an order with another person, then it is somebody else', () => {
  const { visitors } = newStore();
  const order = newOrder();
  const { visitorId } = visitors.recognise(only('name'), monday, order);
  expect(visitors.recognise({ ...only('name'), name: '李四' }, monday, order).visitorId).not.toBe(visitorId);
});

test('V1 given an order that comes to nothing, then who was known by it alone is forgotten, and nobody else; its retry gets the same id', () => {
  const { visitors, is } = newStore();
  const order = newOrder();
  const { visitorId } = visitors.recognise(zhang, monday, order);
  visitors.forgetUnused(visitorId, order);
  expect([visitors.full(visitorId), visitors.find('13800001234')]).toEqual([null, []]);
  expect(visitors.recognise(zhang, monday, order)).toEqual({ visitorId, isNew: true });
  expect(is(zhang)).toBe(visitorId);
  visitors.forgetUnused(visitorId, order);
  expect(visitors.full(visitorId)).toEqual(zhang);
});

test('V2 given people, when one is looked for, then by whole numbers, the end of a phone, or a part of the name, the newest first, over all days', () => {
  const { visitors, is } = newStore();
  const three = is(zhang);
  const four = is({ name: '张小四', phone: '13800005678', idNumber: '11000019900101004X' }, tuesday);
  const john = is({ name: 'John Smith', phone: null, idNumber: 'E123456789' }, tuesday);
  const found = (text: string): VisitorId[] => visitors.find(text);
  expect([found('138 0000 1234'), found('11000019900101004x'), found('1234'), found('５６７８'), found('e123456789')]).toEqual([[three], [four], [three], [four], [john]]);
  expect([found('张'), found('张小'), found('小四'), found('smith'), found('J O H N')]).toEqual([[four, three], [four], [four], [john], [john]]);
  expect([found('0000'), found('1380000'), found('李'), found(' '), found('%'), found('_')]).toEqual([[], [], [], [], [], []]);
  expect(visitors.masked([john, three, 'f'.repeat(32) as VisitorId, john])).toEqual([
    { visitorId: john, name: 'J*** S***', phone: null, idNumber: 'E*****6789' }, { visitorId: three, name: '张*', phone: '138****1234', idNumber: '1*************0000' },
  ]);
});

test('V2 given more than fifty of a name, then the fifty newest are found', () => {
  const { visitors, is } = newStore();
  const ids = Array.from({ length: foundAtMost + 5 }, (_, index) => is({ name: `张${index}`, phone: `1380000${1000 + index}`, idNumber: null }));
  expect(visitors.find('张')).toEqual(ids.slice(5).reverse());
});

test('V1 given somebody who comes again, then he lives on from the last day; booking ahead is a later day, and an earlier visit does not shorten it', () => {
  const { visitors, is } = newStore();
  const id = is(zhang);
  is(zhang, april);
  is(zhang, tuesday);
  visitors.eraseBefore(april);
  expect(visitors.full(id)).toEqual(zhang);
  visitors.eraseBefore('2026-04-21' as BusinessDay);
  expect(visitors.full(id)).toBeNull();
  expect(is(zhang, april)).not.toBe(id);
});

test('V1 given staff who name a known visitor by his id, then he lives on from that day, and nobody else is made up', () => {
  const { visitors, is } = newStore();
  const id = is(zhang);
  visitors.seenAgain(id, tuesday);
  visitors.seenAgain(id, monday);
  visitors.seenAgain('f'.repeat(32) as VisitorId, april);
  visitors.eraseBefore(tuesday);
  expect([visitors.full(id), is(only('phone'), tuesday)]).toEqual([zhang, id]);
  visitors.eraseBefore(april);
  expect([visitors.full(id), visitors.masked(['f'.repeat(32) as VisitorId])]).toEqual([null, []]);
});

test('V1 given one person who is erased, then he is known no more and the others are', () => {
  const { visitors, is } = newStore();
  const id = is(zhang);
  const other = is({ name: '张小四', phone: '13800005678', idNumber: null });
  visitors.erase(id);
  expect([visitors.full(id), visitors.find('张'), visitors.masked([id, other]).length]).toEqual([null, [other], 1]);
  expect(is(zhang)).not.toBe(id);
});

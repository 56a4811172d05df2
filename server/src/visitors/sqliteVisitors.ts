// The side store in SQLite, sealed under a key for each business day (rules V1, T6). Who is who is decided here.
import { randomBytes } from 'node:crypto';
import type { VisitorId } from '@hall/core/domain/ids';
import { maskedVisitor } from '@hall/core/domain/masked';
import { idNumberOf, nameForSearch, phoneOf, writtenAlike, type ToldVisitor } from '@hall/core/domain/visitor';
import type { Folder } from '../journal/folder.ts';
import { openDayKeys, type Warn } from './dayKeys.ts';
import { createErasing } from './erasing.ts';
import { erasedNames } from './erasedNames.ts';
import { fileStore } from './fileStore.ts';
import { markOf, marksOf, phoneEndDigits, seal, toldText, unseal, type MarkKind } from './sealed.ts';
import { textStore } from './textStore.ts';
import { openVisitorRows, type VisitorRow } from './visitorRows.ts';
import { foundAtMost, type Visitors } from './visitors.ts';

/** So many people are read, the newest first, when a part of a name is looked for (about 30 ms): every other order waits meanwhile. */
const namesReadAtMost = 2_000;

/** Throws JournalRefused when the store cannot be used as it is. What cannot be read of it is told by `warn`, once. */
export function openVisitors({ visitors: file, keys: keyFolder, files: fileFolder }: Pick<Folder, 'visitors' | 'keys' | 'files'>, warn: Warn): Visitors {
  const rows = openVisitorRows(file);
  const keys = openDayKeys(keyFolder, warn);
  const names = erasedNames(keyFolder);
  const files = fileStore(fileFolder, rows, keys);
  for (const { day, people } of rows.days()) {
    if (keys.of(day) === null) warn({ day, people }, 'the key of a day is missing: its visitors are unreadable and will not be recognised');
  }

  function read({ id, day, sealed }: VisitorRow): ToldVisitor | null {
    const key = keys.of(day);
    return key === null ? null : unseal(key, { id, day }, sealed);
  }
  const known = (id: VisitorId): ToldVisitor | null => {
    const row = rows.row(id);
    return row === null ? null : read(row);
  };
  /** Who has that mark on any day, the newest first. */
  const marked = (kind: MarkKind, text: string): VisitorRow[] => keys.days()
    .flatMap((day) => { const key = keys.of(day); return key === null ? [] : rows.marked(markOf(key, kind, text)); })
    .sort((a, b) => b.nth - a.nth);

  /** The id this very order got before, if it told the same. */
  function alreadyGiven(orderId: string, person: ToldVisitor): VisitorId | null {
    const order = rows.order(orderId);
    const key = order === null ? null : keys.of(order.day);
    return order !== null && key !== null && markOf(key, 'told', toldText(person)).equals(order.told) ? order.visitorId : null;
  }

  function whoIs(person: ToldVisitor): VisitorId | null {
    const { name, phone, idNumber } = person;
    const [sameDocument] = idNumber === null ? [] : marked('idNumber', idNumber);
    if (sameDocument !== undefined) return sameDocument.id;
    const samePhone = (phone === null ? [] : marked('phone', phone)).flatMap((row) => {
      const other = read(row);
      // A phone that is shared: whoever has another ID number is somebody else.
      return other === null || (idNumber !== null && other.idNumber !== null) ? [] : [{ id: row.id, name: other.name }];
    });
    const namesake = name === null ? undefined : samePhone.find((one) => one.name !== null && nameForSearch(one.name) === nameForSearch(name));
    return (namesake ?? samePhone[0])?.id ?? null;
  }

  const erasing = createErasing({ rows, keys, names, files, warn });
  const back = erasing.holdTo({ visitors: names.all(), days: [] });
  if (back > 0) warn({ people: back }, 'visitors who had been erased were in the store again, as in an older copy of it; they are erased once more');

  return {
    recognise(told, today, orderId) {
      const person = writtenAlike(told);
      const given = alreadyGiven(orderId, person);
      const id = given ?? whoIs(person) ?? (randomBytes(16).toString('hex') as VisitorId);
      const row = rows.row(id);
      const before = row === null ? null : read(row);
      const after = before === null ? person : together(before, person);
      const day = row !== null && row.day > today ? row.day : today;
      if (given !== null && row?.day === day && before !== null && same(before, after)) return { visitorId: id, isNew: false };
      const key = keys.make(day);
      const keyOfOrder = keys.make(today);
      rows.write(() => {
        rows.put(id, day, seal(key, { id, day }, after), marksOf(key, after));
        rows.putOrder({ orderId, day: today, told: markOf(keyOfOrder, 'told', toldText(person)), visitorId: id });
      });
      return { visitorId: id, isNew: row === null };
    },
    seenAgain(id, today) {
      const row = rows.row(id);
      const person = row === null ? null : read(row);
      if (row === null || person === null || row.day >= today) return;
      const key = keys.make(today);
      rows.write(() => rows.put(id, today, seal(key, { id, day: today }, person), marksOf(key, person)));
    },
    forgetUnused(id, orderId) {
      if (rows.otherOrders(id, orderId) === 0) rows.write(() => { rows.drop(id); });
    },
    find(text) {
      const found = new Set<VisitorId>();
      const add = (some: readonly VisitorRow[]): void => some.forEach(({ id }) => found.add(id));
      const wanted = text.normalize('NFKC').trim();
      if (wanted.length === phoneEndDigits && /^\d+$/u.test(wanted)) add(marked('phoneEnd', wanted));
      if (phoneOf(wanted) !== '' && !/\p{L}/u.test(wanted)) add(marked('phone', phoneOf(wanted)));
      if (idNumberOf(wanted) !== '') add(marked('idNumber', idNumberOf(wanted)));
      if (/\p{L}/u.test(wanted)) for (const id of named(nameForSearch(wanted))) found.add(id);
      return [...found].slice(0, foundAtMost);
    },
    masked: (ids) => [...new Set(ids)].flatMap((id) => {
      const person = known(id);
      return person === null ? [] : [maskedVisitor(id, person)];
    }),
    full: known,
    texts: textStore(rows, keys),
    files,
    ...erasing,
    close: () => rows.close(),
  };

  function* named(part: string): Generator<VisitorId> {
    let readSoFar = 0;
    let found = 0;
    for (const row of rows.newest()) {
      const name = read(row)?.name ?? null;
      if (name !== null && nameForSearch(name).includes(part)) {
        yield row.id;
        found += 1;
      }
      readSoFar += 1;
      if (found === foundAtMost || readSoFar === namesReadAtMost) return;
    }
  }
}

const same = (one: ToldVisitor, other: ToldVisitor): boolean => toldText(one) === toldText(other);

/** What is known with what is told now. Somebody who shows no ID number adds to a person known by one, and changes nothing of it. */
function together(before: ToldVisitor, told: ToldVisitor): ToldVisitor {
  const [first, second] = before.idNumber !== null && told.idNumber === null ? [before, told] : [told, before];
  return { name: first.name ?? second.name, phone: first.phone ?? second.phone, idNumber: first.idNumber ?? second.idNumber };
}

// Words and files in the side store, on real files searched byte by byte: sealed, found again, and gone with their person, their
// day and their order (V1). All people and words here are made up.
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRef, BusinessDay, VisitorId } from '@hall/core/domain/ids';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { folderAt } from '../journal/folder.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { openVisitors } from './sqliteVisitors.ts';
import type { Visitors } from './visitors.ts';

const monday = '2026-03-02' as BusinessDay;
const tuesday = '2026-03-03' as BusinessDay;
const zhang = { name: '张三丰年', phone: '13800001234', idNumber: '110000199001010000' };
const words = '材料缺户口本复印件，已电话告知';
const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from('planted inside the picture'.repeat(40)), Buffer.from('49454e44ae426082', 'hex')]);

interface Opened { readonly path: string; readonly visitors: Visitors; readonly warned: [facts: Record<string, unknown>, what: string][] }
function open(path: string = tempFolder()): Opened {
  const warned: Opened['warned'] = [];
  return { path, visitors: openVisitors(folderAt(path), (facts, what) => warned.push([facts, what])), warned };
}
const files = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const holding = (path: string, wanted: readonly (string | Buffer)[]): string[] => {
  const forms = wanted.flatMap((one) => (typeof one === 'string' ? [Buffer.from(one), Buffer.from(one, 'utf16le')] : [one]));
  return files(path).filter((file) => { const bytes = readFileSync(file); return forms.some((form) => bytes.includes(form)); });
};
const planted = [words, '户口本', picture.subarray(16, 60), 'planted inside'];
const come = (visitors: Visitors, day: BusinessDay, orderId = `order of ${day}`): VisitorId => visitors.recognise(zhang, day, orderId).visitorId;
const about = (day: BusinessDay, visitorId: VisitorId | null = null, orderId = 'note 1') => ({ orderId, day, visitorId });
const filePath = (path: string, day: string, ref: string): string => join(folderAt(path).files, day, ref);
/** Every sealed blob of words and file keys in the database. */
function blobs(path: string): Buffer[] {
  const db = new Database(folderAt(path).visitors, { readonly: true });
  const all = ['texts', 'files'].flatMap((table) => db.prepare(`SELECT sealed FROM ${table}`).pluck().all() as Buffer[]);
  db.close();
  return all;
}

test('V1 given words and a file, then they come back as they were, and no byte of them stands in any file of the folder', async () => {
  const { path, visitors } = open();
  const { kept, isNew } = visitors.texts.keep(words, about(monday));
  const file = await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null });
  expect([isNew, visitors.texts.words(kept.ref), await visitors.files.read(file.ref)]).toEqual([true, words, { kind: 'png', bytes: picture }]);
  expect(file).toMatchObject({ kind: 'png', bytes: picture.length, sha256: createHash('sha256').update(readFileSync(filePath(path, monday, file.ref))).digest('hex') });
  expect(holding(path, planted)).toEqual([]);
  visitors.close();
  expect(holding(path, planted)).toEqual([]);
  const { visitors: again } = open(path);
  expect([again.texts.words(kept.ref), (await again.files.read(file.ref))?.bytes.equals(picture)]).toEqual([words, true]);
});

test('J6 given the same order with the same words, then it gets the same reference and hash, also after it was let go of and on the next day; other words or another order get others', () => {
  const { visitors } = open();
  const first = visitors.texts.keep(words, about(monday));
  expect(visitors.texts.keep(words, about(tuesday))).toEqual({ kept: first.kept, isNew: false });
  visitors.texts.forget(first.kept.ref);
  expect(visitors.texts.words(first.kept.ref)).toBeNull();
  expect(visitors.texts.keep(words, about(monday))).toEqual({ kept: first.kept, isNew: true });
  const others = [visitors.texts.keep(`${words}。`, about(monday)), visitors.texts.keep(words, about(monday, null, 'note 2'))];
  expect(new Set([first, ...others].flatMap(({ kept }) => [kept.ref, kept.sha256])).size).toBe(6);
});

test('V1 given the hash that the journal holds, then without the day\'s key nobody can try out which words it was made of', () => {
  const [one, two] = [open(), open()].map(({ visitors }) => visitors.texts.keep(words, about(monday)).kept);
  const plain = createHash('sha256').update(words).digest('hex');
  expect(new Set([one?.sha256, two?.sha256, plain]).size).toBe(3);
  expect(one?.ref).not.toBe(two?.ref);
});

test('V1 given one person who is erased, then words and files about him are gone, those about others stay, and what is left of his file opens for nobody', async () => {
  const { path, visitors } = open();
  const id = come(visitors, monday);
  const [his, other] = [visitors.texts.keep(words, about(monday, id)), visitors.texts.keep('别人的备注', about(monday, null, 'note 2'))];
  const [file, others] = [await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: id }), await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null })];
  const before = blobs(path);
  const copy = readFileSync(filePath(path, monday, file.ref));
  visitors.erase(id);
  expect([visitors.texts.words(his.kept.ref), visitors.texts.words(other.kept.ref), await visitors.files.read(file.ref), (await visitors.files.read(others.ref))?.kind]).toEqual([null, '别人的备注', null, 'png']);
  expect(existsSync(filePath(path, monday, file.ref))).toBe(false);
  const left = blobs(path);
  expect([before.length, left.length]).toEqual([4, 2]);
  expect(holding(path, before.filter((blob) => !left.some((one) => one.equals(blob))))).toEqual([]);
  writeFileSync(filePath(path, monday, file.ref), copy);
  expect(await visitors.files.read(file.ref)).toBeNull();
});

test('V1 given a day that is erased, then its words and files are gone with its key, and those of other days stay; a time that is over takes them too', async () => {
  const { path, visitors } = open();
  const [old, young] = [visitors.texts.keep(words, about(monday)), visitors.texts.keep(words, about(tuesday, null, 'note 2'))];
  const [first, second] = [await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null }), await visitors.files.keep(picture, { day: tuesday, kind: 'png', visitorId: null })];
  visitors.eraseDay(monday);
  expect([visitors.texts.words(old.kept.ref), await visitors.files.read(first.ref), visitors.texts.words(young.kept.ref), (await visitors.files.read(second.ref))?.bytes.length]).toEqual([null, null, words, picture.length]);
  expect(readdirSync(folderAt(path).files)).toEqual([tuesday]);
  visitors.eraseBefore('2026-03-04' as BusinessDay);
  expect([blobs(path), readdirSync(folderAt(path).files), readdirSync(folderAt(path).keys)]).toEqual([[], [], []]);
});

test('V1 given a file that is let go of, then nothing of it is left; one that nobody knows is nothing', async () => {
  const { path, visitors } = open();
  const file = await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null });
  await visitors.files.forget(file.ref);
  await visitors.files.forget(file.ref);
  expect([await visitors.files.read(file.ref), readdirSync(join(folderAt(path).files, monday)), blobs(path)]).toEqual([null, [], []]);
});

test.each([
  ['lost', (file: string) => rmSync(file)], ['cut', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 40))], ['empty', (file: string) => writeFileSync(file, '')],
  ['changed', (file: string) => { const bytes = readFileSync(file); bytes[40] = (bytes[40] ?? 0) ^ 1; writeFileSync(file, bytes); }],
])('V1 given a file that was %s on the disk, then it cannot be read, and the others can', async (_name, harm) => {
  const { path, visitors } = open();
  const [one, two] = [await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null }), await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null })];
  harm(filePath(path, monday, one.ref));
  expect([await visitors.files.read(one.ref), (await visitors.files.read(two.ref))?.kind]).toEqual([null, 'png']);
});

test('V1 given two files whose bytes or rows were exchanged, then neither opens', async () => {
  const { path, visitors } = open();
  const refs: FileRef[] = [];
  for (let nth = 0; nth < 2; nth += 1) refs.push((await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null })).ref);
  const [one = '', two = ''] = refs.map((ref) => filePath(path, monday, ref));
  copyFileSync(one, two);
  expect(await visitors.files.read(refs[1] as FileRef)).toBeNull();
});

test.runIf(process.platform !== 'win32')('V1 given files, then only the hall\'s own account reads them', async () => {
  const { path, visitors } = open();
  await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null });
  const { files: folder } = folderAt(path);
  for (const name of ['', monday]) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  for (const file of files(folder)) expect(statSync(file).mode & 0o077).toBe(0);
});

test('V1 given a disk that cannot take the file, then that is said and nothing is left of it', async () => {
  const { path, visitors } = open();
  writeFileSync(folderAt(path).files, 'a file where the folder should be');
  await expect(visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null })).rejects.toThrow(/ENOTDIR|EEXIST/u);
  expect(blobs(path)).toEqual([]);
});

describe('an older copy of the store that comes back', () => {
  /** The copy has the person; the keys and what lies beside them are those of now. */
  function bringBack(path: string, copy: string): void {
    for (const end of ['', '-wal', '-shm']) {
      rmSync(`${folderAt(path).visitors}${end}`, { force: true });
      if (existsSync(`${copy}${end}`)) cpSync(`${copy}${end}`, `${folderAt(path).visitors}${end}`);
    }
  }

  test('V1 given somebody who was erased since, then he is not found in it, nor words nor files about him, and that is said once; others are', async () => {
    const { path, visitors } = open();
    const id = come(visitors, monday);
    const other = visitors.recognise({ name: '李四', phone: '13800005678', idNumber: null }, monday, 'other').visitorId;
    const { kept } = visitors.texts.keep(words, about(monday, id));
    const file = await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: id });
    visitors.close();
    const aside = join(tempFolder(), 'copy');
    cpSync(path, aside, { recursive: true });
    const later = open(path);
    later.visitors.erase(id);
    later.visitors.close();
    bringBack(path, folderAt(aside).visitors);
    cpSync(folderAt(aside).files, folderAt(path).files, { recursive: true });
    const { visitors: back, warned } = open(path);
    expect([back.full(id), back.find(zhang.phone), back.find('张'), back.texts.words(kept.ref), await back.files.read(file.ref)]).toEqual([null, [], [], null, null]);
    expect(back.masked([other])).toHaveLength(1);
    expect(warned).toEqual([[{ people: 1 }, expect.stringContaining('erased once more')]]);
    // The same order once more: he is somebody new.
    expect(back.recognise(zhang, tuesday, `order of ${monday}`).visitorId).not.toBe(id);
    back.close();
    expect(open(path).warned).toEqual([]);
  });

  test('V1 given a line beside the keys that is broken, then the others still hold; when the keys are gone, the names go too', () => {
    const { path, visitors } = open();
    const id = come(visitors, monday);
    visitors.close();
    const aside = join(tempFolder(), 'copy.db');
    copyFileSync(folderAt(path).visitors, aside);
    const later = open(path);
    later.visitors.erase(id);
    later.visitors.close();
    const list = join(folderAt(path).keys, 'erased.txt');
    writeFileSync(list, `nonsense\n${readFileSync(list, 'utf8')}${'0'.repeat(32)} 20\n`);
    bringBack(path, aside);
    const { visitors: back } = open(path);
    expect(back.full(id)).toBeNull();
    back.eraseBefore(tuesday);
    expect(readFileSync(list, 'utf8')).toBe('');
  });
});

describe('held to what the hall knows', () => {
  test('V1 given an order to erase that was broken off, then the rest is erased and counted; done once more there is nothing', () => {
    const { path, visitors } = open();
    const id = come(visitors, monday);
    visitors.texts.keep(words, about(tuesday));
    expect(visitors.holdTo({ visitors: ['f'.repeat(32) as VisitorId], days: ['2026-02-01' as BusinessDay] })).toBe(0);
    const all = { visitors: [id], days: [tuesday] };
    expect([visitors.holdTo(all), visitors.holdTo(all), visitors.full(id), blobs(path)]).toEqual([2, 0, null, []]);
  });

  test('V1 given a crash after the key of a day was gone, then its rows and files go at the next start', async () => {
    const { path, visitors } = open();
    const { kept } = visitors.texts.keep(words, about(monday));
    const file = await visitors.files.keep(picture, { day: monday, kind: 'png', visitorId: null });
    rmSync(join(folderAt(path).keys, `${monday}.key`));
    visitors.close();
    const { visitors: back } = open(path);
    expect([back.texts.words(kept.ref), await back.files.read(file.ref)]).toEqual([null, null]);
    expect([back.holdTo({ visitors: [], days: [monday] }), blobs(path), existsSync(filePath(path, monday, file.ref))]).toEqual([1, [], false]);
  });
});

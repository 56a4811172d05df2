// What is pinned once stays pinned, and time only goes forward.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { madeAt, testAuthority, type TestAuthority } from '../testing/certificates.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { pinOf } from './certificateJudge.ts';
import { openTrust, type Trust } from './trust.ts';

const day = 86_400_000;
const name = 'hall.example.lan';
let ours: TestAuthority;
let strangers: TestAuthority;
beforeAll(async () => { [ours, strangers] = [await testAuthority(), await testAuthority()]; });

interface Opened { readonly trust: Trust; readonly looks: () => number }
function open(file: string, shown: () => Promise<string>): Opened {
  let looks = 0;
  const trust = openTrust({ file, server: `https://${name}`, note: () => undefined, look: () => { looks += 1; return shown(); } });
  return { trust, looks: () => looks };
}
const shows = (authority: TestAuthority) => (): Promise<string> => Promise.resolve(authority.pem);

test('given nothing pinned, then every certificate is refused until the hall was looked at', async () => {
  const { trust } = open(join(tempFolder(), 'hall.json'), shows(ours));
  expect([trust.pin(), trust.distrusts(await ours.issue(), name)]).toEqual([null, 'nothingPinned']);
  expect(await trust.establish()).toBe(true);
  expect([trust.pin(), trust.distrusts(await ours.issue(), name)]).toEqual([pinOf(ours.pem), null]);
});

test('given a pinned authority, when another one is shown, also after a restart, then it is not even looked at', async () => {
  const file = join(tempFolder(), 'hall.json');
  await open(file, shows(ours)).trust.establish();
  const later = open(file, shows(strangers));
  expect(await later.trust.establish()).toBe(true);
  expect([later.looks(), later.trust.pin(), later.trust.distrusts(await strangers.issue(), name)]).toEqual([0, pinOf(ours.pem), 'otherAuthority']);
});

test('given two requests at once, then one look pins one authority', async () => {
  const { trust, looks } = open(join(tempFolder(), 'hall.json'), shows(ours));
  expect(await Promise.all([trust.establish(), trust.establish()])).toEqual([true, true]);
  expect(looks()).toBe(1);
});

test('given nobody who answers, then nothing is pinned, and the next look is tried', async () => {
  const { trust, looks } = open(join(tempFolder(), 'hall.json'), () => Promise.reject(new Error('nobody answers')));
  expect([await trust.establish(), await trust.establish(), trust.pin(), looks()]).toEqual([false, false, null, 2]);
});

test('given a damaged file, then it is not taken for a first look', () => {
  const file = join(tempFolder(), 'hall.json');
  for (const text of ['', '{}', '{"authority":"x","toldAt":0}']) {
    writeFileSync(file, text);
    expect(() => open(file, shows(strangers))).toThrow(/--forget-hall/u);
  }
});

test('given moments that the hall tells, then a certificate that ended before them is over, also after a restart and with any clock', async () => {
  const file = join(tempFolder(), 'hall.json');
  const { trust } = open(file, shows(ours));
  await trust.establish();
  const [old, fresh] = [await ours.issue({ endsAt: madeAt + 30 * day }), await ours.issue()];
  expect(trust.distrusts(old, name)).toBeNull();
  expect(trust.distrusts(fresh, name)).toBeNull();
  trust.told(madeAt + 31 * day);
  expect(trust.distrusts(old, name)).toBe('over');
  expect(open(file, shows(ours)).trust.distrusts(old, name)).toBe('over');
  // An earlier moment, or none, takes nothing back.
  trust.told(madeAt);
  trust.told(Number.NaN);
  expect(trust.distrusts(old, name)).toBe('over');
});

test('given a moment later than the end of the certificate that tells it, then it is not believed: it would shut out the hall', async () => {
  const { trust } = open(join(tempFolder(), 'hall.json'), shows(ours));
  await trust.establish();
  const stolen = await ours.issue({ endsAt: madeAt + 30 * day });
  expect(trust.distrusts(stolen, name)).toBeNull();
  trust.told(madeAt + 5_000 * day);
  expect(trust.distrusts(await ours.issue(), name)).toBeNull();
});

test('the moment is written down when it has moved by hours, not with each answer', async () => {
  const file = join(tempFolder(), 'hall.json');
  const { trust } = open(file, shows(ours));
  await trust.establish();
  trust.distrusts(await ours.issue(), name);
  trust.told(madeAt);
  const first = readFileSync(file, 'utf8');
  trust.told(madeAt + 60_000);
  expect(readFileSync(file, 'utf8')).toBe(first);
  trust.told(madeAt + day);
  expect(readFileSync(file, 'utf8')).not.toBe(first);
});

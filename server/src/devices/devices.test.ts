// Devices at the door: only a P-256 key counts, a proof is for one hall and one challenge, codes are short-lived,
// used once, and cannot be guessed or given to another device.
import { expect, test } from 'vitest';
import { createChallenges } from './challenges.ts';
import { proofText, readProof } from '@hall/core/protocol/deviceProof';
import { checkNumber, deviceIdOf, provesKey, readDeviceKey } from './deviceKey.ts';
import { createEnrolments, type Asking, type Enrolments } from './enrolments.ts';

const hallId = '11111111-1111-4111-8111-111111111111';
const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** What a browser has: a key that cannot be taken out, and its public half. */
async function device(): Promise<{ publicKey: string; sign: (text: string) => Promise<string> }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
  return {
    publicKey: Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64url'),
    sign: async (text) => Buffer.from(await crypto.subtle.sign({ ...p256, hash: 'SHA-256' }, privateKey, Buffer.from(text))).toString('base64url'),
  };
}

test('given a key made by a browser, then its signature proves it, for this hall, this device and this challenge alone', async () => {
  const { publicKey, sign } = await device();
  const read = readDeviceKey(publicKey);
  if (read === null) throw new Error('not read');
  const id = deviceIdOf(read.spki);
  const signature = await sign(proofText(hallId, id, 'c1'));
  expect(provesKey(read.key, proofText(hallId, id, 'c1'), signature)).toBe(true);
  expect(provesKey(read.key, proofText(hallId, id, 'c2'), signature)).toBe(false);
  expect(provesKey(read.key, proofText('other hall', id, 'c1'), signature)).toBe(false);
  const other = readDeviceKey((await device()).publicKey);
  expect(other !== null && provesKey(other.key, proofText(hallId, id, 'c1'), signature)).toBe(false);
  for (const wrong of ['', 'AAAA', signature.slice(1), `${signature}A`, '!'.repeat(86)]) expect(provesKey(read.key, proofText(hallId, id, 'c1'), wrong)).toBe(false);
});

test('given anything that is not a P-256 key, then it is not read', async () => {
  const p384 = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']);
  const rsa = await crypto.subtle.generateKey({ name: 'RSA-PSS', modulusLength: 2_048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, ['sign', 'verify']);
  const { publicKey } = await device();
  const spki = async (key: Parameters<typeof crypto.subtle.exportKey>[1]): Promise<string> => Buffer.from(await crypto.subtle.exportKey('spki', key)).toString('base64url');
  for (const text of [await spki(p384.publicKey), await spki(rsa.publicKey), '', 'A'.repeat(122), publicKey.slice(2), `${publicKey}AA`, '__proto__', 'x'.repeat(100_000)]) expect(readDeviceKey(text)).toBeNull();
});

test('given a challenge, then it is good until it is used, for half a minute, and only as it was given', () => {
  let now = 0;
  const challenges = createChallenges(() => now);
  const one = challenges.give();
  expect([challenges.isGood(one), challenges.isGood(one)]).toEqual([true, true]);
  challenges.use(one);
  expect(challenges.isGood(one)).toBe(false);
  const old = challenges.give();
  now += 30_001;
  expect([challenges.isGood(old), challenges.isGood(one)]).toEqual([false, false]);
  const two = challenges.give();
  expect(two).toMatch(/^[A-Za-z0-9_-]{32}$/u);
  const other = two.startsWith('A') ? 'B' : 'A';
  for (const made of ['made up', '', 'A'.repeat(32), `${two}=`, two.slice(1), `${other}${two.slice(1)}`, two.toUpperCase() === two ? 'x' : two.toUpperCase(), createChallenges(() => now).give()]) expect(challenges.isGood(made)).toBe(false);
  expect(challenges.isGood(two)).toBe(true);
});

test('given a flood of challenges and of made-up ones, then nothing of it is kept and an older one is still good; used ones are kept while they would be good', () => {
  let now = 0;
  const challenges = createChallenges(() => now);
  const first = challenges.give();
  for (let nth = 0; nth < 20_000; nth += 1) challenges.give();
  challenges.use('made up');
  expect([challenges.isGood(first), challenges.size()]).toEqual([true, 0]);
  for (let nth = 0; nth < 1_000; nth += 1) {
    challenges.use(challenges.give());
    now += 100;
  }
  expect(challenges.size()).toBeLessThanOrEqual(302);
});

function office(ofHall: ReadonlySet<string> = new Set()): { enrolments: Enrolments; pass: (ms: number) => void } {
  let now = 0;
  return { enrolments: createEnrolments(() => now, (deviceId) => ofHall.has(deviceId)), pass: (ms) => { now += ms; } };
}
function askedBy(enrolments: Enrolments, publicKey: string, address = '10.0.0.7'): Asking {
  const asked = enrolments.ask(publicKey, address);
  if (!asked.ok) throw new Error(`no code: ${asked.why}`);
  return asked.asking;
}
const checkOf = (publicKey: string, code: string): string => checkNumber(Buffer.from(publicKey, 'base64url'), code);

test('given a device that asks, when code and check number are typed as it shows them, then it is let in, and the code is used up', async () => {
  const { enrolments } = office();
  const { publicKey } = await device();
  const asking = askedBy(enrolments, publicKey);
  expect(asking.code).toMatch(/^[2-9A-HJ-KMNP-Z]{8}$/);
  expect(askedBy(enrolments, publicKey)).toEqual(asking);
  const typed = `${asking.code.slice(0, 4).toLowerCase()}-${asking.code.slice(4)}`;
  expect(enrolments.confirm(typed, checkOf(publicKey, asking.code), 'M1')).toMatchObject({ ok: true, asking: { publicKey } });
  expect(enrolments.confirm(asking.code, checkOf(publicKey, asking.code), 'M1')).toEqual({ ok: false, why: 'noSuchCode' });
  expect(enrolments.pending()).toEqual([]);
});

test('given a stranger in between, then the check number of the true device does not fit the key that arrived; five tries end the code', async () => {
  const { enrolments } = office();
  const [mine, strangers] = [await device(), await device()];
  const asking = askedBy(enrolments, strangers.publicKey, '10.0.0.66');
  const answers = Array.from({ length: 6 }, () => enrolments.confirm(asking.code, checkOf(mine.publicKey, asking.code), 'M1'));
  expect(answers.map((answer) => (answer.ok ? 'in' : answer.why))).toEqual(['otherDevice', 'otherDevice', 'otherDevice', 'otherDevice', 'triesUsed', 'noSuchCode']);
});

test('given a device that pins the authority it sees, then its check number fits the hall of that authority and no other', async () => {
  const { publicKey } = await device();
  const spki = Buffer.from(publicKey, 'base64url');
  const [own, strangers] = ['a'.repeat(43), 'b'.repeat(43)];
  const enrolments = createEnrolments(() => 0, () => false, own);
  const { code } = askedBy(enrolments, publicKey);
  expect(enrolments.confirm(code, checkNumber(spki, code, strangers), 'M1')).toEqual({ ok: false, why: 'otherDevice' });
  expect(enrolments.confirm(code, checkNumber(spki, code, own), 'M1')).toMatchObject({ ok: true });
  // A page in a browser sees no authority, also where the hall has one; and a hall without one takes no pin.
  const again = askedBy(enrolments, publicKey);
  expect(enrolments.confirm(again.code, checkOf(publicKey, again.code), 'M1')).toMatchObject({ ok: true });
  const trial = office().enrolments;
  const inTrial = askedBy(trial, publicKey);
  expect(trial.confirm(inTrial.code, checkNumber(spki, inTrial.code, own), 'M1')).toEqual({ ok: false, why: 'otherDevice' });
});

test('given ten minutes, then a code is over; given a console that guesses, then it must wait a minute after five', async () => {
  const { enrolments, pass } = office();
  const { publicKey } = await device();
  const asking = askedBy(enrolments, publicKey);
  const guess = (console: string): string => { const answer = enrolments.confirm('22222222', '000000', console); return answer.ok ? 'in' : answer.why; };
  expect(Array.from({ length: 6 }, () => guess('M1'))).toEqual(['noSuchCode', 'noSuchCode', 'noSuchCode', 'noSuchCode', 'noSuchCode', 'tooManyTries']);
  expect(enrolments.confirm(asking.code, checkOf(publicKey, asking.code), 'M1')).toMatchObject({ ok: false, why: 'tooManyTries', waitMs: 60_000 });
  expect(guess('M2')).toBe('noSuchCode');
  pass(600_001);
  expect(enrolments.confirm(asking.code, checkOf(publicKey, asking.code), 'M1')).toEqual({ ok: false, why: 'noSuchCode' });
});

test('given more devices than a hall has, then no more codes are given until some are over', async () => {
  const { enrolments, pass } = office();
  for (let nth = 0; nth < 200; nth += 1) askedBy(enrolments, (await device()).publicKey, `10.0.1.${nth}`);
  const late = await device();
  expect(enrolments.ask(late.publicKey, '10.0.0.7')).toEqual({ ok: false, why: 'cannotAsk' });
  pass(600_001);
  expect(enrolments.ask(late.publicKey, '10.0.0.7').ok).toBe(true);
});

test('given one address that asks with ever new keys, then after twenty it waits until its first code is over, and others are given codes', async () => {
  const { enrolments, pass } = office();
  for (let nth = 0; nth < 20; nth += 1) {
    askedBy(enrolments, (await device()).publicKey, nth < 10 ? '10.0.0.66' : '::ffff:10.0.0.66');
    pass(1_000);
  }
  const more = await device();
  expect(enrolments.ask(more.publicKey, '10.0.0.66')).toEqual({ ok: false, why: 'tooManyAsk', waitMs: 580_000 });
  expect(enrolments.ask((await device()).publicKey, '10.0.0.7').ok).toBe(true);
  pass(580_001);
  expect(enrolments.ask(more.publicKey, '10.0.0.66').ok).toBe(true);
});

test('given a key that is a device of the hall, then it is given no code, also when it asked before it was let in', async () => {
  const ofHall = new Set<string>();
  const { enrolments } = office(ofHall);
  const { publicKey } = await device();
  const { deviceId } = askedBy(enrolments, publicKey);
  ofHall.add(deviceId);
  expect(enrolments.ask(publicKey, '10.0.0.7')).toEqual({ ok: false, why: 'deviceKnown' });
});

test('given a credential, then it is read as a proof only in its one form', () => {
  const proof = { deviceId: 'd'.repeat(43), challenge: 'c'.repeat(32), signature: 's'.repeat(86) };
  expect(readProof(`device.${proof.deviceId}.${proof.challenge}.${proof.signature}`)).toEqual(proof);
  for (const other of ['', 'device...', `device.${proof.deviceId}.${proof.challenge}`, `kiosk.K1.${proof.signature}`, `device.${proof.deviceId}.${proof.challenge}.${proof.signature}.x`]) expect(readProof(other)).toBeNull();
});

// Which certificates are the hall's, on a machine whose clock says anything at all.
import { beforeAll, expect, test } from 'vitest';
import { madeAt, testAuthority, type TestAuthority } from '../testing/certificates.ts';
import { isAuthority, judgeCertificate, pinOf } from './certificateJudge.ts';

const year = 365 * 86_400_000;
let ours: TestAuthority;
let strangers: TestAuthority;
beforeAll(async () => { [ours, strangers] = [await testAuthority(), await testAuthority()]; });

const judged = (pem: string, name = 'hall.example.lan', notBefore = 0): string | null => judgeCertificate(pem, name, ours.pem, notBefore).distrust;

test('given a certificate of the pinned authority for that name or address, then it is the hall\'s', async () => {
  const pem = await ours.issue();
  expect([judged(pem), judged(pem, '10.0.0.5')]).toEqual([null, null]);
  expect(judgeCertificate(pem, 'hall.example.lan', ours.pem, 0).endsAt).toBe(madeAt + year);
  const six = await ours.issue({ names: [{ type: 'ip', value: 'fd00::5' }] });
  expect(judged(six, '[fd00::5]')).toBeNull();
});

test('given an authority of the same name with another key, then nothing of it counts', async () => {
  expect(judged(await strangers.issue())).toBe('otherAuthority');
});

test('given another name, then it is not for us', async () => {
  const pem = await ours.issue();
  expect([judged(pem, 'evil.example'), judged(pem, '10.0.0.6'), judged(pem, 'x.hall.example.lan')]).toEqual(['otherName', 'otherName', 'otherName']);
});

test('given the authority itself, one below it, or a certificate of another use, then it is no server', async () => {
  expect(judged(ours.pem)).toBe('noServer');
  expect(judged(await ours.issue({ isAuthority: true }))).toBe('noServer');
  expect(judged(await ours.issue({ uses: ['1.3.6.1.5.5.7.3.2'] }))).toBe('noServer');
});

test('given a certificate that ended before a moment the hall has told, then it is over; the machine\'s clock is never asked', async () => {
  const pem = await ours.issue();
  const ended = madeAt + year;
  expect(judged(pem, undefined, ended - 1_000)).toBeNull();
  expect(judged(pem, undefined, ended + 1_000)).toBe('over');
  // Issued in what a dead clock takes for the far future.
  expect(judged(await ours.issue({ endsAt: madeAt + 15 * year }), undefined, 0)).toBeNull();
});

test.each(['', 'nonsense', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])('given %j, then it is refused and nothing breaks', (pem) => {
  expect(judged(pem)).toBe('unreadable');
  expect(isAuthority(pem)).toBe(false);
});

test('only what signed itself and may sign others is an authority; its pin is of its key', async () => {
  expect([isAuthority(ours.pem), isAuthority(await ours.issue()), isAuthority(await ours.issue({ isAuthority: true }))]).toEqual([true, false, false]);
  expect(pinOf(ours.pem)).toMatch(/^[A-Za-z0-9_-]{43}$/u);
  expect(pinOf(ours.pem)).not.toBe(pinOf(strangers.pem));
});

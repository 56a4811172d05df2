// Attacks on how devices come to belong to the hall, and on the proofs they come with: on a hall on its LAN, by its own TLS.
import { strict as assert } from 'node:assert';
import { generateKeyPairSync } from 'node:crypto';
import { proofText } from '@hall/core/protocol/deviceProof';
import { createEnrolments } from '../devices/enrolments.ts';
import { comeAs } from '../testing/deviceScreen.ts';
import { askFrom, challengeOf, codeOf, freshProof, newDevice, type AskedReply, type TestDevice } from '../testing/testDevice.ts';
import type { Attack } from './attack.ts';
import { ticketData, type Ground } from './ground.ts';
import { codeIn, type LanGround } from './lanGround.ts';

type Row = Omit<Attack, 'id' | 'group'>;
const onLan = (run: (lan: LanGround) => Promise<void>) => async (ground: Ground): Promise<void> => {
  const lan = await ground.lan();
  const before = (await lan.devices()).map(({ deviceId }) => deviceId);
  await run(lan);
  await lan.stillWell();
  // Nobody who was there has gone, whatever was tried.
  const after = (await lan.devices()).map(({ deviceId }) => deviceId);
  assert.ok(before.every((deviceId) => after.includes(deviceId)), 'a device is missing');
};

const confirms = (lan: LanGround, data: object, credential: string): Promise<AskedReply> => askFrom(lan.own, 'POST', '/api/devices', { body: data, credential });
const isNobody = async (lan: LanGround, { deviceId }: TestDevice): Promise<void> => { assert.equal((await lan.devices()).some((one) => one.deviceId === deviceId), false, 'it was let in'); };

/** A credential made by somebody who has no right one; none comes in by the wire or by HTTP. */
const forged = (name: string, sent: string, make: (lan: LanGround, device: TestDevice) => Promise<string>, mustHappen = 'refused badCredential, 401'): Row => ({
  name, sent, mustHappen,
  run: onLan(async (lan) => {
    const device = await lan.enrolled('desk', `F${forgedCount += 1}`);
    const attacker = lan.attacker();
    const screen = await comeAs(attacker, device, await make(lan, device));
    screen.close();
    assert.match(screen.outcome, /^(badCredential|malformed)$/u);
    assert.equal((await askFrom(attacker, 'GET', '/api/appointments', { credential: await make(lan, device) })).status, 401);
    assert.equal((await lan.devices()).find(({ deviceId }) => deviceId === device.deviceId)?.doubtedAt, null, 'nobody has proved its key');
  }),
});
let forgedCount = 0;
const proofOf = ({ deviceId }: TestDevice, challenge: string, signature: string): string => `device.${deviceId}.${challenge}.${signature}`;

const spkiOf = (type: 'ec' | 'rsa' | 'ed25519', namedCurve = 'P-256'): string => {
  const { publicKey } = type === 'ec' ? generateKeyPairSync('ec', { namedCurve }) : type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2_048 }) : generateKeyPairSync('ed25519');
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
};
/** A point that is not on the curve: its keys would leak what is computed with them. */
const offTheCurve = (): string => {
  const bytes = Buffer.from(spkiOf('ec'), 'base64url');
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
  return bytes.toString('base64url');
};

const enrolRows: readonly Row[] = [
  {
    name: 'Codes guessed', sent: 'five made-up codes at a console, then the right one', mustHappen: '409 noSuchCode, then 429 tooManyTries with Retry-After for the right one too; another console may',
    run: onLan(async (lan) => {
      const device = await newDevice();
      const code = await codeOf(lan.attacker(), device);
      const right = { code, check: device.check(code), role: 'kiosk', place: 'K30', name: 'K30' };
      for (let nth = 0; nth < 5; nth += 1) assert.equal(codeIn(await confirms(lan, { ...right, code: `2222222${nth + 3}` }, lan.manager('guesser'))), 'noSuchCode');
      const late = await confirms(lan, right, lan.manager('guesser'));
      assert.deepEqual([late.status, codeIn(late), Number(late.headers['retry-after']) > 0], [429, 'tooManyTries', true]);
      await isNobody(lan, device);
      assert.equal((await confirms(lan, right, lan.manager('other'))).status, 201);
    }),
  },
  {
    name: 'A code used twice', sent: 'the code and check number of a device that was let in, for another place', mustHappen: '409 noSuchCode',
    run: onLan(async (lan) => {
      const device = await newDevice();
      const code = await codeOf(lan.attacker(), device);
      const data = { code, check: device.check(code), role: 'kiosk', place: 'K31', name: 'K31' };
      assert.equal((await confirms(lan, data, lan.manager())).status, 201);
      assert.equal(codeIn(await confirms(lan, { ...data, role: 'manager', place: 'M31' }, lan.manager())), 'noSuchCode');
    }),
  },
  {
    name: 'A code that is over', sent: 'the right code and check number after ten minutes (on the part that keeps codes, with a clock of its own)', mustHappen: 'noSuchCode',
    async run() {
      let now = 0;
      const enrolments = createEnrolments(() => now, () => false);
      const device = await newDevice();
      const asked = enrolments.ask(device.publicKey, '127.0.1.1');
      assert.ok(asked.ok);
      now = 600_001;
      const confirmed = enrolments.confirm(asked.asking.code, device.check(asked.asking.code), 'M1');
      assert.deepEqual([confirmed.ok, confirmed.ok ? '' : confirmed.why], [false, 'noSuchCode']);
    },
  },
  {
    name: 'A code shown by another device', sent: 'the code of a stranger\'s device with the check number of the true one, five times', mustHappen: '409 otherDevice, the fifth time triesUsed; the code is void',
    run: onLan(async (lan) => {
      const [mine, strangers] = [await newDevice(), await newDevice()];
      const code = await codeOf(lan.attacker(), strangers);
      const data = { code, check: mine.check(code), role: 'kiosk', place: 'K32', name: 'K32' };
      const said: (string | undefined)[] = [];
      for (let nth = 0; nth < 6; nth += 1) said.push(codeIn(await confirms(lan, data, lan.manager('console32'))));
      assert.deepEqual(said, ['otherDevice', 'otherDevice', 'otherDevice', 'otherDevice', 'triesUsed', 'noSuchCode']);
      await isNobody(lan, strangers);
    }),
  },
  {
    name: 'Another role lets a device in, lists, revokes and trusts', sent: 'nobody, a kiosk, a counter, a pad, a board and a desk with right proofs', mustHappen: '401 without a credential, 403 with one',
    run: onLan(async (lan) => {
      const device = await newDevice();
      const code = await codeOf(lan.attacker(), device);
      const data = { code, check: device.check(code), role: 'manager', place: 'M33', name: 'M33' };
      const asks = [['POST', '/api/devices', data], ['GET', '/api/devices', undefined], ['DELETE', `/api/devices/${device.deviceId}`, undefined], ['POST', `/api/devices/${device.deviceId}/trust`, undefined]] as const;
      const others = await Promise.all([['kiosk', 'K33'], ['counter', '33'], ['pad', '33'], ['display', 'hall'], ['desk', 'D33']].map(([role = '', place = '']) => lan.enrolled(role, place)));
      for (const [method, path, body] of asks) {
        const more = body === undefined ? {} : { body };
        assert.equal((await askFrom(lan.own, method, path, more)).status, 401);
        for (const other of others) assert.equal((await askFrom(lan.own, method, path, { ...more, credential: await freshProof(lan.own, other) })).status, 403);
      }
      await isNobody(lan, device);
    }),
  },
  {
    name: 'A device chooses its role', sent: 'role, place, deviceId, code, __proto__ beside the key, and a key beside the code', mustHappen: '400; the manager alone says what it is for',
    run: onLan(async (lan) => {
      const [device, other] = [await newDevice(), await newDevice()];
      const attacker = lan.attacker();
      for (const more of [{ role: 'manager' }, { place: 'M34' }, { deviceId: other.deviceId }, { code: '22222222' }, { isTrusted: true }]) {
        assert.equal((await askFrom(attacker, 'POST', '/api/devices/ask', { body: { publicKey: device.publicKey, ...more } })).status, 400);
      }
      assert.equal((await askFrom(attacker, 'POST', '/api/devices/ask', { body: `{"publicKey":"${device.publicKey}","__proto__":{"role":"manager"}}` })).status, 400);
      const code = await codeOf(attacker, device);
      for (const more of [{ publicKey: other.publicKey }, { deviceId: other.deviceId }, { role: 'system' }, { role: ['kiosk'] }, { place: '../K1' }, { name: 'a\u202Eb' }, { name: 'a\nb' }]) {
        assert.equal((await confirms(lan, { code, check: device.check(code), role: 'kiosk', place: 'K34', name: 'K34', ...more }, lan.manager())).status, 400);
      }
      await Promise.all([isNobody(lan, device), isNobody(lan, other)]);
    }),
  },
  {
    name: 'Keys that are none', sent: 'another curve, RSA, Ed25519, a point off the curve, a cut key, a longer one, 200 signs, a number, a list', mustHappen: '503 or 400, no code',
    run: onLan(async (lan) => {
      const { publicKey } = await newDevice();
      const attacker = lan.attacker();
      for (const key of [spkiOf('ec', 'secp256k1'), spkiOf('ec', 'P-384'), spkiOf('rsa'), spkiOf('ed25519'), offTheCurve(), publicKey.slice(0, -1), `${publicKey}A`, `${publicKey}=`, 'A'.repeat(122), 'A'.repeat(200), '', 7, null, [publicKey], { toString: publicKey }]) {
        const { status, body } = await askFrom(attacker, 'POST', '/api/devices/ask', { body: { publicKey: key } });
        assert.ok(status === 400 || status === 503, `answered ${status}`);
        assert.equal('code' in (body as object), false);
      }
    }),
  },
  {
    name: 'A device of the hall asks once more', sent: 'its own key, for a code that could be given to another role', mustHappen: '409 deviceKnown, no code',
    run: onLan(async (lan) => {
      const device = await lan.enrolled('kiosk', 'K35');
      const answer = await askFrom(lan.attacker(), 'POST', '/api/devices/ask', { body: { publicKey: device.publicKey } });
      assert.deepEqual([answer.status, codeIn(answer)], [409, 'deviceKnown']);
    }),
  },
  {
    name: 'A flood of devices that ask, from one address', sent: '60 new keys', mustHappen: 'twenty codes, then 429 tooManyAsk with Retry-After; a device at another address gets its code',
    run: onLan(async (lan) => {
      const attacker = lan.attacker();
      const answers: AskedReply[] = [];
      for (let nth = 0; nth < 60; nth += 1) answers.push(await askFrom(attacker, 'POST', '/api/devices/ask', { body: { publicKey: (await newDevice()).publicKey } }));
      const refused = answers.slice(20);
      assert.deepEqual([answers.slice(0, 20).every(({ status }) => status === 200), refused.every((one) => one.status === 429 && codeIn(one) === 'tooManyAsk' && Number(one.headers['retry-after']) >= 1)], [true, true]);
      assert.match(await codeOf(lan.attacker(), await newDevice()), /^[2-9A-HJ-KMNP-Z]{8}$/u);
    }),
  },
  {
    name: 'Bodies the device doors do not want', sent: '1 MB of JSON, text, a form, XML, broken JSON, JSON 20,000 deep', mustHappen: '413, 415 or 400',
    run: onLan(async (lan) => {
      const attacker = lan.attacker();
      const status = async (body: string, type?: string): Promise<number> => (await askFrom(attacker, 'POST', '/api/devices/ask', { body, ...(type === undefined ? {} : { type }) })).status;
      assert.equal(await status(JSON.stringify({ publicKey: 'A'.repeat(1_000_000) })), 413);
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x']) assert.ok([400, 415].includes(await status('{"publicKey":"x"}', type)), type);
      for (const body of ['{', '{"publicKey":"x"', 'null', '[]', '"x"', '\0', '['.repeat(20_000), `{"a":${'['.repeat(20_000)}`]) assert.equal(await status(body), 400);
    }),
  },
];

const proofRows: readonly Row[] = [
  {
    name: 'A proof replayed', sent: 'the credential of a connection once more, by the wire and by HTTP', mustHappen: 'refused badCredential, 401',
    run: onLan(async (lan) => {
      const device = await lan.enrolled('desk', 'D36');
      const { from } = lan.attacker();
      const hall = { ...lan.own, from };
      const proof = await freshProof(hall, device);
      const screen = await comeAs(hall, device, proof);
      assert.equal(screen.outcome, 'welcome');
      assert.equal((await comeAs(hall, device, proof)).outcome, 'badCredential');
      assert.equal((await askFrom(hall, 'GET', '/api/appointments', { credential: proof })).status, 401);
      screen.close();
    }),
  },
  forged('A challenge of one\'s own', 'a right signature over a made-up challenge', async (lan, device) => device.prove('c'.repeat(32), (await challengeOf(lan.own)).hallId)),
  forged('A challenge with another moment', 'a given challenge, its time changed so that it would be good longer', async (lan, device) => {
    const { hallId, challenge } = await challengeOf(lan.own);
    // The last sign of the moment's six bytes.
    return device.prove(`${challenge.slice(0, 7)}${challenge[7] === 'z' ? 'y' : 'z'}${challenge.slice(8)}`, hallId);
  }),
  forged('A proof for another hall', 'a right signature over a fresh challenge, with the id of another hall', async (lan, device) => device.prove((await challengeOf(lan.own)).challenge, '11111111-1111-4111-8111-111111111111')),
  forged('A signature over another text', 'the challenge alone; the text with a line more; the text of an enrolment', async (lan, device) => {
    const { hallId, challenge } = await challengeOf(lan.own);
    forgedCount += 1;
    const texts = [challenge, `${proofText(hallId, device.deviceId, challenge)}\n`, `hall-enrolment\n${challenge}\n`];
    return proofOf(device, challenge, await device.sign(texts[forgedCount % 3] ?? challenge));
  }),
  forged('A signature by another key', 'a stranger signs in the name of the device', async (lan, device) => {
    const { hallId, challenge } = await challengeOf(lan.own);
    return proofOf(device, challenge, await (await newDevice()).sign(proofText(hallId, device.deviceId, challenge)));
  }),
  forged('A signature of nothing', 'r and s zero, which some programs take for right', async (lan, device) => proofOf(device, (await challengeOf(lan.own)).challenge, Buffer.alloc(64).toString('base64url'))),
  forged('A stranger\'s own key', 'a right proof by a key that is of no device', async (lan) => freshProof(lan.own, await newDevice())),
  forged('Another device\'s name in a right proof', 'signed for itself, sent in the name of the desk', async (lan, device) => {
    const stranger = await newDevice();
    return (await freshProof(lan.own, stranger)).replace(stranger.deviceId, device.deviceId);
  }),
  {
    name: 'A cloned kiosk', sent: 'the same key from a second address while the first is connected', mustHappen: 'both refused deviceDoubted with every order, an alert in the journal; revoked, both are out',
    run: onLan(async (lan) => {
      const device = await lan.enrolled('kiosk', 'K37');
      const [own, copy] = [await comeAs(lan.attacker(), device), await comeAs(lan.attacker(), device)];
      assert.deepEqual([await own.order('issueTicket', ticketData), await copy.order('issueTicket', ticketData)], ['deviceDoubted', 'deviceDoubted']);
      assert.equal(typeof (await lan.devices()).find(({ deviceId }) => deviceId === device.deviceId)?.doubtedAt, 'number');
      assert.equal(JSON.stringify(copy.heard).includes('deviceDoubted"'), false, 'the public hears of it by name');
      [own, copy].forEach((screen) => screen.close());
    }),
  },
  {
    name: 'A cloned desk', sent: 'the same key from a second address while the first is connected', mustHappen: 'the copy hears nothing at all, the first is cut, neither comes in again',
    run: onLan(async (lan) => {
      const device = await lan.enrolled('desk', 'D37');
      const [one, two] = [lan.attacker(), lan.attacker()];
      const own = await comeAs(one, device);
      const copy = await comeAs(two, device);
      await own.ended;
      assert.deepEqual([copy.outcome, copy.heard.length, (await comeAs(one, device)).outcome, (await comeAs(two, device)).outcome], ['deviceDoubted', 0, 'deviceDoubted', 'deviceDoubted']);
    }),
  },
  {
    name: 'A device revoked while it is connected', sent: 'orders while the manager revokes it, then a proof by the wire and by HTTP', mustHappen: 'cut within 1 s of the press, measured; then badCredential and 401',
    async run(ground) {
      const lan = await ground.lan();
      const device = await lan.enrolled('kiosk', 'K38');
      const hall = lan.attacker();
      const screen = await comeAs(hall, device);
      assert.equal(await screen.order('issueTicket', ticketData), 'accepted');
      const pressed = performance.now();
      assert.equal((await askFrom(lan.own, 'DELETE', `/api/devices/${device.deviceId}`, { credential: lan.manager() })).status, 200);
      const ms = (await screen.ended) - pressed;
      assert.ok(ms < 1_000, `cut after ${Math.round(ms)} ms`);
      assert.equal((await comeAs(hall, device)).outcome, 'badCredential');
      assert.equal((await askFrom(hall, 'GET', '/api/devices', { credential: await freshProof(hall, device) })).status, 401);
      await lan.stillWell();
    },
  },
  {
    name: 'A flood of challenges', sent: '1,500 from one address', mustHappen: '429 with Retry-After after its share; a challenge given before to another device is still good',
    run: onLan(async (lan) => {
      const device = await lan.enrolled('kiosk', 'K39');
      const hall = lan.attacker();
      const proof = await freshProof(hall, device);
      const flood = lan.attacker();
      const answers: AskedReply[] = [];
      for (let nth = 0; nth < 1_500; nth += 50) answers.push(...(await Promise.all(Array.from({ length: 50 }, () => askFrom(flood, 'POST', '/api/devices/challenge')))));
      const refused = answers.filter(({ status }) => status === 429);
      assert.ok(refused.length >= 300, `${refused.length} refused`);
      assert.ok(refused.every(({ headers }) => Number(headers['retry-after']) >= 1));
      const screen = await comeAs(hall, device, proof);
      assert.equal(screen.outcome, 'welcome');
      screen.close();
    }),
  },
  {
    name: 'A device at the programs\' door', sent: 'right proofs of a kiosk, a pad and a board: appointments, plans, devices', mustHappen: '403 for each',
    run: onLan(async (lan) => {
      for (const [role, place] of [['kiosk', 'K40'], ['pad', '40'], ['display', 'hall']] as const) {
        const device = await lan.enrolled(role, place);
        for (const path of ['/api/appointments', '/api/plan', '/api/plan/history', '/api/devices']) assert.equal((await askFrom(lan.own, 'GET', path, { credential: await freshProof(lan.own, device) })).status, 403, path);
      }
    }),
  },
];

export const deviceRows: readonly Row[] = [...enrolRows, ...proofRows];

// Attacks on the TLS doors of a hall on its LAN: before a byte of HTTP is read, and by the name that is asked for.
import { strict as assert } from 'node:assert';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { askFrom, codeOf, newDevice } from '../testing/testDevice.ts';
import type { Attack } from './attack.ts';
import { lanName, type LanGround } from './lanGround.ts';
import type { Ground } from './ground.ts';

type Row = Omit<Attack, 'id' | 'group'>;
const onLan = (run: (lan: LanGround) => Promise<void>) => async (ground: Ground): Promise<void> => {
  const lan = await ground.lan();
  await run(lan);
  await lan.stillWell();
};

/** What comes back for such bytes, and how long the connection lasts. */
function sends({ host, port }: LanGround, from: string, bytes: Buffer | string, more?: (socket: Socket) => void): Promise<{ came: Buffer; ms: number }> {
  const { promise, resolve } = Promise.withResolvers<{ came: Buffer; ms: number }>();
  const begun = performance.now();
  const parts: Buffer[] = [];
  const socket = connect({ host, port, localAddress: from }, () => {
    socket.write(bytes);
    more?.(socket);
  });
  socket.on('data', (some: Buffer) => parts.push(some)).on('error', () => undefined).on('close', () => resolve({ came: Buffer.concat(parts), ms: performance.now() - begun }));
  return promise;
}

/** A handshake as asked for; the protocol that was agreed, or the error. */
function shakes({ host, port, ca }: LanGround, from: string, options: ConnectionOptions): Promise<{ socket: TLSSocket; agreed: string | null; error: string }> {
  const { promise, resolve } = Promise.withResolvers<{ socket: TLSSocket; agreed: string | null; error: string }>();
  const socket = connectTls({ host, port, ca, servername: lanName, ...options, socket: connect({ host, port, localAddress: from }) }, () => resolve({ socket, agreed: socket.getProtocol(), error: '' }));
  socket.on('error', (error) => resolve({ socket, agreed: null, error: `${error.message} ${'code' in error ? String(error.code) : ''}` }));
  socket.on('close', () => resolve({ socket, agreed: null, error: 'closed' }));
  return promise;
}
const speaks = (socket: TLSSocket, text: string): Promise<string> => new Promise((resolve) => {
  let heard = '';
  socket.on('data', (some: Buffer) => { heard += some.toString('latin1'); }).on('close', () => resolve(heard));
  socket.write(text);
});

const refusedShake = (name: string, sent: string, options: ConnectionOptions, error: RegExp): Row => ({
  name, sent, mustHappen: 'refused in the handshake, by the hall',
  run: onLan(async (lan) => {
    const { socket, agreed, error: said } = await shakes(lan, lan.attacker().from, options);
    socket.destroy();
    assert.equal(agreed, null);
    assert.match(said, error);
  }),
});
const oldTls = (version: 'TLSv1' | 'TLSv1.1', sent: string): Row =>
  refusedShake('An old TLS', sent, { minVersion: version, maxVersion: version, ciphers: 'ALL:@SECLEVEL=0' }, /protocol.version|PROTOCOL_VERSION|unsupported/iu);

export const tlsRows: readonly Row[] = [
  {
    name: 'Plain HTTP to the TLS port', sent: 'GET / and POST /api/devices/ask without TLS', mustHappen: 'not a byte of HTTP comes back, ended within 6 s',
    run: onLan(async (lan) => {
      for (const text of [`GET / HTTP/1.1\r\nHost: ${lan.host}:${lan.port}\r\n\r\n`, `POST /api/devices/ask HTTP/1.1\r\nHost: ${lan.host}:${lan.port}\r\nContent-Length: 2\r\n\r\n{}`]) {
        const { came, ms } = await sends(lan, lan.attacker().from, text);
        assert.equal(came.includes('HTTP/1.1 2') || came.includes('<') || came.includes('{'), false);
        assert.ok(ms < 6_000, `it lasted ${Math.round(ms)} ms`);
      }
    }),
  },
  {
    name: 'Garbage to the TLS port', sent: '100 KB of noise; a record of a kind that is none; a heartbeat that asks for 64 KB', mustHappen: 'ended within 6 s, nothing but an alert comes back',
    run: onLan(async (lan) => {
      const noise = Buffer.from(Array.from({ length: 100_000 }, (_, nth) => (nth * 7_919 + 13) % 256));
      for (const bytes of [noise, Buffer.from('ff030100020000', 'hex'), Buffer.from('1803020003014000', 'hex')]) {
        const { came, ms } = await sends(lan, lan.attacker().from, bytes);
        assert.ok(came.length <= 7, `${came.length} bytes came back`);
        assert.ok(ms < 6_000, `it lasted ${Math.round(ms)} ms`);
      }
    }),
  },
  {
    name: 'Silent connections to the TLS port', sent: '40 connections: half say nothing, half drip a ClientHello a byte a second', mustHappen: 'ended within 8 s', early: true,
    async run(ground) {
      const lan = await ground.lan();
      const { from } = lan.attacker();
      const hello = Buffer.from('16030100f0010000ec0303', 'hex');
      const lasted = await Promise.all(Array.from({ length: 40 }, async (_, nth) => (await sends(lan, from, nth % 2 === 0 ? '' : hello.subarray(0, 5), (socket) => {
        if (nth % 2 === 0) return;
        let at = 5;
        const timer = setInterval(() => { socket.write(hello.subarray(at, at + 1)); at += 1; }, 1_000);
        socket.once('close', () => { clearInterval(timer); });
      })).ms));
      assert.ok(Math.max(...lasted) < 8_000, `it lasted ${Math.round(Math.max(...lasted))} ms`);
      await lan.stillWell();
    },
  },
  oldTls('TLSv1', 'a handshake of TLS 1.0'),
  oldTls('TLSv1.1', 'a handshake of TLS 1.1'),
  refusedShake('Ciphers that protect nothing', 'TLS 1.2 with no encryption, no authentication, RC4 or 3DES alone', { maxVersion: 'TLSv1.2', ciphers: 'NULL:aNULL:3DES:RC4:@SECLEVEL=0' }, /handshake.failure|HANDSHAKE_FAILURE/iu),
  refusedShake('Keys that are kept', 'TLS 1.2 with key exchange by RSA alone, which has no forward secrecy', { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256:AES256-SHA' }, /handshake.failure|HANDSHAKE_FAILURE/iu),
  {
    name: 'A hall of another name in between', sent: 'a browser that knows the hall\'s authority asks for evil.example, and for the hall by a certificate of its own', mustHappen: 'the browser refuses the certificate: it names this hall alone',
    run: onLan(async (lan) => {
      const { socket, error } = await shakes(lan, lan.attacker().from, { servername: 'evil.example' });
      socket.destroy();
      assert.match(error, /altnames|ALTNAME/iu);
      const { ca: _own, ...stranger } = lan;
      const other = await shakes({ ...stranger, ca: '' } as LanGround, lan.attacker().from, {});
      other.socket.destroy();
      assert.match(other.error, /self.signed|unable to|SELF_SIGNED|UNABLE/iu);
    }),
  },
  {
    name: 'The right name in the handshake, another in the request', sent: `SNI ${lanName}, Host evil.example`, mustHappen: '421 and not a word',
    run: onLan(async (lan) => {
      for (const [sni, named] of [[lanName, 'evil.example'], [lanName, `evil.example:${lan.port}`], ['evil.example', 'evil.example']] as const) {
        const { socket } = await shakes(lan, lan.attacker().from, { servername: sni, rejectUnauthorized: false });
        assert.match(await speaks(socket, `GET /api/health HTTP/1.1\r\nHost: ${named}\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 421 [\s\S]*\r\n\r\n$/u);
      }
    }),
  },
  {
    name: 'Renegotiation without end', sent: 'TLS 1.2, a new handshake again and again on one connection', mustHappen: 'refused, ignored or cut after three',
    run: onLan(async (lan) => {
      const { socket, agreed } = await shakes(lan, lan.attacker().from, { maxVersion: 'TLSv1.2' });
      assert.equal(agreed, 'TLSv1.2');
      let times = 0;
      const isOver = new Promise<string>((resolve) => {
        socket.once('close', () => resolve('cut'));
        const again = (): void => {
          if (socket.renegotiate({}, (error) => { if (error === null) { times += 1; if (times < 20) again(); else resolve('as often as it liked'); } else resolve('refused'); }) === false) resolve('refused');
        };
        again();
        // A hall that hears nothing of it answers nothing.
        setTimeout(() => resolve('ignored'), 3_000);
      });
      const outcome = await isOver;
      socket.destroy();
      assert.notEqual(outcome, 'as often as it liked');
      assert.ok(times <= 3, `${times} times`);
    }),
  },
  {
    name: 'A way back to plain HTTP', sent: 'GET /display/ over TLS', mustHappen: 'Strict-Transport-Security, no cookie, no address without TLS in the policy',
    run: onLan(async (lan) => {
      const { status, headers } = await askFrom(lan.attacker(), 'GET', '/api/health');
      assert.equal(status, 200);
      assert.match(String(headers['strict-transport-security']), /max-age=31536000/u);
      assert.equal(headers['set-cookie'], undefined);
      assert.equal(/(?:^|[\s;])(?:http|ws):/u.test(String(headers['content-security-policy'])), false);
    }),
  },
  {
    name: 'More handshakes than a client may have open', sent: '150 TLS handshakes from one address at once', mustHappen: 'those above 100 end; a device at another address is served meanwhile',
    run: onLan(async (lan) => {
      const { from } = lan.attacker();
      const all = await Promise.all(Array.from({ length: 150 }, () => shakes(lan, from, {})));
      assert.ok(all.filter(({ agreed }) => agreed !== null).length <= 100);
      await lan.stillWell();
      assert.match(await codeOf(lan.attacker(), await newDevice()), /^[2-9A-HJ-KMNP-Z]{8}$/u);
      for (const { socket } of all) socket.destroy();
    }),
  },
];

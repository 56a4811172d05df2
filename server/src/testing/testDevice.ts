// A device as a browser makes one: a key that only signs. With what it takes to be let into a hall that runs, and to come from
// an address of its own: this machine has many (127.0.0.0/8).
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { proofText } from '@hall/core/protocol/deviceProof';
import { checkNumber, deviceIdOf } from '../devices/deviceKey.ts';

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export interface TestDevice {
  /** SPKI, base64url. */
  readonly publicKey: string;
  readonly deviceId: string;
  check(code: string): string;
  /** Signs any text, base64url. */
  sign(text: string): Promise<string>;
  /** The credential for a challenge of that hall. */
  prove(challenge: string, hallId: string): Promise<string>;
}

export async function newDevice(): Promise<TestDevice> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
  const spki = Buffer.from(await crypto.subtle.exportKey('spki', publicKey));
  const deviceId = deviceIdOf(spki);
  const sign = async (text: string): Promise<string> => Buffer.from(await crypto.subtle.sign({ ...p256, hash: 'SHA-256' }, privateKey, Buffer.from(text))).toString('base64url');
  return {
    publicKey: spki.toString('base64url'), deviceId, sign, check: (code) => checkNumber(spki, code),
    prove: async (challenge, hallId) => `device.${deviceId}.${challenge}.${await sign(proofText(hallId, deviceId, challenge))}`,
  };
}

/** A hall that runs, and from which of this machine's addresses it is asked. */
export interface Asked {
  readonly url: string;
  readonly from?: string;
  /** The authority a TLS hall is checked against. */
  readonly ca?: string;
}
export interface AskedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As JSON; the text when it is none. */
  readonly body: unknown;
}

export function askFrom({ url, from = '127.0.0.1', ca }: Asked, method: string, path: string, more: { body?: object | string; credential?: string; type?: string; session?: string } = {}): Promise<AskedReply> {
  const { body, credential, session, type = 'application/json' } = more;
  const { promise, resolve, reject } = Promise.withResolvers<AskedReply>();
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const request = send(`${url}${path}`, {
    method, localAddress: from, agent: false, ...(ca === undefined ? {} : { ca }),
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }), ...(session === undefined ? {} : { 'x-hall-session': session }) },
  }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: jsonOr(text) }));
  });
  request.on('error', reject);
  request.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
  return promise;
}

const jsonOr = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export async function codeOf(hall: Asked, device: TestDevice): Promise<string> {
  const { status, body } = await askFrom(hall, 'POST', '/api/devices/ask', { body: { publicKey: device.publicKey } });
  if (status !== 200) throw new Error(`no code: ${status} ${JSON.stringify(body)}`);
  return (body as { code: string }).code;
}

/** `manager`: a credential that may let devices in. */
export async function letIn(hall: Asked, device: TestDevice, role: string, place: string, manager: string): Promise<AskedReply> {
  const code = await codeOf(hall, device);
  return askFrom(hall, 'POST', '/api/devices', { body: { code, check: device.check(code), role, place, name: `${role} ${place}` }, credential: manager });
}

export async function challengeOf(hall: Asked): Promise<{ hallId: string; challenge: string }> {
  return (await askFrom(hall, 'POST', '/api/devices/challenge')).body as { hallId: string; challenge: string };
}

export async function freshProof(hall: Asked, device: TestDevice): Promise<string> {
  const { hallId, challenge } = await challengeOf(hall);
  return device.prove(challenge, hallId);
}

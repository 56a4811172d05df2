// What attacks on the way in share: how a refusal looks, and how long an end may take.
import { strict as assert } from 'node:assert';

export const within = async (what: Promise<number>, ms: number): Promise<void> => {
  const took = await what;
  assert.ok(took < ms, `it took ${Math.round(took)} ms`);
};
export const oneOf = (status: number, ...right: number[]): void => { assert.ok(right.includes(status), `answered ${status}`); };
export const get = (port: number, path: string, ...head: string[]): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${head.map((line) => `${line}\r\n`).join('')}\r\n`;

// An attacker's own client: bytes on TCP, an upgrade with whatever headers, websocket frames of any form. Nothing of it keeps
// to a library's idea of what may be sent.
import { connect, type Socket } from 'node:net';

export const socketPath = '/socket.io/?EIO=4&transport=websocket';

export interface RawClient {
  readonly socket: Socket;
  /** First line of the answer to the upgrade, or 'closed'. */
  readonly status: string;
  /** Payloads of the frames that came. */
  readonly heard: readonly string[];
  /** Resolves with the ms since the upgrade when the connection is gone. */
  readonly closed: Promise<number>;
  text(payload: string): void;
  binary(payload: Uint8Array): void;
  /** Resolves with the first frame that fits, also one that has come already; rejects when the connection ends before. */
  hears(fits: RegExp): Promise<string>;
  end(): void;
}

export interface RawOptions {
  readonly path?: string;
  /** Header lines instead of the right ones. */
  readonly head?: readonly string[];
  readonly pongs?: boolean;
  readonly keeps?: boolean;
}

export const ownHead = (port: number): string[] => [`Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port}`];

/** `keeps` false: frames are counted as heard by nobody, for floods. */
export async function openRaw(port: number, { path = socketPath, head = ownHead(port), pongs = true, keeps = true }: RawOptions = {}): Promise<RawClient> {
  const socket = connect(port, '127.0.0.1');
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  let status = '';
  let isClosed = false;
  const begun = performance.now();
  socket.on('error', () => undefined);
  const closed = new Promise<number>((gone) => socket.once('close', () => {
    isClosed = true;
    gone(performance.now() - begun);
    for (const look of [...waiting]) look();
  }));
  let left: Buffer = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    left = Buffer.concat([left, bytes]);
    if (status === '') {
      const end = left.indexOf('\r\n\r\n');
      if (end < 0) return;
      status = left.toString('latin1', 0, left.indexOf('\r\n'));
      left = left.subarray(end + 4);
    }
    for (let frame = nextFrame(left); frame !== null; frame = nextFrame(left)) {
      left = left.subarray(frame.size);
      if (frame.opcode === 1 && frame.text === '2' && pongs) socket.write(frameOf(Buffer.from('3')));
      else if (keeps) heard.push(frame.text);
    }
    for (const look of [...waiting]) look();
  });
  const until = <T>(found: () => T | undefined, what: string): Promise<T> => new Promise((resolve, reject) => {
    const look = (): void => {
      const value = found();
      if (value === undefined && !isClosed) return;
      waiting.delete(look);
      if (value === undefined) reject(new Error(`the connection ended before ${what}`));
      else resolve(value);
    };
    waiting.add(look);
    look();
  });
  socket.write(`GET ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`);
  await until(() => status || undefined, 'an answer').catch(() => { status = 'closed'; });
  return {
    socket, heard, closed, status,
    text: (payload) => { socket.write(frameOf(Buffer.from(payload))); },
    binary: (payload) => { socket.write(frameOf(payload, 2)); },
    hears: (fits) => until(() => heard.find((frame) => fits.test(frame)), String(fits)),
    end: () => { socket.destroy(); },
  };
}

interface FrameForm {
  readonly fin?: boolean;
  readonly rsv?: number;
  readonly isMasked?: boolean;
}

/** A frame as a client sends it; the mask is zero. */
export function frameOf(payload: Uint8Array, opcode = 1, { fin = true, rsv = 0, isMasked = true }: FrameForm = {}): Buffer {
  const { length } = payload;
  const long = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + long + (isMasked ? 4 : 0));
  head[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  head[1] = (isMasked ? 0x80 : 0) | (long === 0 ? length : long === 2 ? 126 : 127);
  if (long === 2) head.writeUInt16BE(length, 2);
  if (long === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

function nextFrame(bytes: Buffer): { opcode: number; text: string; size: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + length) return null;
  return { opcode: (bytes[0] ?? 0) & 0x0f, text: bytes.toString('utf8', head, head + length), size: head + length };
}

export interface RawAnswer {
  /** 0: the connection ended without an answer. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
  readonly ms: number;
}

/** Sends bytes as they are and reads until the other side closes, or `enough` has come. */
export function rawHttp(port: number, bytes: string | Buffer, enough = /\r\n\r\n/u): Promise<RawAnswer> {
  const { promise, resolve } = Promise.withResolvers<RawAnswer>();
  const begun = performance.now();
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  let text = '';
  socket.on('data', (some: Buffer) => {
    text += some.toString('latin1');
    // Whatever belongs to the same answer comes within a moment.
    if (enough.test(text)) setTimeout(() => socket.destroy(), 100);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    const [head = '', ...body] = text.split('\r\n\r\n');
    resolve({ status: Number(/^HTTP\/1\.1 (\d+)/u.exec(head)?.[1] ?? 0), head, body: body.join('\r\n\r\n'), ms: performance.now() - begun });
  });
  return promise;
}

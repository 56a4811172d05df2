// The thinnest client that speaks Socket.IO over websocket: text frames in and out, no parsing of what is received.
// Load and followers share the machine with the server; a full client would measure itself.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface LeanSocket {
  /** Emits an event with an acknowledgement; `answered` gets the whole frame of the answer. */
  ask(name: string, content: unknown, answered: (frame: Buffer) => void): void;
  close(): void;
}

const frames = { open: 0x30, ping: 0x32, message: 0x34 } as const;
const packets = { connect: 0x30, event: 0x32, ack: 0x33, error: 0x34 } as const;

/** Resolves when the server has let this socket in. `onEvent` gets every event's whole frame: `42["name",…]`. */
export function openLean(url: string, auth: unknown, onEvent: (frame: Buffer) => void): Promise<LeanSocket> {
  const { hostname, port } = new URL(url);
  const { promise, resolve, reject } = Promise.withResolvers<LeanSocket>();
  const raw = connect({ host: hostname, port: Number(port), noDelay: true });
  const waiting = new Map<number, (frame: Buffer) => void>();
  let asked = 0;
  const lean: LeanSocket = {
    ask(name, content, answered) {
      asked += 1;
      waiting.set(asked, answered);
      sendText(raw, `42${asked}${JSON.stringify([name, content])}`);
    },
    close: () => raw.destroy(),
  };

  function heard(frame: Buffer): void {
    if (frame[0] === frames.ping) return sendText(raw, '3');
    if (frame[0] === frames.open) return sendText(raw, `40${JSON.stringify(auth)}`);
    if (frame[0] !== frames.message) return;
    if (frame[1] === packets.event) return onEvent(frame);
    if (frame[1] === packets.connect) return resolve(lean);
    if (frame[1] === packets.error) return reject(new Error(frame.toString('utf8', 2)));
    if (frame[1] !== packets.ack) return;
    let id = 0;
    for (let index = 2; index < frame.length && (frame[index] ?? 0) <= 0x39 && (frame[index] ?? 0) >= 0x30; index += 1) id = id * 10 + (frame[index] ?? 0) - 0x30;
    const answered = waiting.get(id);
    waiting.delete(id);
    answered?.(frame);
  }

  raw.once('error', reject);
  raw.once('close', () => reject(new Error('the server closed the connection')));
  raw.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: http://${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`);
  raw.on('data', frameReader(heard));
  return promise;
}

/** Cuts the byte stream into the payloads of text frames, after the HTTP answer. Servers send unmasked frames. */
function frameReader(heard: (frame: Buffer) => void): (chunk: Buffer) => void {
  let left: Buffer = Buffer.alloc(0);
  let upgraded = false;
  return (chunk) => {
    left = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    if (!upgraded) {
      const end = left.indexOf('\r\n\r\n');
      if (end < 0) return;
      upgraded = true;
      left = left.subarray(end + 4);
    }
    for (;;) {
      if (left.length < 2) return;
      const short = (left[1] ?? 0) & 0x7f;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (left.length < head) return;
      const length = short === 126 ? left.readUInt16BE(2) : short === 127 ? Number(left.readBigUInt64BE(2)) : short;
      if (left.length < head + length) return;
      const isText = ((left[0] ?? 0) & 0x0f) === 1;
      const payload = left.subarray(head, head + length);
      left = left.subarray(head + length);
      if (isText) heard(payload);
    }
  };
}

/** A masked text frame, as a client must send it; the mask is zero, which leaves the text as it is. */
function sendText(raw: Socket, text: string): void {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(head + 4 + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = 0x80 | length;
  else if (head === 4) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head + 4);
  raw.write(frame);
}

// A screen of a device that proves its key, from whichever address of this machine: what the door says to it, and to its orders.
import { io, type Socket } from 'socket.io-client';
import type { Answer } from '@hall/core/protocol/messages';
import { protocolVersion } from '@hall/core/protocol/version';
import { freshProof, type Asked, type TestDevice } from './testDevice.ts';
import { newId } from './testHall.ts';

export interface DeviceScreen {
  readonly socket: Socket;
  /** 'welcome', or the code of the door's refusal. */
  readonly outcome: string;
  /** From the challenge to the welcome. */
  readonly ms: number;
  /** What has been heard, by name. */
  readonly heard: readonly { readonly name: string; readonly content: unknown }[];
  /** 'accepted', or the code of the refusal. */
  order(type: string, data: object): Promise<string>;
  /** Resolves with performance.now() when the connection is gone. */
  readonly ended: Promise<number>;
  /** As a cable that was pulled: bytes may come, and nobody answers. */
  freeze(): void;
  close(): void;
}

/** `credential`: another one than a fresh proof; `session`: of the person signed in there. */
export async function comeAs(hall: Asked, device: TestDevice, credential?: string, session: string | null = null): Promise<DeviceScreen> {
  const begun = performance.now();
  const shown = credential ?? (await freshProof(hall, device));
  const socket = io(hall.url, {
    transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { origin: hall.url }, localAddress: hall.from ?? '127.0.0.1', ...(hall.ca === undefined ? {} : { ca: hall.ca }),
    auth: { protocol: protocolVersion, credential: shown, session, journalId: null, epoch: null, seq: null },
  } as Parameters<typeof io>[1]);
  const heard: { name: string; content: unknown }[] = [];
  socket.onAny((name: string, content: unknown) => heard.push({ name, content }));
  const { promise: ended, resolve: gone } = Promise.withResolvers<number>();
  socket.on('disconnect', () => gone(performance.now()));
  const outcome = await new Promise<string>((resolve) => {
    socket.on('welcome', () => resolve('welcome'));
    socket.on('connect_error', (error) => resolve((error as Error & { data?: { code: string } }).data?.code ?? error.message));
  });
  if (outcome !== 'welcome') gone(performance.now());
  return {
    socket, outcome, heard, ended, ms: performance.now() - begun,
    async order(type, data) {
      const answer = (await socket.timeout(5_000).emitWithAck('command', { id: newId(), pressedAt: Date.now(), type, data })) as Answer;
      return answer.ok ? 'accepted' : answer.refusal.code;
    },
    freeze() {
      const { engine } = socket.io as unknown as { engine: { transport: { ws: { _socket: { pause(): void } } } } };
      engine.transport.ws._socket.pause();
    },
    close: () => { socket.disconnect(); },
  };
}

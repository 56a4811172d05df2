// A screen as the server sees one: a real Socket.IO client that keeps everything it hears.
import { io, type Socket } from 'socket.io-client';
import type { CommandType } from '@hall/core/domain/commands';
import type { Refusal } from '@hall/core/domain/refusals';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { Answer, Hello, Welcome } from '@hall/core/protocol/messages';
import { protocolVersion } from '@hall/core/protocol/version';
import { trialCredential, type TrialPlace } from '../people/trialCredentials.ts';
import { newId } from './testHall.ts';

export interface Heard {
  readonly name: string;
  readonly content: unknown;
}

export interface Screen {
  readonly socket: Socket;
  readonly welcome: Welcome;
  readonly heard: readonly Heard[];
  order(type: CommandType, data: object, more?: { id?: string; pressedAt?: number; visitor?: ToldVisitor }): Promise<Answer>;
  /** Sends any message; resolves with its acknowledgement. */
  say(name: string, ...content: unknown[]): Promise<Answer>;
  /** Resolves when so many messages of that name have been heard. */
  hears(name: string, count?: number): Promise<void>;
  close(): void;
}

export interface Knock {
  readonly url: string;
  readonly secret: string;
  readonly who: TrialPlace;
  /** Instead of a right first hello. */
  readonly hello?: object;
  readonly headers?: Record<string, string>;
}

/** The connection ended before the answer or the welcome came. */
export class CutOff extends Error {}

export class Rejected extends Error {
  /** Null when the transport itself was refused. */
  readonly refusal: Refusal | null;
  constructor(refusal: Refusal | null, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

/** Resolves with the welcomed screen; rejects with Rejected. */
export function connectScreen({ url, secret, who, hello, headers }: Knock): Promise<Screen> {
  const first: Hello = { protocol: protocolVersion, credential: trialCredential(secret, who), session: null, journalId: null, epoch: null, seq: null };
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, timeout: 10_000, auth: { ...first, ...hello }, extraHeaders: { origin: new URL(url).origin, ...headers } });
  const { promise, resolve, reject } = Promise.withResolvers<Screen>();
  const heard: Heard[] = [];
  const unanswered = new Set<(error: Error) => void>();
  const say: Screen['say'] = (name, ...content) => {
    const { promise: answered, resolve: settle, reject: fail } = Promise.withResolvers<Answer>();
    unanswered.add(fail);
    socket.emit(name, ...content, (answer: Answer) => {
      unanswered.delete(fail);
      settle(answer);
    });
    return answered;
  };
  socket.on('disconnect', (reason) => {
    const cutOff = new CutOff(`disconnected: ${reason}`);
    for (const fail of [...unanswered, reject]) fail(cutOff);
    unanswered.clear();
  });
  socket.onAny((name: string, content: unknown) => heard.push({ name, content }));
  socket.once('connect_error', (error) => {
    socket.disconnect();
    reject(new Rejected((error as Error & { data?: Refusal }).data ?? null, error.message));
  });
  socket.once('welcome', (welcome: Welcome) => resolve({
    socket, welcome, heard, say,
    order: (type, data, more = {}) => say('command', { id: newId(), pressedAt: Date.now(), type, data, ...more }),
    async hears(name, count = 1) {
      while (heard.filter((one) => one.name === name).length < count) await new Promise((next) => { setTimeout(next, 10); });
    },
    close: () => { socket.disconnect(); },
  }));
  return promise;
}

/** The number of a ticket that was issued or called, or the code of the refusal. */
export function said(answer: Answer): string {
  if (!answer.ok) return answer.refusal.code;
  const event = answer.events.find(({ type }) => type === 'ticketIssued' || type === 'ticketCalled') ?? answer.events[0];
  return event !== undefined && 'number' in event.data ? event.data.number : (event?.type ?? 'nothing');
}

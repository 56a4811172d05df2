// One screen's connection, without the transport: what it hears first, and what becomes of each message.
// The outside world ends here: whatever arrives is checked, and answered exactly once.
import { commandTypes } from '@hall/core/domain/commands';
import type { Refusal } from '@hall/core/domain/refusals';
import { maxCommandBytes, maxQueryBytes, messagesPerSecond, queriesPerSecond, queryBurst, refusedTooFastBeforeCut } from '@hall/core/protocol/limits';
import { commandSchema, presenceSchema, type Answer, type CommandMessage, type Hello, type QueryAnswer, type Refused, type Welcome } from '@hall/core/protocol/messages';
import { forbiddenQuery, querySchema, queryTypes } from '@hall/core/protocol/queries';
import { audienceOf, forbidden, forbiddenName, type Audience, type Sender } from '@hall/core/protocol/rights';
import { protocolVersion } from '@hall/core/protocol/version';
import { redactEvent } from '@hall/core/domain/redact';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import { hears, senderAt, type Place } from '../people/senders.ts';
import type { Sessions } from '../people/sessions.ts';
import type { Visitors } from '../visitors/visitors.ts';
import { answerTo, type AnswerQuery } from './queries.ts';
import { createRate } from './rate.ts';
import type { RecentEvents } from './recentEvents.ts';
import { malformed } from './refusalOf.ts';
import type { Snapshots } from './snapshots.ts';
import { bringsSomething, keepBeside } from '../visitors/wordsPart.ts';

export interface SessionParts {
  readonly keeper: HallKeeper;
  readonly recent: RecentEvents;
  readonly snapshots: Snapshots;
  readonly now: () => number;
  /** Turns who a visitor says he is into his id (V1). */
  readonly visitors: Visitors;
  readonly answerQuery: AnswerQuery;
  /** Who is signed in where. */
  readonly sessions: Pick<Sessions, 'of'>;
}

/** How a message is answered, where its sender asked for it. */
export type Acknowledge = (answer: Answer | QueryAnswer) => void;

export interface Session {
  readonly welcome: Welcome;
  readonly audience: Audience;
  /** How far the screen says it has come. */
  readonly seen: () => number;
  /** Takes any message. `answer` is there when the sender asked for one; else a refusal goes to `refuse`. */
  receive(name: string, content: unknown, answer: Acknowledge | null): void;
}

export interface Peer {
  refused(refused: Refused): void;
  /** Ends the connection. */
  cut(): void;
}

export function openSession(hello: Hello, who: Place, parts: SessionParts, peer: Peer): Session {
  const { keeper, now, visitors, answerQuery, sessions } = parts;
  const sender = (): Sender => senderAt(who, hello.session, sessions, 'socket');
  const self = sender();
  // What a connection hears is settled when it begins; one whose session ends is cut.
  const audience = hears(self);
  const withinRate = createRate(now);
  const withinQueryRate = createRate(now, { perSecond: queriesPerSecond, burst: queryBurst });
  let tooFast = 0;
  let seen = 0;
  const life = (): { journalId: string; epoch: number } => ({ journalId: keeper.hall.journalId, epoch: keeper.hall.epoch });

  function refuse(refusal: Refusal, id: CommandMessage['id'] | null, answer: Acknowledge | null): void {
    if (answer === null) peer.refused({ ...life(), refusal });
    else answer({ ok: false, id, ...life(), refusal });
  }

  function receiveCommand(content: unknown, answer: Acknowledge | null): void {
    const size = sizeRefused(content, maxCommandBytes);
    if (size !== null) return refuse(size, null, answer);
    const type = typeof content === 'object' && content !== null && 'type' in content ? content.type : null;
    if (typeof type === 'string' && !commandTypes.some((known) => known === type)) {
      return refuse({ code: 'unknownCommand', facts: { type: type.slice(0, 60) } }, null, answer);
    }
    const parsed = commandSchema.safeParse(content);
    if (!parsed.success) return refuse(malformed(parsed.error), null, answer);
    const command = parsed.data;
    // Without a way to answer nothing is carried out: the sender could never learn what became of it.
    if (answer === null) return refuse({ code: 'malformed', facts: { place: '', problem: 'a command needs an acknowledgement' } }, command.id, null);
    const from = sender();
    // Rights are the keeper's to judge; but nobody without them makes the side store write.
    const refusal = forbiddenName(from, command) ?? (bringsSomething(command) ? forbidden(keeper.hall, from, command) : null);
    if (refusal !== null) return refuse(refusal, command.id, answer);
    const told = keepBeside(command, visitors, keeper.hall, now());
    if (told.named === null) return refuse(told.refusal, command.id, answer);
    const { named } = told;
    keeper.order(from, named.command, (outcome) => {
      named.settled(outcome.ok);
      if (!outcome.ok) refuse(outcome.refusal, command.id, answer);
      else answer({ ok: true, id: command.id, ...life(), events: audience === 'staff' ? [...outcome.events] : outcome.events.map(redactEvent) });
    });
  }

  function receiveQuery(content: unknown, answer: Acknowledge | null): void {
    const size = sizeRefused(content, maxQueryBytes);
    if (size !== null) return refuse(size, null, answer);
    const type = typeof content === 'object' && content !== null && 'type' in content ? content.type : null;
    if (typeof type === 'string' && !queryTypes.some((known) => known === type)) {
      return refuse({ code: 'unknownMessage', facts: { name: `query ${type}`.slice(0, 60) } }, null, answer);
    }
    const query = querySchema.safeParse(content);
    if (!query.success) return refuse(malformed(query.error), null, answer);
    if (answer === null) return refuse({ code: 'malformed', facts: { place: '', problem: 'a query needs an acknowledgement' } }, null, null);
    const from = sender();
    const refusal = forbiddenQuery(keeper.hall, from, query.data);
    if (refusal !== null) return refuse(refusal, null, answer);
    if (!withinQueryRate()) return refuse({ code: 'tooFast', facts: { limitPerSecond: queriesPerSecond } }, null, answer);
    answer({ ok: true, ...life(), result: answerTo(answerQuery, query.data, from) });
  }

  function receivePresence(content: unknown, answer: Acknowledge | null): void {
    const presence = presenceSchema.safeParse(content);
    if (presence.success) seen = presence.data.seq;
    else refuse(malformed(presence.error), null, answer);
  }

  return {
    welcome: { protocol: protocolVersion, ...life(), seq: keeper.hall.seq, at: now(), you: { role: who.role, place: who.place, personId: self.personId, isLocked: self.isLocked, mustSignIn: who.deviceId !== null && audienceOf(who.role) === 'staff' && self.personId === null }, resume: resumeFor(hello, parts, audience) },
    audience,
    seen: () => seen,
    receive(name, content, answer) {
      if (!withinRate()) {
        tooFast += 1;
        if (tooFast > refusedTooFastBeforeCut) peer.cut();
        else refuse({ code: 'tooFast', facts: { limitPerSecond: messagesPerSecond } }, null, answer);
      } else if (name === 'command') receiveCommand(content, answer);
      else if (name === 'query') receiveQuery(content, answer);
      else if (name === 'presence') receivePresence(content, answer);
      // The library also lets numbers pass as names.
      else refuse({ code: 'unknownMessage', facts: { name: String(name).slice(0, 60) } }, null, answer);
    },
  };
}

function sizeRefused(content: unknown, limit: number): Refusal | null {
  const bytes = bytesOf(content);
  if (bytes === null) return { code: 'malformed', facts: { place: '', problem: 'nested too deeply' } };
  return bytes > limit ? { code: 'tooLarge', facts: { bytes, limit } } : null;
}

/** Length as JSON, or null when it is nested deeper than can be written. */
function bytesOf(content: unknown): number | null {
  try {
    return Buffer.byteLength(JSON.stringify(content) ?? '');
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** By sequence when the screen knows this life of the journal and is not too far behind; else by snapshot. */
function resumeFor({ journalId, epoch, seq }: Hello, { keeper: { hall }, recent, snapshots }: SessionParts, audience: Audience): Welcome['resume'] {
  const sameLife = journalId === hall.journalId && epoch === hall.epoch;
  const missed = sameLife && seq !== null ? recent.after(seq, audience) : null;
  return missed === null ? { kind: 'snapshot', snapshot: snapshots(audience) } : { kind: 'events', events: [...missed] };
}

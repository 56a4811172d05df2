// One screen's link to the hall: wire, follower and outbox tied together, with a status that tells the truth.
// No Vue here: the simulator's people use the same link over a fake network.
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Refusal } from '@hall/core/domain/refusals';
import { pulseEveryMs, silentAfterMs } from '@hall/core/protocol/limits';
import type { Answer, CommandMessage, Errand, Forecast, Hello, Welcome } from '@hall/core/protocol/messages';
import type { QueryData, QueryType } from '@hall/core/protocol/queries';
import { protocolVersion } from '@hall/core/protocol/version';
import { createFollower } from './follower.ts';
import { createOutbox, type Timers } from './outbox.ts';
import { createQuestions, type Told } from './questions.ts';
import type { Wire } from './wire.ts';

export type LinkStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** Out of touch; `since` is the hall time of the last thing heard (D2). */
  | { readonly kind: 'away'; readonly since: number }
  | { readonly kind: 'rejected'; readonly refusal: Refusal };

export interface Link {
  readonly hall: Hall;
  readonly status: LinkStatus;
  /** Role, place and person as the server saw them at the welcome; null before the first. */
  readonly you: Welcome['you'] | null;
  /** Hall time now, ms. */
  serverNow(): number;
  order(message: CommandMessage): Promise<Answer>;
  /** Asks once, and is told at once or within 5 s that the hall is away; never rejects. */
  ask<T extends QueryType>(type: T, data: QueryData<T>): Promise<Told<T>>;
  /** Called after every change of hall or status; with the new events, or null after a snapshot. */
  onChange(listener: (events: readonly HallEvent[] | null) => void): () => void;
  /** The last forecast heard, however old; volatile, so no part of the hall. Null before the first. */
  readonly forecast: Forecast | null;
  onForecast(listener: (forecast: Forecast) => void): () => void;
  /** The session's token is another one now, or gone: what was heard in another session is dropped at once, and the screen connects anew. */
  renew(): void;
  close(): void;
}

/** Who keeps the token of the session at this screen. */
export interface SessionToken {
  /** Null: nobody is signed in. */
  now(): Hello['session'];
  /** The server says that it is good no more. */
  isOver(): void;
}
const noSession: SessionToken = { now: () => null, isOver: () => undefined };

export interface LinkParts {
  readonly wire: Wire;
  readonly credential: string;
  /** Absent: nobody signs in at this screen. */
  readonly session?: SessionToken;
  /** The device's own clock, ms; only differences of it are used. */
  readonly now: () => number;
  readonly timers: Timers;
  /** What the hall asks of this device alone. */
  readonly onErrand?: (errand: Errand['errand']) => void;
}

export function createLink({ wire, credential, session = noSession, now, timers, onErrand = () => undefined }: LinkParts): Link {
  const follower = createFollower();
  const outbox = createOutbox((message) => wire.command(message), timers);
  const questions = createQuestions((message, answer) => wire.ask(message, answer), timers);
  const listeners = new Set<(events: readonly HallEvent[] | null) => void>();
  const forecastListeners = new Set<(forecast: Forecast) => void>();
  let forecast: Forecast | null = null;
  let status: LinkStatus = { kind: 'connecting' };
  let you: Link['you'] = null;
  /** The session of the last hello. */
  let said: Hello['session'] = null;
  let clockOffset = 0;
  let lastHeardAt = 0;
  let pulsesBehind = 0;
  let stopSilence = (): void => undefined;
  let stopPresence = (): void => undefined;

  const tell = (events: readonly HallEvent[] | null): void => {
    for (const listener of listeners) listener(events);
  };
  const goAway = (): void => {
    stopSilence();
    stopPresence();
    outbox.disconnected();
    questions.disconnected();
    if (status.kind !== 'live') return;
    status = { kind: 'away', since: lastHeardAt };
    tell([]);
  };
  const heard = (at: number | null): void => {
    if (at !== null) {
      clockOffset = at - now();
      lastHeardAt = at;
    }
    stopSilence();
    // Nothing for so long: the line is dead even if the transport has not noticed.
    stopSilence = timers.after(silentAfterMs, () => {
      goAway();
      wire.reopen();
    });
  };
  const presence = (): void => {
    wire.presence({ seq: follower.hall.seq });
    stopPresence = timers.after(pulseEveryMs * 5, presence);
  };

  const hello = (): Hello => {
    said = session.now();
    return { protocol: protocolVersion, credential, session: said, ...follower.position(said) };
  };
  wire.open(hello, {
    welcome(welcome) {
      // One welcome per connection: a second one is a copy from further back and would turn the hall back.
      if (status.kind === 'live') return;
      heard(welcome.at);
      you = welcome.you;
      const events = follower.welcome(welcome, said);
      if (you.personId === null && said !== null && session.now() === said) session.isOver();
      if (events === 'otherSession') {
        // Nothing of what was private is left to show; the whole hall comes with the next welcome.
        forecast = null;
        tell(null);
        wire.reopen();
        return;
      }
      pulsesBehind = 0;
      status = { kind: 'live' };
      outbox.connected();
      questions.connected();
      stopPresence();
      presence();
      tell(events);
    },
    events(batch) {
      heard(batch.at);
      const events = follower.batch(batch);
      if (events === 'gap') wire.reopen();
      else if (events.length > 0) tell(events);
    },
    pulse(pulse) {
      heard(pulse.at);
      // Connected and never welcomed: without a new start this screen would stay away for ever.
      pulsesBehind = status.kind !== 'live' || follower.isApart(pulse) ? pulsesBehind + 1 : 0;
      if (pulsesBehind < 2) return;
      pulsesBehind = 0;
      wire.reopen();
    },
    forecast(told) {
      heard(null);
      // Of another life of the journal, or of a connection that was not welcomed: ids would mean something else (J9).
      if (status.kind !== 'live' || told.journalId !== follower.hall.journalId || told.epoch !== follower.hall.epoch) return;
      forecast = told;
      for (const listener of forecastListeners) listener(told);
    },
    errand(told) {
      heard(null);
      // Only of the hall whose screen this is, and only once it has let it in.
      if (status.kind === 'live' && told.journalId === follower.hall.journalId && told.epoch === follower.hall.epoch) onErrand(told.errand);
    },
    answer(answer) {
      heard(null);
      outbox.answered(answer);
    },
    refused: () => heard(null),
    closed: goAway,
    rejected(refusal) {
      status = { kind: 'rejected', refusal };
      tell([]);
    },
  });

  return {
    get hall() {
      return follower.hall;
    },
    get status() {
      return status;
    },
    get you() {
      return you;
    },
    serverNow: () => now() + clockOffset,
    order: (message) => outbox.order(message),
    ask: (type, data) => questions.ask(type, data),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get forecast() {
      return forecast;
    },
    onForecast(listener) {
      forecastListeners.add(listener);
      return () => forecastListeners.delete(listener);
    },
    renew() {
      if (follower.leave(session.now())) {
        forecast = null;
        tell(null);
      }
      wire.reopen();
    },
    close() {
      questions.disconnected();
      stopSilence();
      stopPresence();
      wire.close();
    },
  };
}

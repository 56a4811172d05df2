// One screen's link to the hall: wire, follower and outbox tied together, with a status that tells the truth.
// No Vue here: the simulator's people use the same link over a fake network.
import type { Role } from '@hall/core/domain/actor';
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { Refusal } from '@hall/core/domain/refusals';
import { pulseEveryMs, silentAfterMs } from '@hall/core/protocol/limits';
import type { Answer, CommandMessage, Forecast } from '@hall/core/protocol/messages';
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
  /** Role and place as the server sees them; null before the first welcome. */
  readonly you: { readonly role: Role; readonly place: string } | null;
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
  close(): void;
}

export interface LinkParts {
  readonly wire: Wire;
  readonly credential: string;
  /** The device's own clock, ms; only differences of it are used. */
  readonly now: () => number;
  readonly timers: Timers;
}

export function createLink({ wire, credential, now, timers }: LinkParts): Link {
  const follower = createFollower();
  const outbox = createOutbox((message) => wire.command(message), timers);
  const questions = createQuestions((message, answer) => wire.ask(message, answer), timers);
  const listeners = new Set<(events: readonly HallEvent[] | null) => void>();
  const forecastListeners = new Set<(forecast: Forecast) => void>();
  let forecast: Forecast | null = null;
  let status: LinkStatus = { kind: 'connecting' };
  let you: Link['you'] = null;
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

  wire.open(() => ({ protocol: protocolVersion, credential, ...follower.position() }), {
    welcome(welcome) {
      // One welcome per connection: a second one is a copy from further back and would turn the hall back.
      if (status.kind === 'live') return;
      heard(welcome.at);
      you = welcome.you;
      const events = follower.welcome(welcome);
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
    close() {
      questions.disconnected();
      stopSilence();
      stopPresence();
      wire.close();
    },
  };
}

// Reads the events of a forecast log into a forecaster, in the hall's own words: the one place that knows the log's.
// Several logs may follow each other; a hall that comes again is remembered.
import { seededRandom } from '@hall/core/base/random';
import type { Answer } from '@hall/core/domain/forecast/answer';
import { Forecaster } from '@hall/core/domain/forecast/forecaster';
import type { LogEvent, LogHeader } from './logEvent.ts';
import { readingsOf } from './logReadings.ts';

/** Indices of names, in order of first mention. */
class Names {
  private readonly indices = new Map<string, number>();
  indexOf(name: string): number {
    const known = this.indices.get(name);
    if (known !== undefined) return known;
    this.indices.set(name, this.indices.size);
    return this.indices.size - 1;
  }
}

const day = 86_400;
/** Unasked answers keep the correction of tails fed: one in so many tickets, more while few errors are known. */
const oftenUntil = 600;
const often = 3;
const seldom = 12;
const usualClasses = ['appointment', 'priority', 'normal'];

/** What is known of one hall. */
class KnownHall {
  readonly queues = new Names();
  readonly counters = new Names();
  readonly kinds = new Names();
  readonly classes: readonly string[];
  readonly forecaster: Forecaster;
  /** Otherwise an answer costs nothing, and all are tried. */
  readonly seesCounters: boolean;
  dayIsOpen = false;
  lastDay = -1;
  days = 0;
  issued = 0;
  tried = 0;

  constructor({ detail, queues, classes, policy }: LogHeader, seed: number) {
    const named = policy?.kind === 'class-rank' ? Object.keys(policy.rank) : policy?.kind === 'longest-wait' ? Object.keys(policy.bonusSeconds) : [];
    this.classes = [...new Set([...(classes.length > 0 ? classes : usualClasses), ...named])];
    for (const queue of queues) this.queues.indexOf(queue);
    this.seesCounters = detail === 'full';
    this.forecaster = new Forecaster(readingsOf(policy, this.classes), this.classes.length, this.seesCounters, seededRandom(seed));
  }

  rankOf(name: string): number {
    const index = this.classes.indexOf(name);
    return index >= 0 ? index : this.classes.length - 1;
  }
}

export interface LogAnswer extends Answer {
  readonly ticket: string;
}

export class ForecastLog {
  private readonly halls = new Map<string, KnownHall>();
  private hall: KnownHall;
  private last = 0;
  private readonly seed: number;

  constructor(seed = 1) {
    this.seed = seed;
    this.hall = this.begin({ type: 'header', hall: '', detail: 'full', queues: [], classes: [], policy: null });
  }

  /** The forecaster of the hall the log is at. */
  get forecaster(): Forecaster {
    return this.hall.forecaster;
  }

  /** Takes one event; the answer for a ticket that asked for one. */
  take(event: LogEvent): LogAnswer | null {
    if (event.type === 'header') {
      if (this.hall.dayIsOpen) this.endDay(this.last);
      this.hall = this.begin(event);
      this.last = 0;
      return null;
    }
    const t = Math.max(event.t, this.last);
    this.last = t;
    if (event.type === 'day.start') {
      this.startDay(t, event.weekday);
      return null;
    }
    if (event.type === 'day.end') {
      if (this.hall.dayIsOpen) this.endDay(t);
      return null;
    }
    // A log that forgot to start the day.
    if (!this.hall.dayIsOpen || Math.floor(t / day) !== this.hall.lastDay) this.startDay(t, 1 + (Math.floor(t / day) % 7));
    return this.duringDay(event, t);
  }

  private duringDay(event: Exclude<LogEvent, { type: 'header' | 'day.start' | 'day.end' }>, t: number): LogAnswer | null {
    const { forecaster, counters, queues } = this.hall;
    switch (event.type) {
      case 'counter.open': forecaster.open(t, counters.indexOf(event.counter), event.queues.map((queue) => queues.indexOf(queue)), []); break;
      case 'counter.pause': forecaster.pause(t, counters.indexOf(event.counter)); break;
      case 'counter.resume': forecaster.resume(t, counters.indexOf(event.counter)); break;
      case 'counter.close': forecaster.close(t, counters.indexOf(event.counter)); break;
      case 'queue.capacity': forecaster.capacity(t, queues.indexOf(event.queue), event.open); break;
      case 'ticket.issued': return this.issued(event, t);
      case 'ticket.called': forecaster.call(t, event.ticket, event.counter === null ? null : counters.indexOf(event.counter)); break;
      case 'ticket.served': forecaster.serve(t, event.ticket); break;
      case 'ticket.noshow': forecaster.miss(t, event.ticket); break;
      case 'ticket.left': forecaster.leave(t, event.ticket); break;
      case 'ticket.transferred':
        forecaster.serve(t, event.ticket);
        forecaster.transfer(t, event.ticket, queues.indexOf(event.queue), this.hall.rankOf(event.class), this.kindOf(event.queue, event.class));
        break;
    }
    return null;
  }

  private issued(event: Extract<LogEvent, { type: 'ticket.issued' }>, t: number): LogAnswer | null {
    const { hall } = this;
    hall.forecaster.join(t, {
      id: event.ticket, queue: hall.queues.indexOf(event.queue), rank: hall.rankOf(event.class),
      kind: this.kindOf(event.queue, event.class), slotAt: event.appointmentAt ?? null,
    });
    hall.issued += 1;
    if (!event.predict) {
      if (hall.days < 1 || hall.issued % (hall.seesCounters ? (hall.tried < oftenUntil ? often : seldom) : 1) !== 0) return null;
      hall.tried += 1;
      hall.forecaster.predict(event.ticket);
      return null;
    }
    const answer = hall.forecaster.predict(event.ticket);
    return answer === null ? null : { ticket: event.ticket, ...answer };
  }

  private kindOf(queue: string, className: string): number {
    return this.hall.kinds.indexOf(`${queue} ${className}`);
  }

  private startDay(t: number, weekday: number): void {
    if (this.hall.dayIsOpen) this.endDay(t);
    this.hall.forecaster.startDay(t, weekday);
    this.hall.dayIsOpen = true;
    this.hall.lastDay = Math.floor(t / day);
  }

  private endDay(t: number): void {
    this.hall.forecaster.endDay(t);
    this.hall.dayIsOpen = false;
    this.hall.days += 1;
  }

  private begin(header: LogHeader): KnownHall {
    const key = JSON.stringify([header.hall, header.detail, header.queues, header.classes, header.policy]);
    const hall = this.halls.get(key) ?? new KnownHall(header, this.seed);
    this.halls.set(key, hall);
    return hall;
  }
}

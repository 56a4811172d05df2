// Scores answers against what happened, beside the simple ways on the same tickets: naive (people ahead × mean service
// ÷ open counters), LES (wait of the last visitor called, per class) and HOL (present wait of the head, per class).
import type { LogAnswer } from '@hall/server/forecast/forecastLog';
import type { LogEvent } from '@hall/server/forecast/logEvent';

interface Waiting { readonly queue: string; readonly class: string; readonly issuedAt: number }
interface Said extends LogAnswer { naive: number; les: number; hol: number; waited: number }

export interface Scores {
  readonly tickets: number;
  readonly meanWait: number;
  readonly mae: number;
  readonly naive: number;
  readonly les: number;
  readonly hol: number;
  readonly bias: number;
  readonly below90: number;
  readonly inside80: number;
  readonly msMedian: number;
  readonly msP99: number;
}

export class Judge {
  private readonly said: Said[] = [];
  private readonly ms: number[] = [];
  private open = new Map<string, Said>();
  private waiting = new Map<string, Waiting>();
  private lastWait = new Map<string, number>();
  private counters = new Map<string, { queues: string[]; calls: boolean }>();
  private serving = new Map<string, { queue: string; calledAt: number }>();
  private services = new Map<string, { sum: number; count: number }>();

  begin(): void {
    this.open = new Map();
    this.waiting = new Map();
    this.lastWait = new Map();
    this.counters = new Map();
    this.serving = new Map();
  }

  /** Asked for after the forecast has seen the issue, before the judge has. */
  answered(answer: LogAnswer): void {
    this.open.set(answer.ticket, { ...answer, naive: 0, les: 0, hol: 0, waited: NaN });
  }

  took(ms: number): void {
    this.ms.push(ms);
  }

  see(event: LogEvent | undefined): void {
    switch (event?.type) {
      case 'day.start':
      case 'day.end':
        this.waiting.clear();
        this.serving.clear();
        this.open.clear();
        this.lastWait.clear();
        for (const counter of this.counters.values()) counter.calls = false;
        break;
      case 'counter.open': this.counters.set(event.counter, { queues: event.queues, calls: true }); break;
      case 'counter.pause':
      case 'counter.close': Object.assign(this.counters.get(event.counter) ?? {}, { calls: false }); break;
      case 'counter.resume': Object.assign(this.counters.get(event.counter) ?? {}, { calls: true }); break;
      case 'ticket.issued': this.issued(event); break;
      case 'ticket.transferred':
        this.ended(event.ticket, event.t);
        this.waiting.set(event.ticket, { queue: event.queue, class: event.class, issuedAt: event.t });
        break;
      case 'ticket.called': this.called(event.ticket, event.t); break;
      case 'ticket.served': this.ended(event.ticket, event.t); break;
      case 'ticket.noshow': this.serving.delete(event.ticket); break;
      case 'ticket.left':
        this.waiting.delete(event.ticket);
        this.open.delete(event.ticket);
        break;
      default: break;
    }
  }

  join(other: Judge): void {
    this.said.push(...other.said);
    this.ms.push(...other.ms);
  }

  scores(): Scores {
    const { said } = this;
    const mean = (of: (one: Said) => number): number => said.reduce((sum, one) => sum + of(one), 0) / said.length;
    const error = (of: (one: Said) => number): number => mean((one) => Math.abs(of(one) - one.waited));
    const meanWait = mean(({ waited }) => waited);
    const ms = Float64Array.from(this.ms).sort();
    return {
      tickets: said.length, meanWait, mae: error(({ p50 }) => p50), naive: error(({ naive }) => naive), les: error(({ les }) => les), hol: error(({ hol }) => hol),
      bias: mean((one) => one.mean - one.waited) / meanWait,
      below90: mean(({ waited, p90 }) => (waited <= p90 + 0.05 ? 1 : 0)),
      inside80: mean(({ waited, p10, p90 }) => (waited <= p90 + 0.05 && waited >= p10 - 0.05 ? 1 : 0)),
      msMedian: ms[Math.floor(ms.length / 2)] ?? NaN, msP99: ms[Math.floor(ms.length * 0.99)] ?? NaN,
    };
  }

  private issued(event: Extract<LogEvent, { type: 'ticket.issued' }>): void {
    const said = this.open.get(event.ticket);
    if (said !== undefined) {
      let ahead = 0;
      let head = Infinity;
      for (const other of this.waiting.values()) {
        if (other.queue !== event.queue) continue;
        ahead += 1;
        if (other.class === event.class) head = Math.min(head, other.issuedAt);
      }
      const service = this.services.get(event.queue) ?? { sum: 600, count: 1 };
      const open = [...this.counters.values()].filter(({ calls, queues }) => calls && queues.includes(event.queue)).length;
      said.naive = (ahead * (service.sum / service.count)) / Math.max(1, open);
      said.les = this.lastWait.get(`${event.queue} ${event.class}`) ?? 0;
      said.hol = head === Infinity ? 0 : event.t - head;
    }
    this.waiting.set(event.ticket, { queue: event.queue, class: event.class, issuedAt: event.t });
  }

  private called(ticket: string, t: number): void {
    const waiting = this.waiting.get(ticket);
    if (waiting === undefined) return;
    this.waiting.delete(ticket);
    this.lastWait.set(`${waiting.queue} ${waiting.class}`, t - waiting.issuedAt);
    this.serving.set(ticket, { queue: waiting.queue, calledAt: t });
    const said = this.open.get(ticket);
    if (said === undefined) return;
    this.open.delete(ticket);
    said.waited = t - waiting.issuedAt;
    this.said.push(said);
  }

  private ended(ticket: string, t: number): void {
    const serving = this.serving.get(ticket);
    if (serving === undefined) return;
    this.serving.delete(ticket);
    const service = this.services.get(serving.queue) ?? { sum: 0, count: 0 };
    service.sum += t - serving.calledAt;
    service.count += 1;
    this.services.set(serving.queue, service);
  }
}

export function scoreTable(rows: readonly (readonly [string, Scores])[]): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
  const head = ['', 'tickets', 'mean wait', 'MAE', '÷ LES', '÷ naive', '÷ HOL', 'bias', '≤ p90', 'in 10–90', 'ms p50', 'ms p99'];
  const lines = rows.map(([name, s]) => [
    name, String(s.tickets), s.meanWait.toFixed(0), s.mae.toFixed(0), (s.mae / s.les).toFixed(3), (s.mae / s.naive).toFixed(3), (s.mae / s.hol).toFixed(3),
    percent(s.bias), percent(s.below90), percent(s.inside80), s.msMedian.toFixed(1), s.msP99.toFixed(1),
  ]);
  return [head, ...lines].map((line) => line.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(9))).join(' ')).join('\n');
}

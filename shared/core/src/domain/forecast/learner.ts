// Takes the neutral facts of one hall one by one, keeps the present floor and learns the habits from them.
// Pure: no clock. Adapters: hallForecast.ts for the hall's own journal, and the forecast program's log reader.
import { Floor, type Guest } from './floor.ts';
import { Habits } from './habits.ts';
import { PolicyGuess, type Reading } from './policyGuess.ts';
import { SimpleViews } from './simpleViews.ts';

export interface Joining {
  readonly id: string;
  readonly queue: number;
  readonly rank: number;
  readonly kind: number;
  readonly slotAt: number | null;
}

/** A gap longer than this between two calls is a pause nobody pressed. */
const longestGap = 300;

export abstract class Learner {
  readonly floor = new Floor();
  readonly habits = new Habits();
  readonly policy: PolicyGuess;
  protected readonly views = new SimpleViews();

  constructor(readings: readonly [Reading, ...Reading[]], ranks: number) {
    this.policy = new PolicyGuess(readings);
    this.floor.ranks = ranks;
  }

  /** What became of a wait; called while the guest still stands in its line. */
  protected abstract called(guest: Guest, waited: number): void;
  /** It will not be called. */
  protected abstract forget(guest: Guest): void;
  protected abstract forgetAll(): void;

  startDay(t: number, weekday: number): void {
    this.endDay(t);
    this.habits.arrivals.startDay(weekday);
    this.habits.counterDays.startDay(weekday);
    this.views.startDay();
  }

  endDay(t: number): void {
    this.floor.now = t;
    this.habits.counterDays.endDay(t % 86_400);
    this.habits.arrivals.endDay();
    this.habits.services.speeds.endDay();
    this.floor.clear();
    this.forgetAll();
  }

  open(t: number, index: number, own: readonly number[], helped: readonly number[]): void {
    this.floor.now = t;
    const counter = this.floor.counter(index);
    Object.assign(counter, { own, helped, isOpen: true, isPaused: false, freeSince: t, lastSeconds: 0 });
    this.habits.counterDays.calls(index, t % 86_400);
    for (const queue of [...own, ...helped]) this.floor.queues = Math.max(this.floor.queues, queue + 1);
  }

  pause(t: number, index: number): void {
    this.away(t, index, 'paused');
    this.floor.counter(index).isPaused = true;
  }

  resume(t: number, index: number): void {
    this.floor.now = t;
    const counter = this.floor.counter(index);
    if (!counter.isOpen) return;
    Object.assign(counter, { isPaused: false, freeSince: t, lastSeconds: 0 });
    this.habits.counterDays.calls(index, t % 86_400);
  }

  close(t: number, index: number): void {
    const meantAt = this.away(t, index, 'closed');
    const counter = this.floor.counter(index);
    if (counter.isOpen) this.habits.counterDays.closedAt(meantAt, this.floor.waitsFor(counter));
    counter.isOpen = false;
    counter.isPaused = false;
  }

  capacity(t: number, queue: number, open: number): void {
    this.floor.now = t;
    this.views.capacity(queue, open);
  }

  join(t: number, joining: Joining): void {
    this.floor.now = t;
    const line = joining.queue * this.floor.ranks + joining.rank;
    this.habits.arrivals.add(line, t);
    this.habits.addKind(line, joining.kind);
    if (joining.slotAt !== null) this.habits.addSlotLead(line, joining.slotAt - t);
    const guest = this.floor.join({ ...joining, issuedAt: t, dueAt: t });
    guest.dueAt = this.policy.best.dueAt(guest);
  }

  /** Waits again, in another queue. */
  transfer(t: number, id: string, queue: number, rank: number, kind: number): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest !== undefined) this.out(guest, t);
    this.join(t, { id, queue, rank, kind, slotAt: null });
  }

  call(t: number, id: string, at: number | null): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined || guest.calledAt !== null) return;
    const waited = t - guest.issuedAt;
    const counter = at === null ? null : this.floor.counter(at);
    if (counter !== null) {
      this.policy.called(this.floor, counter, guest);
      if (counter.hadWaiting && counter.freeSince < t + 1e-9 && counter.lastSeconds > 0) this.habits.gaps.add(Math.min(longestGap, t - counter.freeSince));
    }
    this.called(guest, waited);
    this.floor.leaveLine(guest);
    this.views.called(guest, t, this.waitingIn(guest.queue));
    this.habits.patience.addWait(waited, false);
    guest.calledAt = t;
    guest.counter = at;
    if (counter === null) {
      this.floor.guests.delete(id);
      return;
    }
    if (counter.active !== null) this.floor.guests.delete(counter.active.id);
    counter.active = guest;
    counter.rankedInARow = this.policy.best.policy.rankedAfter(guest.rank, counter.rankedInARow);
  }

  /** The stretch at the counter is over. */
  serve(t: number, id: string): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined) return;
    if (guest.calledAt !== null) {
      this.habits.services.add(guest.kind, guest.counter, t - guest.calledAt);
      this.habits.patience.addOutcome(guest.calledAt - guest.issuedAt, false);
    }
    this.out(guest, t);
  }

  miss(t: number, id: string): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined) return;
    if (guest.calledAt !== null) {
      this.habits.missedLengths.add(t - guest.calledAt);
      this.habits.patience.addOutcome(guest.calledAt - guest.issuedAt, true);
    }
    this.out(guest, t);
  }

  leave(t: number, id: string): void {
    this.floor.now = t;
    const guest = this.floor.guests.get(id);
    if (guest === undefined) return;
    if (guest.calledAt === null) this.habits.patience.addWait(t - guest.issuedAt, true);
    this.out(guest, t);
  }

  protected waitingIn(queue: number): number {
    let waiting = 0;
    for (let rank = 0; rank < this.floor.ranks; rank += 1) waiting += this.floor.lines[queue * this.floor.ranks + rank]?.length ?? 0;
    return waiting;
  }

  /** Tells when it was meant to go: in the middle of the stretch at whose end it went. */
  private away(t: number, index: number, kind: 'paused' | 'closed'): number {
    this.floor.now = t;
    const counter = this.floor.counter(index);
    const wasServing = counter.lastSeconds > 0 && t - counter.freeSince < 30;
    const meantAt = (t % 86_400) - (wasServing ? counter.lastSeconds / 2 : 0);
    if (counter.isOpen) this.habits.counterDays.goesAway(index, t % 86_400, kind, meantAt);
    return meantAt;
  }

  /** Gone from the line or from the counter. */
  private out(guest: Guest, t: number): void {
    this.forget(guest);
    this.floor.guests.delete(guest.id);
    if (guest.calledAt === null) {
      this.floor.leaveLine(guest);
      return;
    }
    const counter = guest.counter === null ? undefined : this.floor.counters[guest.counter];
    if (counter === undefined || counter.active !== guest) return;
    counter.active = null;
    counter.freeSince = t;
    counter.lastSeconds = t - guest.calledAt;
    counter.hadWaiting = !counter.isPaused && counter.isOpen && this.floor.waitsFor(counter);
  }
}

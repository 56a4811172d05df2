// What past days and today taught about the hall: the engine's `Outlook`. Learned one fact at a time by learner.ts.
import type { Random } from '../../base/random.ts';
import { AbsencesAhead } from './absencesAhead.ts';
import { Arrivals } from './arrivals.ts';
import { CounterDays } from './counterDays.ts';
import type { Absence, Outlook } from './forecastState.ts';
import { Patience } from './patience.ts';
import { SampleRing } from './sampleRing.ts';
import { ServiceTimes } from './serviceTimes.ts';

/** A miss of which nothing is known yet: called three times, twenty seconds waited. */
const missedGuess = 45;

export class Habits implements Outlook {
  readonly services = new ServiceTimes();
  readonly patience = new Patience();
  readonly arrivals = new Arrivals();
  readonly counterDays = new CounterDays();
  readonly missedLengths = new SampleRing(300);
  readonly gaps = new SampleRing(400);
  /** Kinds of the last arrivals of each line. */
  readonly kinds: number[][] = [];
  /** How long before its slot somebody with an appointment arrives, per line. */
  readonly slotLeads: (SampleRing | undefined)[] = [];
  /** The policy takes a slot as the due moment. */
  dueIsSlot = true;
  private readonly ahead = new AbsencesAhead(this.counterDays);

  prepare(now: number): void {
    this.arrivals.prepare(now);
    this.ahead.prepare(now);
  }

  serviceSeconds(kind: number, counter: number, random: Random): number {
    return this.services.draw(kind, counter, random);
  }

  remainingSeconds(kind: number, counter: number, elapsed: number, waited: number, random: Random): number {
    const share = this.patience.missedShare(waited);
    if (share > 0 && this.missedLengths.count > 0) {
      const missed = (share * this.missedLengths.countAbove(elapsed)) / this.missedLengths.count;
      const served = (1 - share) * Math.max(0.02, this.services.shareAbove(kind, counter, elapsed));
      if (missed > 0 && random.next() < missed / (missed + served)) return (this.missedLengths.drawAbove(elapsed, random) ?? elapsed) - elapsed;
    }
    return this.services.drawRest(kind, counter, elapsed, random);
  }

  missedShare(waited: number): number {
    return this.patience.missedShare(waited);
  }

  missedSeconds(random: Random): number {
    return this.missedLengths.count === 0 ? missedGuess : this.missedLengths.draw(random);
  }

  staysShare(waited: number, then: number): number {
    return this.patience.staysShare(waited, then);
  }

  gapSeconds(_counter: number, random: Random): number {
    return this.gaps.count === 0 ? 0 : this.gaps.draw(random);
  }

  nextArrival(line: number, after: number, random: Random): number {
    return this.arrivals.next(line, after, random);
  }

  arrivalKind(line: number, random: Random): number {
    const kinds = this.kinds[line];
    return kinds === undefined || kinds.length === 0 ? 0 : (kinds[random.below(kinds.length)] ?? 0);
  }

  isDueOnArrival(line: number): boolean {
    return !this.dueIsSlot || (this.slotLeads[line]?.count ?? 0) === 0;
  }

  arrivalDue(line: number, at: number, random: Random): number {
    const leads = this.dueIsSlot ? this.slotLeads[line] : undefined;
    return leads === undefined || leads.count === 0 ? at : at + leads.draw(random);
  }

  absences(counter: number, random: Random): readonly Absence[] {
    return this.ahead.draw(counter, random);
  }

  addKind(line: number, kind: number): void {
    const kinds = this.kinds[line] ?? [];
    this.kinds[line] = kinds;
    kinds.push(kind);
    if (kinds.length > 100) kinds.shift();
  }

  addSlotLead(line: number, seconds: number): void {
    const leads = this.slotLeads[line] ?? new SampleRing(200);
    this.slotLeads[line] = leads;
    leads.add(seconds);
  }
}

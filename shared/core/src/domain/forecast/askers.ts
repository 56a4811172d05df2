// People who only ask: they stand in the simulated lines like those who wait, so that it is seen when somebody who comes
// now would be called, but they take nobody's time and nobody's turn. The engine knows nothing of them; this stands
// between it and what was learned. It tells an asker by the wait: an asker's has begun in the future.
import type { Random } from '../../base/random.ts';
import type { CallPolicy } from '../callPolicy.ts';
import type { Absence, ForecastState, Outlook } from './forecastState.ts';

/** Seconds an asker is said to have waited: no real wait is below zero. Taken off again by `waitOfAsker`. */
export const askersWait = -1;
export const waitOfAsker = (told: number): number => told - askersWait;

export class AskersApart implements Outlook {
  private readonly outlook: Outlook;
  /** Who is being called now is an asker. */
  private isAsker = false;

  constructor(outlook: Outlook) {
    this.outlook = outlook;
  }

  /** The same present, in which an asker's call is not counted as a turn. */
  around(state: ForecastState): ForecastState {
    const { policy } = state;
    const apart: CallPolicy = {
      ...policy,
      rankedAfter: (rank, rankedInARow) => (this.isAsker ? rankedInARow : policy.rankedAfter(rank, rankedInARow)),
    };
    return { ...state, policy: apart };
  }

  /** Asked first at every call; an asker always stays. */
  staysShare(waited: number, then: number): number {
    this.isAsker = waited < 0;
    return this.isAsker ? 1 : this.outlook.staysShare(waited, then);
  }

  missedShare(waited: number): number {
    return this.isAsker ? 0 : this.outlook.missedShare(waited);
  }

  serviceSeconds(kind: number, counter: number, random: Random): number {
    return this.isAsker ? 0 : this.outlook.serviceSeconds(kind, counter, random);
  }

  gapSeconds(counter: number, random: Random): number {
    if (!this.isAsker) return this.outlook.gapSeconds(counter, random);
    this.isAsker = false;
    return 0;
  }

  remainingSeconds(kind: number, counter: number, elapsed: number, waited: number, random: Random): number {
    return this.outlook.remainingSeconds(kind, counter, elapsed, waited, random);
  }

  missedSeconds(random: Random): number {
    return this.outlook.missedSeconds(random);
  }

  nextArrival(line: number, after: number, random: Random): number {
    return this.outlook.nextArrival(line, after, random);
  }

  arrivalKind(line: number, random: Random): number {
    return this.outlook.arrivalKind(line, random);
  }

  arrivalDue(line: number, at: number, random: Random): number {
    return this.outlook.arrivalDue(line, at, random);
  }

  isDueOnArrival(line: number): boolean {
    return this.outlook.isDueOnArrival(line);
  }

  /** Asked as a draw begins: nobody is being called yet. */
  absences(counter: number, random: Random): readonly Absence[] {
    this.isAsker = false;
    return this.outlook.absences(counter, random);
  }
}

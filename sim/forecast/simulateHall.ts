// A discrete-event simulation of a pretend hall's day, written as a forecast log. It shares the calling policy with the
// hall and nothing with the forecast's engine, so that it can judge it.
import type { Random } from '@hall/core/base/random';
import { rankWithCap, type Head } from '@hall/core/domain/callPolicy';
import type { LogEvent } from '@hall/server/forecast/logEvent';
import { EventHeap } from './eventHeap.ts';
import type { CounterPlan, World, WorldDay } from './worlds/world.ts';

interface Person extends Head {
  readonly id: string;
  queue: number;
  rank: number;
  issuedAt: number;
  dueAt: number;
  bornSeq: number;
  gone: boolean;
  called: boolean;
}

interface Place {
  readonly plan: CounterPlan;
  isOpen: boolean;
  isPaused: boolean;
  busy: boolean;
  ranked: number;
  closeAt: number;
  /** Seconds of a pause that waits for the end of a service. */
  wantsAway: number;
}

export type Told = Exclude<LogEvent, { type: 'header' | 'queue.capacity' }>;

/** Tells all events of the day, in order of time; `t` is in exact seconds (the log rounds). */
export function simulateHall(world: World, day: WorldDay, random: Random, tell: (event: Told) => void): void {
  const heap = new EventHeap();
  const midnight = day.index * 86_400;
  const ranks = world.classes.length;
  const policy = rankWithCap({
    standing: world.classes.map(({ name }) => world.policy.rank[name] ?? 9), outsideCap: [],
    bySlot: world.classes.map(({ name }) => name === 'appointment'), earlyBy: world.policy.appointmentEarlyS,
    cap: world.policy.maxConsecutiveRanked, ceiling: Infinity,
  });
  const lines: Person[][][] = world.queues.map(() => world.classes.map(() => []));
  let born = 0;
  const idOf = (counter: number): string => world.counters[counter]?.id ?? '';
  const classOf = (rank: number): string => world.classes[rank]?.name ?? '';
  const queueId = (queue: number): string => world.queues[queue]?.id ?? '';

  const join = (person: Person): void => {
    const line = lines[person.queue]?.[person.rank];
    if (line === undefined) return;
    let place = line.length;
    while (place > 0 && (line[place - 1]?.dueAt ?? 0) > person.dueAt) place -= 1;
    line.splice(place, 0, person);
  };
  const headsOf = (queues: readonly number[]): (Person | undefined)[] => world.classes.map((_, rank) => {
    let first: Person | undefined;
    for (const queue of queues) {
      const line = lines[queue]?.[rank];
      while (line?.[0]?.gone === true) line.shift();
      const head = line?.[0];
      if (head !== undefined && (first === undefined || head.dueAt < first.dueAt || (head.dueAt === first.dueAt && head.bornSeq < first.bornSeq))) first = head;
    }
    return first;
  });
  const choose = (counter: number, place: Place, now: number): Person | null => {
    const { own, helped } = world.counters[counter] ?? { own: [], helped: [] };
    const ownHeads = headsOf(own);
    const due = policy.chooseDue(ownHeads, place.ranked, now);
    if (due !== null) return due.head;
    const helpedHeads = headsOf(helped);
    return (policy.chooseDue(helpedHeads, place.ranked, now) ?? policy.chooseEarly(ownHeads) ?? policy.chooseEarly(helpedHeads))?.head ?? null;
  };

  const places = world.counters.map((_, counter): Place => {
    const plan = world.counterPlan(counter, day, random);
    for (const { from, to } of plan.open) {
      heap.push(midnight + from, () => open(counter, midnight + to));
      heap.push(midnight + to, () => look(counter, midnight + to));
    }
    for (const { from, seconds } of plan.away) heap.push(midnight + from, () => wantAway(counter, midnight + from, seconds));
    return { plan, isOpen: false, isPaused: false, busy: false, ranked: 0, closeAt: Infinity, wantsAway: 0 };
  });
  const open = (counter: number, closeAt: number): void => {
    const place = places[counter];
    const known = world.counters[counter];
    if (place === undefined || known === undefined) return;
    place.isOpen = true;
    place.closeAt = closeAt;
    tell({ type: 'counter.open', t: now, counter: known.id, queues: [...known.own, ...known.helped].map(queueId) });
    look(counter, now);
  };
  const wantAway = (counter: number, at: number, seconds: number): void => {
    const place = places[counter];
    if (place === undefined || !place.isOpen || place.isPaused) return;
    place.wantsAway = seconds;
    if (!place.busy) look(counter, at);
  };
  /** A counter that may be free decides what it does now. */
  const look = (counter: number, at: number): void => {
    const place = places[counter];
    if (place === undefined || !place.isOpen || place.isPaused || place.busy) return;
    if (place.wantsAway > 0) {
      const seconds = place.wantsAway;
      place.wantsAway = 0;
      place.isPaused = true;
      tell({ type: 'counter.pause', t: at, counter: idOf(counter) });
      heap.push(at + seconds, () => {
        place.isPaused = false;
        tell({ type: 'counter.resume', t: now, counter: idOf(counter) });
        look(counter, now);
      });
      return;
    }
    const person = choose(counter, place, at);
    if (at >= place.closeAt && (person === null || at >= place.closeAt + world.overtime)) {
      place.isOpen = false;
      tell({ type: 'counter.close', t: at, counter: idOf(counter) });
      return;
    }
    if (person === null) return;
    call(counter, place, person, at);
  };
  const call = (counter: number, place: Place, person: Person, at: number): void => {
    const line = lines[person.queue]?.[person.rank];
    line?.splice(line.indexOf(person), 1);
    person.called = true;
    place.busy = true;
    place.ranked = policy.rankedAfter(person.rank, place.ranked);
    tell({ type: 'ticket.called', t: at, ticket: person.id, counter: idOf(counter) });
    const isMissed = random.chance(world.missedShare(at - person.issuedAt));
    const seconds = isMissed ? world.missedSeconds(random) : world.serviceSeconds(person.queue, person.rank, random) * place.plan.speed;
    heap.push(at + seconds, () => {
      const transferred = !isMissed && world.transferredShare > 0 && random.chance(world.transferredShare);
      if (isMissed) tell({ type: 'ticket.noshow', t: now, ticket: person.id, counter: idOf(counter) });
      else if (transferred) transfer(person, random.below(world.queues.length));
      else tell({ type: 'ticket.served', t: now, ticket: person.id });
      const after = now + world.gap(random);
      heap.push(after, () => {
        place.busy = false;
        look(counter, now);
      });
    });
  };
  const transfer = (person: Person, queue: number): void => {
    born += 1;
    Object.assign(person, { queue, issuedAt: now, dueAt: now, bornSeq: born, called: false, rank: ranks - 1 });
    tell({ type: 'ticket.transferred', t: now, ticket: person.id, queue: queueId(queue), class: classOf(ranks - 1) });
    join(person);
    wake(queue);
  };
  /** Idle counters that serve this queue look, the one free for longest first, own before helping. */
  const wake = (queue: number): void => {
    for (const ofOwn of [true, false]) {
      world.counters.forEach(({ own, helped }, counter) => {
        if ((ofOwn ? own : helped).includes(queue)) look(counter, now);
      });
    }
  };
  const arrive = (queue: number): void => {
    let chosen = random.next();
    let rank = ranks - 1;
    for (let index = 0; index < ranks; index += 1) {
      chosen -= world.classes[index]?.share ?? 0;
      if (chosen < 0) {
        rank = index;
        break;
      }
    }
    born += 1;
    const slot = classOf(rank) === 'appointment' ? midnight + world.slotOf(now - midnight, random) : null;
    const person: Person = { id: `${day.index}.${born}`, queue, rank, issuedAt: now, dueAt: slot !== null && now <= slot + 900 ? slot : now, bornSeq: born, gone: false, called: false };
    tell({ type: 'ticket.issued', t: now, ticket: person.id, queue: queueId(queue), class: classOf(rank), predict: false, ...(slot === null ? {} : { appointmentAt: slot }) });
    join(person);
    const patience = world.patience(random);
    if (patience < 86_400) {
      heap.push(now + patience, () => {
        if (person.called || person.gone) return;
        person.gone = true;
        tell({ type: 'ticket.left', t: now, ticket: person.id });
      });
    }
    wake(queue);
  };

  let now = midnight;
  world.queues.forEach((_, queue) => {
    for (const at of world.arrivals(queue, day, random)) heap.push(midnight + at, () => arrive(queue));
  });
  tell({ type: 'day.start', t: midnight + 1_800, weekday: day.weekday });
  for (let next = heap.pop(); next !== null; next = heap.pop()) {
    now = next.at;
    next.run();
  }
  tell({ type: 'day.end', t: Math.max(now, midnight + 68_400) + 60 });
}

// One simulated day from one seed: real server, real links, pretend people, a network and a machine that fail,
// and every law asked on the way. The same seed gives the same day to the letter.
import { seededRandom } from '@hall/core/base/random';
import type { Role } from '@hall/core/domain/actor';
import type { Person } from '@hall/core/domain/person';
import type { Plan } from '@hall/core/domain/plan';
import { isDayOpen } from '@hall/core/domain/questions';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { audienceOf } from '@hall/core/protocol/rights';
import { checkAgreement } from './laws/agreement.ts';
import { watchBoard, type BoardWatch } from './laws/boardWatch.ts';
import { createFaultBook } from './laws/faultBook.ts';
import { createLaws } from './laws.ts';
import { emptyDisk } from './memoryJournal.ts';
import { createFakeNet } from './net/fakeNet.ts';
import { letBookedPeopleCome } from './people/bookings.ts';
import { liveAsClerk } from './people/clerks.ts';
import { liveAsGuide } from './people/guide.ts';
import { liveAsManager } from './people/manager.ts';
import { liveWithPapers } from './people/papers.ts';
import { liveAsPad } from './people/pads.ts';
import { letDevicesCome, letKiosksBeAlone, letPeopleChange, letPlanChange, type Office } from './people/planner.ts';
import { createPrinter } from './people/printer.ts';
import { createCrowd, type Pace } from './people/stage.ts';
import { arrivalsOf, letVisitorsCome } from './people/visitors.ts';
import { backupPoints, restoreDisk } from './restoreDisk.ts';
import { openScreen, type Screen } from './screens.ts';
import { seededIds } from './seededIds.ts';
import { createSimServer } from './simServer.ts';
import { createTroubles, moods, type Mood, type Troubles } from './troubles.ts';
import { createVirtualClock } from './virtualClock.ts';

export interface DayKind {
  readonly plan: Plan;
  readonly people: readonly Person[];
  /** First moment, ms since 1970; the hall's clock opens the day soon after. */
  readonly start: number;
  /** From the first arrival to the last; then a while to go home. */
  readonly lengthMs: number;
  readonly visitors: number;
  /** People who have booked a slot. */
  readonly appointments: number;
  readonly pace: Pace;
  /** Counters with a pad. */
  readonly pads: number;
  readonly kiosks: number;
  readonly boards: number;
  readonly troubleEveryMs: number;
  /** Share of days on which an old backup is restored in the middle (J9). */
  readonly restoreShare: number;
  /** Null: drawn from the seed. */
  readonly mood: Mood | null;
}

export interface DayReport {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly events: number;
  readonly tickets: number;
  /** How often each kind of event was journaled and each refusal told. */
  readonly met: ReadonlyMap<string, number>;
  readonly mood: Mood;
  readonly troubles: Readonly<Troubles['counts']>;
}

/** Awaited after every step: answers reach the pages that asked in microtasks. */
const answersSettle = Promise.resolve();
/** Time in which all must agree once nothing fails any more (law 10): the longest silence, a retry, a catch-up. */
const agreeWithinMs = 20_000;

export async function simulateDay(seed: number, kind: DayKind): Promise<DayReport> {
  const { plan, people, start, lengthMs, pace } = kind;
  const random = seededRandom(seed);
  const clock = createVirtualClock(start);
  const book = createFaultBook(clock);
  const disk = emptyDisk();
  const laws = createLaws(book, disk, plan, people);
  const ids = seededIds(random, clock.now);
  const boards: BoardWatch[] = [];
  const screenNames = new Map<string, Screen>();
  const net = createFakeNet({
    clock, random,
    delivered: (name, given) => laws.told.delivered(name, audienceOf(screenNames.get(name)?.role ?? 'display'), given),
  });
  const mood = kind.mood ?? random.pick(moods);
  const server = createSimServer({
    clock, random, net, disk, plan, people, ids, watch: laws.server, clockEveryMs: 5_000,
    recentEvents: random.chance(0.25) ? 40 : 4_096,
  });
  const stage = { clock, random, plan, people, pace, crowd: createCrowd(random), mischief: 0.02 };

  const open = (role: Role, place: string, changed: (screen: Screen) => () => void = () => () => undefined): Screen => {
    const screen = openScreen(role, place, {
      clock, random, net, ids,
      opened(page) {
        const live = changed(page);
        const board = role === 'display' ? watchBoard(page.name, disk, book) : null;
        if (board !== null) boards.push(board);
        return (events) => {
          laws.whole.follower(page.name, audienceOf(role), page.hall);
          board?.changed(page.hall, events);
          live();
        };
      },
    });
    screenNames.set(screen.name, screen);
    return screen;
  };
  const kiosks = Array.from({ length: kind.kiosks }, (_, index) => open('kiosk', `K${index + 1}`));
  const manager = open('manager', 'M1');
  const desk = open('desk', 'G1');
  for (let index = 0; index < kind.boards; index += 1) open('display', index === 0 ? 'hall' : `c${index}`);
  const clerks = plan.counters.map(({ id }, index) => ({ screen: open('counter', id), clerkId: people[index]?.id ?? '' }));
  for (const { id } of plan.counters.slice(0, kind.pads)) open('pad', id, (page) => liveAsPad(stage, page));
  const screens = [...screenNames.values()];
  const troubles = createTroubles({ clock, random, net, server, screens, mood, everyMs: kind.troubleEveryMs, restore: random.chance(kind.restoreShare) ? restore : null });

  function restore(): void {
    const points = backupPoints(disk);
    if (points.length === 0) return;
    laws.checkDisk();
    for (const board of boards) board.check();
    laws.restored(restoreDisk(disk, { upTo: random.pick(points), readable: random.chance(0.5), ids, now: clock.now() }));
  }
  const held = (): boolean => book.faults.length === 0;
  async function runUntil(moment: number): Promise<void> {
    while (clock.now() < moment && held() && clock.step()) await answersSettle;
  }

  server.start();
  troubles.begin();
  for (const clerk of clerks) liveAsClerk(stage, clerk);
  liveAsManager(stage, manager, lengthMs);
  liveAsGuide(stage, desk);
  const door = { kiosks, desk, ids, printer: createPrinter(book) };
  letBookedPeopleCome(stage, door, kind.appointments, lengthMs);
  const office: Office = {
    hall: () => server.hall,
    give: (type, data, id, answered) => server.give({ id, pressedAt: clock.now(), type, data } as unknown as CommandMessage, answered),
  };
  liveWithPapers(stage, { desk, counters: clerks.map(({ screen }) => screen), manager }, office, ids, lengthMs);
  letPlanChange(stage, office, ids, lengthMs);
  letDevicesCome(stage, office, ids, lengthMs);
  letPeopleChange(stage, office, ids, lengthMs);
  letKiosksBeAlone(stage, office, ids, lengthMs);
  letVisitorsCome(stage, door, arrivalsOf(seed, kind.visitors, lengthMs).map((moment) => moment + 15_000));

  // In the middle of the day everything works again for a while: all must agree although work goes on.
  const middle = start + lengthMs * (0.4 + random.next() * 0.4);
  await runUntil(middle);
  troubles.heal();
  await runUntil(middle + agreeWithinMs);
  if (held()) checkAgreement(book, server, screens, { working: true });
  troubles.begin();
  await runUntil(start + lengthMs * 1.3 + 30_000);
  troubles.heal();
  // Going home: whoever was left is ended by the day (T3), and then nothing moves any more.
  await runUntil(clock.now() + agreeWithinMs);
  for (let attempts = 0; attempts < 5 && server.hall !== null && isDayOpen(server.hall); attempts += 1) {
    const date = server.hall.day?.date;
    if (date !== undefined) manager.order('closeDay', { date });
    await runUntil(clock.now() + 2_000);
  }
  await runUntil(clock.now() + agreeWithinMs);
  if (held()) {
    checkAgreement(book, server, screens, { working: false });
    if (server.hall !== null) laws.look(server.hall);
    for (const { name, role, hall } of screens) laws.whole.follower(name, audienceOf(role), hall);
    for (const board of boards) board.check();
  }
  const met = new Map<string, number>();
  for (const one of [...disk.events.map(({ type }) => type), ...laws.told.refused.values()]) met.set(one, (met.get(one) ?? 0) + 1);
  return { seed, faults: book.faults, events: disk.events.length, tickets: laws.ledger.tickets, met, mood, troubles: troubles.counts };
}

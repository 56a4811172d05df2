// Why an order was not carried out: a code and the facts a screen needs to put words to it.
// A refusal is an expected answer, never an error; it leaves no trace in the hall (law 5).
import { z } from 'zod';
import { leaseSchema } from './lease.ts';

const state = z.string();
/** Refusals of the hall's rules. */
export const ruleRefusals = {
  noPlan: z.strictObject({}),
  planFaulty: z.strictObject({ faults: z.array(z.string()) }),
  journalAlreadyOpen: z.strictObject({}),
  epochNotNewer: z.strictObject({ epoch: z.int() }),
  dayNotOpen: z.strictObject({}),
  dayAlreadyOpen: z.strictObject({ date: z.string() }),
  dayInPast: z.strictObject({ last: z.string() }),
  otherDayOpen: z.strictObject({ date: z.string() }),
  noSuchService: z.strictObject({ serviceId: z.string() }),
  noSuchClass: z.strictObject({ classId: z.string() }),
  priorityNeedsStaff: z.strictObject({}),
  numbersExhausted: z.strictObject({ queueId: z.string() }),
  noSuchTicket: z.strictObject({ ticketId: z.string() }),
  /** The ticket has changed since the button was drawn (J6). */
  staleTicket: z.strictObject({ number: z.string(), version: z.int(), state }),
  /** No edge of T1 leads from this state. */
  wrongState: z.strictObject({ number: z.string(), state }),
  otherCounter: z.strictObject({ number: z.string(), counterId: z.string() }),
  noSuchCounter: z.strictObject({ counterId: z.string() }),
  noSuchClerk: z.strictObject({ clerkId: z.string() }),
  /** This clerk may not serve everything that is called at that counter. */
  mayNotSitHere: z.strictObject({ counterId: z.string() }),
  /** This store has its numbers of that day. */
  alreadyLeased: z.strictObject({ lease: leaseSchema }),
  /** No numbers are lent for that day: it is over, too far, restored, or all are lent. */
  noLeaseForDay: z.strictObject({ date: z.string() }),
  noSuchPerson: z.strictObject({ personId: z.string() }),
  personTwice: z.strictObject({ personId: z.string() }),
  /** Who administers the hall cannot be who audits it. */
  dutiesApart: z.strictObject({ personId: z.string() }),
  /** Nobody would be left who may change rights. */
  lastAdministrator: z.strictObject({}),
  nothingChanged: z.strictObject({}),
  counterHeld: z.strictObject({ counterId: z.string() }),
  clerkElsewhere: z.strictObject({ counterId: z.string() }),
  notSignedIn: z.strictObject({ counterId: z.string() }),
  counterNotOpen: z.strictObject({ counterId: z.string(), state }),
  counterAlready: z.strictObject({ counterId: z.string(), state }),
  /** "Next" finishes and misses nothing by itself (C2). */
  ticketActive: z.strictObject({ ticketId: z.string(), number: z.string(), state }),
  nobodyWaiting: z.strictObject({ counterId: z.string() }),
  /** Too soon after the last call (C7) or for a miss (C8). */
  tooSoon: z.strictObject({ waitMs: z.int() }),
  /** All calls of this ticket are used (C7). */
  callsUsed: z.strictObject({ number: z.string(), maxCalls: z.int() }),
  /** A miss needs more calls first (C8). */
  callAgainFirst: z.strictObject({ calls: z.int(), needed: z.int() }),
  noSuchQueue: z.strictObject({ queueId: z.string() }),
  /** Tickets for this service are not given now; `opensAt` the next moment they are, today (H1). */
  outOfHours: z.strictObject({ serviceId: z.string(), opensAt: z.int().nullable() }),
  quotaReached: z.strictObject({ serviceId: z.string(), quota: z.int(), span: z.string().nullable() }),
  issuingStopped: z.strictObject({ reasonId: z.string(), since: z.int() }),
  alreadyStopped: z.strictObject({}),
  notStopped: z.strictObject({}),
  /** A known visitor has a live ticket for this service (T6). */
  ticketAlreadyLive: z.strictObject({ ticketId: z.string(), number: z.string() }),
  /** Only the guide desk may go against a rule, with a reason. */
  overrideNeedsStaff: z.strictObject({}),
  returnNotAllowed: z.strictObject({ number: z.string() }),
  returnTooLate: z.strictObject({ number: z.string(), withinMs: z.int() }),
  /** This counter neither serves nor helps the ticket's queue. */
  notOurQueue: z.strictObject({ number: z.string(), queueId: z.string() }),
  /** Nothing of this ticket can be taken back here and now (T1). */
  nothingToUndo: z.strictObject({ number: z.string() }),
  undoTooLate: z.strictObject({ number: z.string(), withinMs: z.int() }),
  /** The forecast says the call would come after closing (H5). */
  tooLateToday: z.strictObject({ serviceId: z.string(), startsAt: z.int(), closesAt: z.int() }),
  serviceTwice: z.strictObject({ serviceId: z.string() }),
  /** Not among what this ticket still needs (T4). */
  notItsService: z.strictObject({ number: z.string(), serviceId: z.string() }),
  noAppointments: z.strictObject({ serviceId: z.string() }),
  noSuchSlot: z.strictObject({ date: z.string(), from: z.string() }),
  slotPassed: z.strictObject({ date: z.string(), from: z.string() }),
  slotFull: z.strictObject({ date: z.string(), from: z.string(), most: z.int() }),
  /** `isSame`: this very booking was made before (H3). */
  appointmentExists: z.strictObject({ appointmentId: z.string(), isSame: z.boolean() }),
  codeTaken: z.strictObject({}),
  appointmentsBlocked: z.strictObject({ until: z.string() }),
  notBlocked: z.strictObject({}),
  noSuchAppointment: z.strictObject({}),
  severalAppointments: z.strictObject({ choices: z.array(z.strictObject({ appointmentId: z.string(), serviceId: z.string(), fromAt: z.int() })) }),
  appointmentOtherDay: z.strictObject({ date: z.string() }),
  appointmentTooEarly: z.strictObject({ opensAt: z.int(), fromAt: z.int() }),
  /** It was cancelled, or has become a ticket. */
  appointmentOver: z.strictObject({ state }),
  alreadyCheckedIn: z.strictObject({ ticketId: z.string(), number: z.string() }),
  /** This visitor was forgotten (V1). */
  visitorErased: z.strictObject({}),
  dayNotOver: z.strictObject({ date: z.string() }),
  noWords: z.strictObject({}),
  tooManyNotes: z.strictObject({ number: z.string(), most: z.int() }),
  tooManyFiles: z.strictObject({ number: z.string(), most: z.int() }),
  noNextPlan: z.strictObject({}),
  deviceKnown: z.strictObject({ name: z.string() }),
  /** Another device has this role at this place. */
  placeTaken: z.strictObject({ place: z.string(), name: z.string() }),
  noSuchDevice: z.strictObject({}),
  alreadyDoubted: z.strictObject({ name: z.string() }),
  notDoubted: z.strictObject({ name: z.string() }),
  noSuchReason: z.strictObject({ reasonId: z.string() }),
  noSuchRecord: z.strictObject({ recordId: z.string() }),
  notYetFinished: z.strictObject({ recordId: z.string() }),
  alreadyRated: z.strictObject({ recordId: z.string() }),
  noSuchCode: z.strictObject({ code: z.string() }),
} as const;

/** Refusals at the door, before the hall's rules are asked. */
export const doorRefusals = {
  malformed: z.strictObject({ place: z.string(), problem: z.string() }),
  unknownMessage: z.strictObject({ name: z.string() }),
  unknownCommand: z.strictObject({ type: z.string() }),
  tooLarge: z.strictObject({ bytes: z.int(), limit: z.int() }),
  tooFast: z.strictObject({ limitPerSecond: z.int() }),
  notAllowed: z.strictObject({ role: z.string(), type: z.string() }),
  otherPlace: z.strictObject({ place: z.string() }),
  /** A device of the hall gives staff orders only while a person is signed in at it. */
  signInFirst: z.strictObject({}),
  /** The person signed in has none of the duties that this needs. */
  notYourDuty: z.strictObject({ duties: z.array(z.string()) }),
  /** Needs a right that is given to single persons. */
  notYourRight: z.strictObject({ right: z.string() }),
  /** In another person's name. */
  otherPerson: z.strictObject({ personId: z.string() }),
  /** The screen waits for the PIN. */
  screenLocked: z.strictObject({}),
  badCredential: z.strictObject({}),
  /** The sender's key is in use at two addresses; somebody has to look. */
  deviceDoubted: z.strictObject({}),
  otherProtocol: z.strictObject({ server: z.int(), client: z.int().nullable() }),
  /** The order has outlived its life (J6). */
  tooLate: z.strictObject({ lifeMs: z.int() }),
  /** The same id with other content (J6). */
  commandIdReused: z.strictObject({}),
  /** The server is stopping; ask again after the reconnect. */
  stopping: z.strictObject({}),
} as const;

export const refusalFacts = { ...ruleRefusals, ...doorRefusals } as const;
export type RefusalCode = keyof typeof refusalFacts;
export type RuleRefusalCode = keyof typeof ruleRefusals;
export type RefusalFacts<C extends RefusalCode> = z.infer<(typeof refusalFacts)[C]>;
/** A union that narrows by `code`. */
export type Refusal<C extends RefusalCode = RefusalCode> = { [K in C]: { readonly code: K; readonly facts: RefusalFacts<K> } }[C];

export const refusalCodes = Object.keys(refusalFacts) as RefusalCode[];
const refusalOptions = refusalCodes.map((code) => z.strictObject({ code: z.literal(code), facts: refusalFacts[code] }));
/** Checks a refusal of any code together with the facts of that code. */
export const refusalSchema = z.union(refusalOptions as [typeof refusalOptions[0], typeof refusalOptions[0], ...typeof refusalOptions]) as unknown as z.ZodType<Refusal>;

// Who may give which order: by the screen it comes from, and by the person signed in there. One table; a command that is
// missing does not compile. The keeper asks it when an order is carried out, with the hall of that moment.
import type { Actor, Role } from '../domain/actor.ts';
import type { Command, CommandType } from '../domain/commands.ts';
import type { Hall } from '../domain/hall.ts';
import { clerkAt } from '../domain/questions.ts';
import type { CounterId, DeviceId, PersonId } from '../domain/ids.ts';
import type { Duty, ExtraRight, Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusals.ts';

/** Who sends, as the doors found out. */
export interface Sender extends Pick<Actor, 'role' | 'place'> {
  /** The device that proved its key; null: the hall itself, or whoever holds the hall's own secret (a trial, the commands on its machine). */
  readonly deviceId: DeviceId | null;
  /** Signed in at that device. */
  readonly personId: PersonId | null;
  /** The screen waits for a PIN. */
  readonly isLocked: boolean;
  readonly door: 'socket' | 'http' | 'inside';
}

/** The hall itself, or whoever holds its own secret. */
export const trusted = (role: Actor['role'], place: string): Sender => ({ role, place, deviceId: null, personId: null, isLocked: false, door: 'inside' });

interface Right {
  readonly roles: readonly Actor['role'][];
  /** Only at the counter that is the sender's own place. */
  readonly ownCounterOnly: boolean;
  /** Duties of which the person needs one; absent: those of the screen's role. */
  readonly duties?: readonly Duty[];
  /** A right that the person needs besides. */
  readonly extra?: ExtraRight;
  /** Not from a socket: that door compares something before. */
  readonly notBySocket?: true;
}

/** Duties for what is done at a screen of that role. */
export const dutiesAt: Readonly<Partial<Record<Role, readonly Duty[]>>> = { counter: ['clerk'], desk: ['guide', 'manager'], manager: ['manager'] };

const administration = ['manager', 'system'] as const;
const system: Right = { roles: ['system'], ownCounterOnly: false };
const ofDay: Right = { roles: ['system', 'manager'], ownCounterOnly: false };
const desk: Right = { roles: ['desk', 'manager'], ownCounterOnly: false };
const manager: Right = { roles: ['manager'], ownCounterOnly: false };
const atOwnCounter: Right = { roles: ['counter'], ownCounterOnly: true };

export const rights: Readonly<Record<CommandType, Right>> = {
  openJournal: system,
  startEpoch: system,
  adoptPlan: { ...ofDay, duties: administration },
  withdrawPlan: { ...manager, duties: administration },
  // Code and check number are compared behind the HTTP door; over a socket a key could come without them.
  enrolDevice: { ...ofDay, duties: administration, notBySocket: true },
  revokeDevice: { ...ofDay, duties: administration },
  // The server itself sees addresses.
  doubtDevice: system,
  trustDevice: { ...ofDay, duties: administration },
  setPeople: { ...ofDay, duties: ['system'] },
  // The server's own words about what it saw; an administrator's name stands at a password that was given.
  noteAccess: { ...ofDay, duties: ['system'], notBySocket: true },
  openDay: ofDay,
  closeDay: ofDay,
  issueTicket: { roles: ['kiosk', 'desk', 'manager'], ownCounterOnly: false },
  bookAppointment: desk,
  cancelAppointment: desk,
  checkIn: { roles: ['kiosk', 'desk', 'manager'], ownCounterOnly: false },
  excuseVisitor: manager,
  // A second right besides the duty: most who work at these screens never need it (V2).
  seeVisitor: { ...desk, extra: 'look' },
  eraseVisitor: manager,
  eraseVisitorsOfDay: manager,
  noteTicket: { roles: ['counter', 'desk', 'manager'], ownCounterOnly: false },
  // The file is taken behind the HTTP door; over a socket an order could name what is not there.
  attachFile: { roles: ['counter', 'desk', 'manager'], ownCounterOnly: false, notBySocket: true },
  noteSlip: { roles: ['kiosk', 'system'], ownCounterOnly: false },
  reprintSlip: { roles: ['kiosk', 'desk', 'manager'], ownCounterOnly: false },
  leaseNumbers: { roles: ['kiosk'], ownCounterOnly: false },
  mergeTickets: { roles: ['kiosk'], ownCounterOnly: false },
  cancelTicket: { roles: ['kiosk', 'desk', 'manager'], ownCounterOnly: false },
  signIn: atOwnCounter,
  signOut: atOwnCounter,
  openCounter: atOwnCounter,
  pauseCounter: atOwnCounter,
  closeCounter: atOwnCounter,
  // The hall itself, for counters that call by themselves (C1).
  callNext: { roles: ['counter', 'system'], ownCounterOnly: true },
  finishAndCallNext: atOwnCounter,
  recallTicket: atOwnCounter,
  startService: atOwnCounter,
  finishService: atOwnCounter,
  missTicket: atOwnCounter,
  returnTicket: { roles: ['counter', 'desk', 'manager'], ownCounterOnly: false },
  putBackTicket: atOwnCounter,
  unparkTicket: { roles: ['counter', 'desk', 'manager'], ownCounterOnly: false },
  parkTicket: atOwnCounter,
  resumeTicket: atOwnCounter,
  transferTicket: atOwnCounter,
  moveTicket: desk,
  pickTicket: { ...atOwnCounter, extra: 'pick' },
  undoStep: atOwnCounter,
  releaseCounter: manager,
  stopIssuing: manager,
  resumeIssuing: manager,
  rateService: { roles: ['pad'], ownCounterOnly: true },
};

/** Why this sender may not give this order now, or null when it may. */
export function forbidden(hall: Readonly<Hall>, sender: Sender, command: Command): Refusal | null {
  const right = rights[command.type];
  const { role, place } = sender;
  const notAllowed: Refusal = { code: 'notAllowed', facts: { role, type: command.type } };
  if (!right.roles.includes(role) || (right.notBySocket === true && sender.door === 'socket')) return notAllowed;
  if (role === 'system') return null;
  const held = heldBack(hall, sender.deviceId);
  if (held !== null) return held;
  if (right.ownCounterOnly && 'counterId' in command.data && command.data.counterId !== place) return { code: 'otherPlace', facts: { place } };
  return audienceOf(role) === 'public' ? null : (forbiddenPerson(hall, sender, right) ?? inAnothersName(hall, sender, command));
}

/** A device that is revoked, or whose key is in two places, orders and asks nothing; null: no device, or one of which nothing is known. */
export function heldBack({ staff }: Readonly<Hall>, deviceId: DeviceId | null): Refusal | null {
  const device = deviceId === null ? null : staff.devices.get(deviceId);
  if (device === undefined) return { code: 'badCredential', facts: {} };
  return device === null || device.doubtedAt === null ? null : { code: 'deviceDoubted', facts: {} };
}

/**
 * What stands where everybody may press tells who somebody is and never names him: an id could be anybody's (V1).
 * Asked at the door: from there on the id is the one that the server itself put in.
 */
export function forbiddenName({ role }: Pick<Sender, 'role'>, { type, data }: Command): Refusal | null {
  const names = 'visitorId' in data && data.visitorId !== null;
  return names && role !== 'system' && audienceOf(role) === 'public' ? { code: 'notAllowed', facts: { role, type } } : null;
}

/** The same for whatever else asks for duties: queries, pages, exports. */
export function forbiddenPerson(hall: Readonly<Hall>, sender: Sender, { duties, extra }: Pick<Right, 'duties' | 'extra'>): Refusal | null {
  const needed = duties ?? dutiesAt[sender.role as Role] ?? [];
  const person = personOf(hall, sender);
  if (sender.deviceId !== null) {
    const held = heldBack(hall, sender.deviceId);
    if (held !== null) return held;
    if (person === null || !person.isActive) return { code: 'signInFirst', facts: {} };
    if (sender.isLocked) return { code: 'screenLocked', facts: {} };
    if (!needed.some((duty) => person.duties.includes(duty))) return { code: 'notYourDuty', facts: { duties: [...needed] } };
  }
  return extra !== undefined && person !== null && !person.extras.includes(extra) ? { code: 'notYourRight', facts: { right: extra } } : null;
}

/** Who is signed in at the device; where nobody signs in with a password, the clerk that holds the counter. */
function personOf(hall: Readonly<Hall>, { role, place, deviceId, personId }: Sender): Person | null {
  const id = deviceId === null && role === 'counter' ? clerkAt(hall, place as CounterId) : personId;
  return id === null ? null : (hall.staff.people.get(id) ?? null);
}

/** A clerk signs himself in and nobody else, and gives no order at a counter that another one holds (C13). */
function inAnothersName(hall: Readonly<Hall>, { role, place, deviceId, personId }: Sender, { type, data }: Command): Refusal | null {
  if (deviceId === null || role !== 'counter') return null;
  const named = type === 'signIn' ? data.clerkId : clerkAt(hall, place as CounterId);
  return named === null || named === personId ? null : { code: 'otherPerson', facts: { personId: named } };
}

/** Staff screens receive everything, the others what redact.ts leaves (V3). */
export const audienceOf = (role: Actor['role']): Audience => (role === 'counter' || role === 'desk' || role === 'manager' ? 'staff' : 'public');
export type Audience = 'public' | 'staff';

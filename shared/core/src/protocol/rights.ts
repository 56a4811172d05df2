// Which role may give which order, and whether only for its own place. One table; a command that is missing
// does not compile. Rights of single persons come with accounts.
import type { Actor } from '../domain/actor.ts';
import type { Command, CommandType } from '../domain/commands.ts';
import type { Refusal } from '../domain/refusals.ts';

interface Right {
  readonly roles: readonly Actor['role'][];
  /** Only at the counter that is the sender's own place. */
  readonly ownCounterOnly: boolean;
}

const system: Right = { roles: ['system'], ownCounterOnly: false };
const ofDay: Right = { roles: ['system', 'manager'], ownCounterOnly: false };
const desk: Right = { roles: ['desk', 'manager'], ownCounterOnly: false };
const manager: Right = { roles: ['manager'], ownCounterOnly: false };
const atOwnCounter: Right = { roles: ['counter'], ownCounterOnly: true };

export const rights: Readonly<Record<CommandType, Right>> = {
  openJournal: system,
  startEpoch: system,
  adoptPlan: { roles: ['system', 'manager'], ownCounterOnly: false },
  withdrawPlan: manager,
  // Behind the HTTP door, where code and check number are compared; over a socket a key could come without them.
  enrolDevice: system,
  revokeDevice: ofDay,
  openDay: ofDay,
  closeDay: ofDay,
  issueTicket: { roles: ['kiosk', 'desk', 'manager'], ownCounterOnly: false },
  bookAppointment: desk,
  cancelAppointment: desk,
  checkIn: { roles: ['kiosk', 'desk', 'manager'], ownCounterOnly: false },
  excuseVisitor: manager,
  reprintSlip: { roles: ['kiosk', 'desk', 'manager'], ownCounterOnly: false },
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
  pickTicket: atOwnCounter,
  undoStep: atOwnCounter,
  releaseCounter: manager,
  stopIssuing: manager,
  resumeIssuing: manager,
  rateService: { roles: ['pad'], ownCounterOnly: true },
};

/** Why this sender may not give this order, or null when it may. */
export function forbidden(actor: Pick<Actor, 'role' | 'place'>, command: Command): Refusal | null {
  const right = rights[command.type];
  if (!right.roles.includes(actor.role)) return { code: 'notAllowed', facts: { role: actor.role, type: command.type } };
  if (right.ownCounterOnly && actor.role !== 'system' && 'counterId' in command.data && command.data.counterId !== actor.place) {
    return { code: 'otherPlace', facts: { place: actor.place } };
  }
  // What stands where everybody may press tells who somebody is and never names him: an id could be anybody's (V1).
  const names = 'visitorId' in command.data && command.data.visitorId !== null;
  if (names && actor.role !== 'system' && audienceOf(actor.role) === 'public') return { code: 'notAllowed', facts: { role: actor.role, type: command.type } };
  return null;
}

/** Staff screens receive everything, the others what redact.ts leaves (V3). */
export const audienceOf = (role: Actor['role']): Audience => (role === 'counter' || role === 'desk' || role === 'manager' ? 'staff' : 'public');
export type Audience = 'public' | 'staff';

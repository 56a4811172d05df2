// Data of the right form for every command, for tests of rights: nothing in it means anything to a hall that has just begun.
import type { commandTypes } from '@hall/core/domain/commands';
import { newId, tenOClock } from './testHall.ts';

const nothing = { alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };
const onTicket = { ticketId: '1.1', version: 1 };
const to = { queueId: 'A', counterId: null, place: 'byRule' };
/** At counter 12 where a command needs one. */
export const rightData = {
  openJournal: { hallId: newId(), journalId: newId() }, startEpoch: { epoch: 9, date: '2026-03-02', floors: {} }, adoptPlan: { plan: {}, from: 'now' },
  setPeople: { people: [{ id: '9999', name: 'nobody', duties: ['system', 'audit'], extras: [], queueIds: [], counterIds: [], isActive: true }], then: null },
  noteAccess: { kind: 'signedIn', personId: null, role: 'counter', place: '12' },
  openDay: { date: '2026-03-02' }, closeDay: { date: '2026-03-09' }, issueTicket: { serviceId: 'S999', ...nothing }, cancelTicket: onTicket,
  signIn: { counterId: '12', clerkId: '9999' }, signOut: { counterId: '12' }, openCounter: { counterId: '12' }, pauseCounter: { counterId: '12', reasonId: 'lunch' },
  closeCounter: { counterId: '12' }, callNext: { counterId: '12' }, finishAndCallNext: { counterId: '12', ...onTicket },
  recallTicket: { counterId: '12', ...onTicket }, startService: { counterId: '12', ...onTicket },
  finishService: { counterId: '12', ...onTicket }, missTicket: { counterId: '12', ...onTicket },
  returnTicket: { ...onTicket, override: null }, parkTicket: { counterId: '12', ...onTicket, reasonId: 'other' }, resumeTicket: { counterId: '12', ...onTicket },
  unparkTicket: onTicket, transferTicket: { counterId: '12', ...onTicket, to }, moveTicket: { ...onTicket, to }, pickTicket: { counterId: '12', ...onTicket, reasonId: 'urgent' },
  putBackTicket: { counterId: '12', ...onTicket, reasonId: 'mistake' }, undoStep: { counterId: '12', ...onTicket }, releaseCounter: { counterId: '12', then: 'putBack' },
  seeVisitor: { visitorId: '0'.repeat(32), reasonId: 'boredom' }, eraseVisitor: { visitorId: '0'.repeat(32), reasonId: 'boredom' }, eraseVisitorsOfDay: { date: '2020-01-01', reasonId: 'boredom' },
  noteTicket: { ticketId: '1.1', text: null }, attachFile: { ticketId: '1.1', file: { ref: '0'.repeat(32), sha256: '0'.repeat(64), bytes: 1, kind: 'pdf' } },
  noteSlip: { ticketId: '1.1', nth: 0, paper: 'unknown' },
  leaseNumbers: { storeId: newId(), date: '2020-01-01' }, mergeTickets: { storeId: newId(), date: '2099-01-01', tickets: [{ prefix: 'A', serial: 800, serviceId: 'S999', alsoServiceIds: [], givenAt: tenOClock }] },
  withdrawPlan: {}, reprintSlip: { ticketId: '1.1' }, cancelAppointment: { appointmentId: '1.1' }, excuseVisitor: { visitorId: '0'.repeat(32), reasonId: 'boredom' },
  bookAppointment: { serviceId: 'S999', date: '2026-03-02', from: '09:00', visitorId: null, code: 'NOBODY', externalId: null, override: null },
  checkIn: { appointmentId: null, code: 'NOBODY', visitorId: null, priority: null, override: null },
  enrolDevice: { deviceId: 'd'.repeat(43), publicKey: 'k'.repeat(122), role: 'pad', place: '999', name: 'nobody' }, revokeDevice: { deviceId: 'd'.repeat(43) },
  doubtDevice: { deviceId: 'd'.repeat(43) }, trustDevice: { deviceId: 'd'.repeat(43) },
  stopIssuing: { scope: { kind: 'hall' }, reasonId: 'boredom' }, resumeIssuing: { scope: { kind: 'hall' } },
  rateService: { counterId: '12', recordId: '1.1', level: 5, codes: [], givenAt: tenOClock },
} satisfies Record<(typeof commandTypes)[number], object>;

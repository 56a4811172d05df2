// decide: what an order means for the hall, as new facts or a refusal. A table of contents: the rules do the work.
import type { Command } from './commands.ts';
import type { Context, Decision } from './decision.ts';
import type { Hall } from './hall.ts';
import { callNext, missTicket, recallTicket } from './rules/call.ts';
import { closeCounter, openCounter, pauseCounter, signIn, signOut } from './rules/counters.ts';
import { bookAppointment, cancelAppointment, excuseVisitor } from './rules/book.ts';
import { checkIn } from './rules/checkIn.ts';
import { adoptPlan, withdrawPlan } from './rules/planChange.ts';
import { enrolDevice, revokeDevice } from './rules/devices.ts';
import { closeDay, openDay, openJournal, startEpoch } from './rules/day.ts';
import { cancelTicket, issueTicket, reprintSlip } from './rules/issue.ts';
import { returnTicket, putBackTicket, unparkTicket } from './rules/comeBack.ts';
import { resumeIssuing, stopIssuing } from './rules/issuing.ts';
import { parkTicket, resumeTicket } from './rules/park.ts';
import { pickTicket } from './rules/pick.ts';
import { releaseCounter } from './rules/release.ts';
import { moveTicket, transferTicket } from './rules/transfer.ts';
import { undoStep } from './rules/undo.ts';
import { rateService } from './rules/rate.ts';
import { finishAndCallNext, finishService, startService } from './rules/serve.ts';

/** Changes nothing and never throws for any command of the right shape (law 5). */
export function decide(hall: Readonly<Hall>, command: Command, context: Context): Decision {
  switch (command.type) {
    case 'openJournal': return openJournal(hall, command.data);
    case 'startEpoch': return startEpoch(hall, command.data);
    case 'adoptPlan': return adoptPlan(hall, command.data);
    case 'withdrawPlan': return withdrawPlan(hall);
    case 'enrolDevice': return enrolDevice(hall, command.data);
    case 'revokeDevice': return revokeDevice(hall, command.data);
    case 'openDay': return openDay(hall, command.data);
    case 'closeDay': return closeDay(hall, command.data, context);
    case 'issueTicket': return issueTicket(hall, command.data, context);
    case 'bookAppointment': return bookAppointment(hall, command.data, context);
    case 'cancelAppointment': return cancelAppointment(hall, command.data);
    case 'checkIn': return checkIn(hall, command.data, context);
    case 'excuseVisitor': return excuseVisitor(hall, command.data);
    case 'reprintSlip': return reprintSlip(hall, command.data);
    case 'cancelTicket': return cancelTicket(hall, command.data, context);
    case 'signIn': return signIn(hall, command.data);
    case 'signOut': return signOut(hall, command.data);
    case 'openCounter': return openCounter(hall, command.data);
    case 'pauseCounter': return pauseCounter(hall, command.data);
    case 'closeCounter': return closeCounter(hall, command.data);
    case 'callNext': return callNext(hall, command.data, context);
    case 'finishAndCallNext': return finishAndCallNext(hall, command.data, context);
    case 'recallTicket': return recallTicket(hall, command.data, context);
    case 'startService': return startService(hall, command.data);
    case 'finishService': return finishService(hall, command.data, context);
    case 'missTicket': return missTicket(hall, command.data, context);
    case 'returnTicket': return returnTicket(hall, command.data, context);
    case 'putBackTicket': return putBackTicket(hall, command.data);
    case 'unparkTicket': return unparkTicket(hall, command.data);
    case 'parkTicket': return parkTicket(hall, command.data);
    case 'resumeTicket': return resumeTicket(hall, command.data);
    case 'transferTicket': return transferTicket(hall, command.data, context);
    case 'moveTicket': return moveTicket(hall, command.data, context);
    case 'pickTicket': return pickTicket(hall, command.data, context);
    case 'undoStep': return undoStep(hall, command.data, context);
    case 'releaseCounter': return releaseCounter(hall, command.data, context);
    case 'stopIssuing': return stopIssuing(hall, command.data);
    case 'resumeIssuing': return resumeIssuing(hall, command.data);
    case 'rateService': return rateService(hall, command.data, context);
  }
}

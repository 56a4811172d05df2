// evolve: one fact changes the hall. The same function runs on the server, on every screen and in the simulator.
// It is total: a screen that does not know a ticket (it was final before the screen came) goes on without it.
import type { HallEvent } from './events.ts';
import type { Hall } from './hall.ts';
import { foldCounterClosed, foldCounterOpened, foldCounterPaused, foldSignedIn, foldSignedOut } from './folds/counterFolds.ts';
import { foldNumbersLeased, foldTicketsMerged } from './folds/offlineFolds.ts';
import { foldAccessNoted, foldPersonSet } from './folds/peopleFolds.ts';
import { foldDeviceDoubted, foldDeviceEnrolled, foldDeviceRevoked, foldDeviceTrusted } from './folds/deviceFolds.ts';
import { foldFileAttached, foldTicketNoted, foldVisitorErased, foldVisitorSeen, foldVisitorsOfDayErased } from './folds/privacyFolds.ts';
import { foldIssuingResumed, foldIssuingStopped } from './folds/issuingFolds.ts';
import { foldUndone } from './folds/undoFold.ts';
import {
  foldAppointmentCancelled, foldAppointmentMissed, foldBooked, foldVisitorBlocked, foldVisitorExcused,
} from './folds/appointmentFolds.ts';
import { foldDayClosed, foldDayOpened, foldEpochStarted, foldPlanAdopted, foldPlanScheduled, foldPlanWithdrawn } from './folds/dayFolds.ts';
import { foldParked, foldPutBack, foldReturned, foldTransferred, foldUnparked } from './folds/comeBackFolds.ts';
import {
  foldCalled, foldCancelled, foldExpired, foldFinished, foldIssued, foldMissed, foldRated, foldRecalled, foldReprinted, foldSlipNoted, foldStarted, foldWentOn,
} from './folds/ticketFolds.ts';

/** Changes `hall` and nothing else, in O(log n). Reads `staff` only to write below `staff` (see redact.ts). */
export function evolve(hall: Hall, event: HallEvent): void {
  foldFact(hall, event);
  hall.seq = event.seq;
  hall.at = event.at;
}

function foldFact(hall: Hall, event: HallEvent): void {
  switch (event.type) {
    case 'journalOpened':
      hall.hallId = event.data.hallId;
      hall.journalId = event.data.journalId;
      return;
    case 'epochStarted': return foldEpochStarted(hall, event);
    case 'planAdopted': return foldPlanAdopted(hall, event);
    case 'planScheduled': return foldPlanScheduled(hall, event);
    case 'planWithdrawn': return foldPlanWithdrawn(hall);
    case 'dayOpened': return foldDayOpened(hall, event);
    case 'dayClosed': return foldDayClosed(hall, event);
    case 'ticketIssued': return foldIssued(hall, event);
    case 'ticketCalled': return foldCalled(hall, event);
    case 'ticketRecalled': return foldRecalled(hall, event);
    case 'serviceStarted': return foldStarted(hall, event);
    case 'serviceFinished': return foldFinished(hall, event);
    case 'ticketWentOn': return foldWentOn(hall, event);
    case 'slipNoted': return foldSlipNoted(hall, event);
    case 'slipReprinted': return foldReprinted(hall, event);
    case 'appointmentBooked': return foldBooked(hall, event);
    case 'appointmentCancelled': return foldAppointmentCancelled(hall, event);
    case 'appointmentMissed': return foldAppointmentMissed(hall, event);
    case 'visitorBlocked': return foldVisitorBlocked(hall, event);
    case 'visitorExcused': return foldVisitorExcused(hall, event);
    case 'visitorSeen': return foldVisitorSeen();
    case 'visitorErased': return foldVisitorErased(hall, event);
    case 'visitorsOfDayErased': return foldVisitorsOfDayErased(hall, event);
    case 'ticketNoted': return foldTicketNoted(hall, event);
    case 'fileAttached': return foldFileAttached(hall, event);
    case 'ticketMissed': return foldMissed(hall, event);
    case 'ticketReturned': return foldReturned(hall, event);
    case 'ticketParked': return foldParked(hall, event);
    case 'ticketUnparked': return foldUnparked(hall, event);
    case 'ticketTransferred': return foldTransferred(hall, event);
    case 'ticketPutBack': return foldPutBack(hall, event);
    case 'stepUndone': return foldUndone(hall, event);
    case 'deviceEnrolled': return foldDeviceEnrolled(hall, event);
    case 'numbersLeased': return foldNumbersLeased(hall, event);
    case 'ticketsMerged': return foldTicketsMerged(hall, event);
    case 'personSet': return foldPersonSet(hall, event);
    case 'accessNoted': return foldAccessNoted();
    case 'deviceRevoked': return foldDeviceRevoked(hall, event);
    case 'deviceDoubted': return foldDeviceDoubted(hall, event);
    case 'deviceTrusted': return foldDeviceTrusted(hall, event);
    case 'issuingStopped': return foldIssuingStopped(hall, event);
    case 'issuingResumed': return foldIssuingResumed(hall, event);
    case 'ticketCancelled': return foldCancelled(hall, event);
    case 'ticketExpired': return foldExpired(hall, event);
    case 'counterSignedIn': return foldSignedIn(hall, event);
    case 'counterSignedOut': return foldSignedOut(hall, event);
    case 'counterOpened': return foldCounterOpened(hall, event);
    case 'counterPaused': return foldCounterPaused(hall, event);
    case 'counterClosed': return foldCounterClosed(hall, event);
    case 'recordRated': return foldRated(hall, event);
  }
}

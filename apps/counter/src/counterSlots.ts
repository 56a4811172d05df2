// Where each action stands and which key it has. A place never moves; two places change their action with the counter's
// state: pause or resume, open or close.
import type { CounterState } from '@hall/core/domain/hall';
import type { TicketState } from '@hall/core/domain/ticket';
import type { counterActionTexts } from '@hall/core/text/counterActionText';
import type { CounterAction } from './counterFlow.ts';
import { keyNames } from './counterKeys.ts';

export interface ActionSlot {
  /** Stays the same whatever the action. */
  readonly place: 'next' | 'recall' | 'miss' | 'start' | 'finish' | 'both' | 'park' | 'transfer' | 'pick' | 'back' | 'undo' | 'pause' | 'open' | 'out';
  readonly action: CounterAction;
  readonly label: keyof typeof counterActionTexts.zh.actions;
  readonly key: string | null;
  /** Name for tests. */
  readonly name: string;
}

export function actionSlots(state: CounterState['state']): readonly ActionSlot[] {
  return [
    { place: 'next', action: 'callNext', label: 'callNext', key: keyNames.callNext, name: 'call-next' },
    { place: 'recall', action: 'recallTicket', label: 'recallTicket', key: keyNames.recallTicket, name: 'recall' },
    { place: 'miss', action: 'missTicket', label: 'missTicket', key: keyNames.missTicket, name: 'miss' },
    { place: 'start', action: 'startService', label: 'startService', key: keyNames.startService, name: 'start' },
    { place: 'finish', action: 'finishService', label: 'finishService', key: keyNames.finishService, name: 'finish' },
    { place: 'both', action: 'finishAndCallNext', label: 'finishAndCallNext', key: keyNames.finishAndCallNext, name: 'finish-and-call-next' },
    { place: 'park', action: 'parkTicket', label: 'parkTicket', key: keyNames.parkTicket, name: 'park' },
    { place: 'transfer', action: 'transferTicket', label: 'transferTicket', key: keyNames.transferTicket, name: 'transfer' },
    { place: 'pick', action: 'pickTicket', label: 'pickTicket', key: keyNames.pickTicket, name: 'pick' },
    { place: 'back', action: 'putBackTicket', label: 'putBackTicket', key: keyNames.putBackTicket, name: 'put-back' },
    { place: 'undo', action: 'undoStep', label: 'undoStep', key: keyNames.undoStep, name: 'undo' },
    state === 'paused'
      ? { place: 'pause', action: 'openCounter', label: 'resumeService', key: keyNames.pauseOrResume, name: 'resume' }
      : { place: 'pause', action: 'pauseCounter', label: 'pauseCounter', key: keyNames.pauseOrResume, name: 'pause' },
    state === 'closed'
      ? { place: 'open', action: 'openCounter', label: 'openCounter', key: keyNames.openOrClose, name: 'open-counter' }
      : { place: 'open', action: 'closeCounter', label: 'closeCounter', key: keyNames.openOrClose, name: 'close-counter' },
    { place: 'out', action: 'signOut', label: 'signOut', key: null, name: 'sign-out' },
  ];
}

/** What a clerk usually does next; drawn strongly, nothing more. */
export function suggested(ticket: TicketState | null, counter: CounterState['state']): CounterAction {
  if (ticket === 'called') return 'startService';
  if (ticket === 'serving') return counter === 'open' ? 'finishAndCallNext' : 'finishService';
  return counter === 'open' ? 'callNext' : 'openCounter';
}

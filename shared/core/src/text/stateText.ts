// Words for the states of tickets and counters, alike on every screen.
import type { CounterState } from '../domain/hall.ts';
import type { TicketState } from '../domain/ticket.ts';
import type { Texts } from './language.ts';

export const ticketStateTexts: Texts<Readonly<Record<TicketState, string>>> = {
  zh: { waiting: '等候中', called: '已叫号', serving: '办理中', parked: '已挂起', missed: '已过号', done: '已办结', cancelled: '已取消', expired: '已作废' },
  en: { waiting: 'waiting', called: 'called', serving: 'being served', parked: 'parked', missed: 'missed', done: 'finished', cancelled: 'cancelled', expired: 'expired' },
};

export const counterStateTexts: Texts<Readonly<Record<CounterState['state'], string>>> = {
  zh: { open: '服务中', paused: '暂停服务', closed: '未开放' },
  en: { open: 'open', paused: 'paused', closed: 'closed' },
};

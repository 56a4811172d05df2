// How long an order is worth carrying out after it was pressed (rule J6). A later one is refused `tooLate`,
// unless it was already carried out: then its first answer is given again.
import type { CommandType } from '../domain/commands.ts';

/** A clerk who pressed "next" ten seconds ago has turned to something else. */
const callLifeMs = 10_000;
/** A visitor who waited a minute for a ticket may have left. */
const issueLifeMs = 60_000;

const lives: Partial<Record<CommandType, number>> = {
  callNext: callLifeMs,
  finishAndCallNext: callLifeMs,
  recallTicket: callLifeMs,
  pickTicket: callLifeMs,
  issueTicket: issueLifeMs,
  checkIn: issueLifeMs,
  reprintSlip: issueLifeMs,
};

/** Life in ms, or null when the order never grows old. */
export const commandLifeMs = (type: CommandType): number | null => lives[type] ?? null;

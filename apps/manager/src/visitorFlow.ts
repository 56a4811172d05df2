// The manager's card of visitors: which day may be erased, and how a masked visitor is called (V1, V2).
import type { Hall } from '@hall/core/domain/hall';
import { businessDaySchema, type BusinessDay } from '@hall/core/domain/ids';
import type { MaskedVisitor } from '@hall/core/domain/masked';

/** Of what was typed: a day that is over, or null. Whether anything is left of it only the server knows. */
export function erasableDay({ day }: Pick<Hall, 'day'>, typed: string): BusinessDay | null {
  const date = businessDaySchema.safeParse(typed);
  if (!date.success || day === null) return null;
  const isOver = day.closedAt === null ? date.data < day.date : date.data <= day.date;
  return isOver ? date.data : null;
}

/** As in "张*三 138****1234". */
export const shortName = ({ name, phone, idNumber }: MaskedVisitor, nameless: string): string => [name ?? nameless, phone ?? idNumber].filter((part) => part !== null).join(' ');

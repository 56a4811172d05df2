// Who a visitor is, as typed at the desk, on its way beside an order (V1); and when typed text may be a person.
// Nothing here is kept: the fields are emptied as soon as the order is accepted.
import type { MaskedVisitor } from '@hall/core/domain/masked';
import { toldVisitorSchema, writtenAlike, type ToldVisitor } from '@hall/core/domain/visitor';

export interface VisitorFields {
  readonly phone: string;
  readonly idNumber: string;
  readonly name: string;
}
export const noVisitor: VisitorFields = { phone: '', idNumber: '', name: '' };

export type Told =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'told'; readonly visitor: ToldVisitor }
  /** Something was typed there that tells nobody; an order must not leave without it. */
  | { readonly kind: 'unclear'; readonly part: keyof VisitorFields };

/** Only mobile numbers begin with 1, and they have eleven digits: one with ten or twelve is a slip of the finger. */
const nearlyMobile = /^1(?!\d{10}$)/u;

export function toldBy(fields: VisitorFields): Told {
  const parts = (['phone', 'idNumber', 'name'] as const).filter((part) => fields[part].trim() !== '');
  if (parts.length === 0) return { kind: 'nobody' };
  const typed: ToldVisitor = { name: fields.name.trim() || null, phone: fields.phone.trim() || null, idNumber: fields.idNumber.trim() || null };
  const visitor = writtenAlike(typed);
  const unclear = parts.find((part) => visitor[part] === null || !toldVisitorSchema.safeParse({ name: null, phone: null, idNumber: null, [part]: visitor[part] }).success);
  if (unclear !== undefined) return { kind: 'unclear', part: unclear };
  return visitor.phone !== null && nearlyMobile.test(visitor.phone) ? { kind: 'unclear', part: 'phone' } : { kind: 'told', visitor };
}

/** Four digits and more may be a phone or an ID number; letters of any script without digits a name. `A012` is neither. */
export function mayBePerson(typed: string): boolean {
  const text = typed.normalize('NFKC').replaceAll(/[\s*-]/g, '');
  if (/\p{Script=Han}/u.test(text)) return true;
  return /^\+?\d{4,}[Xx]?$/.test(text) || /^[A-Za-z]{1,2}\d{6,}$/.test(text) || /^\p{L}{2,}$/u.test(text);
}

/** As in "张*三 138****1234"; empty when nothing is known. */
export const maskedText = ({ name, phone, idNumber }: Omit<MaskedVisitor, 'visitorId'>): string => [name, phone ?? idNumber].filter((part) => part !== null).join(' ');

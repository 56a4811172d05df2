// Typing a phone number or a code to check in with (rule H3): what a touch makes of it, and when it can be sent. Pure.
import type { Proof, TypedBy } from './kioskPages.ts';

/** A mobile number of the country; a code as the plan's bookings have it. */
const lengths: Readonly<Record<Proof['by'], { readonly least: number; readonly most: number }>> = {
  phone: { least: 11, most: 11 },
  code: { least: 4, most: 16 },
  card: { least: 0, most: 0 },
};

export const freshProof: Proof = { by: 'phone', typed: '' };

/** Another way to be found is another text: the digits of one are no part of the other. */
export const proofBy = (proof: Proof, by: TypedBy): Proof => (proof.by === by ? proof : { by, typed: '' });

export function withDigit({ by, typed }: Proof, digit: string): Proof {
  return { by, typed: /^[0-9]$/.test(digit) && typed.length < lengths[by].most ? typed + digit : typed };
}

export const withoutLast = ({ by, typed }: Proof): Proof => ({ by, typed: typed.slice(0, -1) });

/** Whether it is long enough to be asked for. */
export const isComplete = ({ by, typed }: Proof): boolean => typed.length >= lengths[by].least;

/** As a person reads it back: 138 0000 1234; codes in fours. */
export function groupsOf({ by, typed }: Proof): string[] {
  return (by === 'phone' ? [typed.slice(0, 3), typed.slice(3, 7), typed.slice(7)] : (typed.match(/.{1,4}/gu) ?? [])).filter((group) => group !== '');
}

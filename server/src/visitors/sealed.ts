// Sealing a person under a day's key (AES-256-GCM), and the marks by which he is found again without being read (HMAC).
// Marks are made with the day's key too: without it nobody can try out which phone a mark was made of (V1).
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { BusinessDay } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { DayKey } from './dayKeys.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** Who is sealed there, and under which day: a row that was moved to another does not open. */
export interface SealedAs {
  readonly id: string;
  readonly day: BusinessDay;
}

const label = ({ id, day }: SealedAs): Buffer => Buffer.from(`visitor ${id} ${day}`);

/** Nonce, ciphertext and tag in one. */
export function seal({ sealing }: DayKey, as: SealedAs, person: ToldVisitor): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes }).setAAD(label(as));
  return Buffer.concat([nonce, cipher.update(toldText(person), 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the key is another one or the data was changed. */
export function unseal({ sealing }: DayKey, as: SealedAs, sealed: Buffer): ToldVisitor | null {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(label(as)).setAuthTag(sealed.subarray(-tagBytes));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
    const [name, phone, idNumber] = JSON.parse(text) as (string | null)[];
    return { name: name ?? null, phone: phone ?? null, idNumber: idNumber ?? null };
  } catch (error) {
    // The only thing final() says: the tag does not fit.
    if (error instanceof SyntaxError) throw error;
    return null;
  }
}

/** What can be looked for: one whole part, or the end of a phone; `told` is everything an order told. */
export type MarkKind = 'phone' | 'phoneEnd' | 'idNumber' | 'told';

export const markOf = ({ marking }: DayKey, kind: MarkKind, text: string): Buffer => createHmac('sha256', marking).update(`${kind} ${text}`).digest();

/** Digits of a phone by which people ask for each other. */
export const phoneEndDigits = 4;

/** Everything an order told, as one text. */
export const toldText = ({ name, phone, idNumber }: ToldVisitor): string => JSON.stringify([name, phone, idNumber]);

/** All marks by which a person is found. */
export function marksOf(key: DayKey, { phone, idNumber }: ToldVisitor): Buffer[] {
  return [
    ...(phone === null ? [] : [markOf(key, 'phone', phone), markOf(key, 'phoneEnd', phone.slice(-phoneEndDigits))]),
    ...(idNumber === null ? [] : [markOf(key, 'idNumber', idNumber)]),
  ];
}

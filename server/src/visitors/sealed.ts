// Sealing under a day's key (AES-256-GCM), and the marks by which a person is found again without being read (HMAC).
// Marks are made with the day's key too: without it nobody can try out which phone a mark was made of (V1).
import { createCipheriv, createDecipheriv, createHmac, randomBytes, type KeyObject } from 'node:crypto';
import type { BusinessDay } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { DayKey } from './dayKeys.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** What is sealed there, and under which day: a row that was moved to another does not open. */
export interface SealedAs {
  readonly id: string;
  readonly day: BusinessDay;
}
type What = 'visitor' | 'text' | 'fileKey';

const label = (what: What, { id, day }: SealedAs): Buffer => Buffer.from(`${what} ${id} ${day}`);

/** Nonce, ciphertext and tag in one. */
export function sealBytes(key: KeyObject, what: What, as: SealedAs, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(label(what, as));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Null when the key is another one or the data was changed. */
export function unsealBytes(key: KeyObject, what: What, as: SealedAs, sealed: Buffer): Buffer | null {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(label(what, as)).setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    // The only thing final() says: the tag does not fit.
    return null;
  }
}

export const seal = ({ sealing }: DayKey, as: SealedAs, person: ToldVisitor): Buffer => sealBytes(sealing, 'visitor', as, Buffer.from(toldText(person)));

/** Null when the key is another one or the data was changed. */
export function unseal({ sealing }: DayKey, as: SealedAs, sealed: Buffer): ToldVisitor | null {
  const bytes = unsealBytes(sealing, 'visitor', as, sealed);
  if (bytes === null) return null;
  const [name, phone, idNumber] = JSON.parse(bytes.toString('utf8')) as (string | null)[];
  return { name: name ?? null, phone: phone ?? null, idNumber: idNumber ?? null };
}

/** What can be looked for: one whole part, or the end of a phone; `told` is everything an order told; words by order and by themselves. */
export type MarkKind = 'phone' | 'phoneEnd' | 'idNumber' | 'told' | 'text' | 'salt';

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

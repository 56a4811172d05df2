// What hangs on a ticket besides its facts: words of staff, and files such as a photographed document (V1). Journal and hall
// hold a reference, a hash and who put it there; the words and the bytes lie in the erasable side store alone.
import { z } from 'zod';
import { isPlainText } from '../base/plainText.ts';
import { fileRefSchema, textRefSchema, type FileRef, type TextRef } from './ids.ts';

/** Of what the side store keeps and a salt or nonce beside it: it proves that nothing was changed, and tells nobody what it was. */
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const maxNoteLength = 500;
/** As they are told: in one line, without signs a printer obeys. */
export const wordsSchema = z.string().min(1).max(maxNoteLength)
  .refine(isPlainText, 'signs that are no text').refine((words) => words.trim() !== '', 'nothing but spaces');

/** Words in the side store. */
export const keptTextSchema = z.strictObject({ ref: textRefSchema, sha256: sha256Schema });
export type KeptText = Readonly<z.infer<typeof keptTextSchema>>;

export const fileKindSchema = z.enum(['png', 'jpeg', 'pdf']);
export type FileKind = z.infer<typeof fileKindSchema>;
export const maxFileBytes = 5 * 1_024 * 1_024;
/** A file in the side store; `bytes` as it came. */
export const keptFileSchema = z.strictObject({ ref: fileRefSchema, sha256: sha256Schema, bytes: z.int().min(1).max(maxFileBytes), kind: fileKindSchema });
export type KeptFile = Readonly<z.infer<typeof keptFileSchema>>;

export const notesOfTicketAtMost = 20;
export const filesOfTicketAtMost = 10;

export interface TicketNote {
  readonly ref: TextRef;
  readonly at: number;
  /** Of the screen it was written at. */
  readonly place: string;
}
export interface TicketFile {
  readonly ref: FileRef;
  readonly at: number;
  readonly place: string;
  readonly bytes: number;
  readonly kind: FileKind;
}

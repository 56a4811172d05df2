// Notes and files of one ticket as its desk sees them (V1): what hangs there, and whether what was typed or chosen can be sent.
import { maxFileBytes, maxNoteLength, wordsSchema, type FileKind, type TicketFile } from '@hall/core/domain/attachment';
import type { Hall } from '@hall/core/domain/hall';
import type { FileRef, TicketId } from '@hall/core/domain/ids';
import type { Sent } from '@hall/client/session/hallRequest';

export interface PapersView {
  readonly notes: number;
  readonly files: readonly FileRow[];
}
export interface FileRow extends Pick<TicketFile, 'at' | 'place' | 'kind'> {
  readonly ref: FileRef;
  /** As in "1.2 MB". */
  readonly size: string;
}

export function papersView({ tickets }: Pick<Hall, 'tickets'>, ticketId: TicketId): PapersView {
  const { notes = [], files = [] } = tickets.get(ticketId)?.staff ?? {};
  return { notes: notes.length, files: files.map(({ ref, at, place, kind, bytes }) => ({ ref, at, place, kind, size: sizeText(bytes) })) };
}

/** Whole KB below one MB; never 0. */
export const sizeText = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

export interface NoteView {
  /** As it would be sent; null: it cannot be. */
  readonly words: string | null;
  readonly isPlain: boolean;
  readonly left: number;
}
export function noteView(typed: string): NoteView {
  const words = typed.trim();
  const isTaken = wordsSchema.safeParse(words).success;
  // Nothing and too much speak for themselves.
  const isPlain = isTaken || words === '' || words.length > maxNoteLength;
  return { words: isTaken ? words : null, isPlain, left: maxNoteLength - words.length };
}

const typeOf: Readonly<Record<FileKind, Sent['type']>> = { png: 'image/png', jpeg: 'image/jpeg', pdf: 'application/pdf' };
export const fileTypes: readonly Sent['type'][] = Object.values(typeOf);
const extensions: Readonly<Record<FileKind, string>> = { png: 'png', jpeg: 'jpg', pdf: 'pdf' };

/** What the server would not take, said before anything is sent. */
export function fileFault({ size, type }: Pick<File, 'size' | 'type'>): 'tooLarge' | 'otherKind' | null {
  if (!fileTypes.some((one) => one === type)) return 'otherKind';
  return size > maxFileBytes ? 'tooLarge' : null;
}

/** By the ticket's number; what its sender called it nobody knows. */
export const savedName = (number: string, nth: number, kind: FileKind): string => `${number}-${nth}.${extensions[kind]}`;

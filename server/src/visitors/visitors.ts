// The side store of visitors as a port (rules V1, V2, T6): who is known by which random id, and for how long.
// Personal data lies here and nowhere else; everything else in the hall speaks of visitors by id.
import type { FileKind, KeptFile, KeptText } from '@hall/core/domain/attachment';
import type { BusinessDay, FileRef, TextRef, VisitorId } from '@hall/core/domain/ids';
import type { MaskedVisitor } from '@hall/core/domain/masked';
import type { ToldVisitor } from '@hall/core/domain/visitor';

export interface Recognised {
  readonly visitorId: VisitorId;
  /** Nobody was known by this id before. */
  readonly isNew: boolean;
}

export interface TextStore {
  /**
   * Keeps the words that came with that order. The same order telling the same gets the same reference and hash, whatever has
   * happened since. On disk when it returns. `visitorId`: whom they are about; they go with him.
   */
  keep(words: string, about: { readonly orderId: string; readonly day: BusinessDay; readonly visitorId: VisitorId | null }): { readonly kept: KeptText; readonly isNew: boolean };
  /** The order came to nothing. */
  forget(ref: TextRef): void;
  /** Null: erased, or unreadable. */
  words(ref: TextRef): string | null;
}

export interface FileStore {
  /** On disk when it resolves; rejects when it cannot be written, and then nothing is kept. */
  keep(bytes: Uint8Array, about: { readonly day: BusinessDay; readonly kind: FileKind; readonly visitorId: VisitorId | null }): Promise<KeptFile>;
  forget(ref: FileRef): Promise<void>;
  /** Null: erased, or unreadable. */
  read(ref: FileRef): Promise<{ readonly kind: FileKind; readonly bytes: Buffer } | null>;
}

export interface Visitors {
  /**
   * The id of who tells this with that order: known by ID number, else by phone, else new and random. The same order
   * telling the same again gets the same id, whatever has happened since. On disk when it returns.
   *
   * Who comes again lives on from the later day. What is newly told is added; what is known changes only when nothing
   * weaker tells otherwise: data known with an ID number is not changed by somebody who shows none. A phone may be shared:
   * it leads to who used it last, and never to somebody with another ID number than the one told.
   */
  recognise(told: ToldVisitor, day: BusinessDay, orderId: string): Recognised;
  /** A known visitor was named by id in an order: he lives on from the later day. */
  seenAgain(visitorId: VisitorId, day: BusinessDay): void;
  /** The order came to nothing: somebody who is known by it alone is forgotten. Its retry would get the same id. */
  forgetUnused(visitorId: VisitorId, orderId: string): void;
  /** By whole phone or ID number, the last four digits of a phone, or a part of a name; newest first, at most 50. */
  find(text: string): VisitorId[];
  /** Those who are known and readable, in the order asked, masked (V2). */
  masked(ids: readonly VisitorId[]): MaskedVisitor[];
  /** Everything known, or null; for those with the right to it, who give a reason. */
  full(id: VisitorId): ToldVisitor | null;
  readonly texts: TextStore;
  readonly files: FileStore;
  /** Forgets one person, and all words and files about him, for ever: also in an older copy of the database that comes back. */
  erase(id: VisitorId): void;
  /** Forgets everybody whose last day was this one, and its words and files: first the key, then the rows, then what SQLite remembers of them. */
  eraseDay(day: BusinessDay): void;
  /** The same for all days before this one. */
  eraseBefore(day: BusinessDay): void;
  /** Erases what is left of those visitors and days: an order to erase that was broken off. Returns how many there were. */
  holdTo(erased: { readonly visitors: Iterable<VisitorId>; readonly days: Iterable<BusinessDay> }): number;
  close(): void;
}

/** At most so many are found at once. */
export const foundAtMost = 50;

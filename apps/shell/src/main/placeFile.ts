// What the hall last said this machine is: role and place. A shell that starts without the server opens the right page, and
// locks itself down as that page needs.
import { z } from 'zod';
import { placeSchema, roleSchema } from '@hall/core/domain/actor';
import { readSmallFile, writeSmallFile } from './smallFile.ts';

const placedSchema = z.strictObject({ role: roleSchema, place: placeSchema });
export type Placed = z.infer<typeof placedSchema>;

export interface PlaceFile {
  /** Null: never let in. */
  readonly placed: Placed | null;
  /** True: it was something else before. */
  keep(placed: Placed): boolean;
}

export function openPlaceFile(file: string): PlaceFile {
  const read = readSmallFile(file, placedSchema);
  let placed = read.kind === 'read' ? read.value : null;
  return {
    get placed() {
      return placed;
    },
    keep(next) {
      if (placed?.role === next.role && placed.place === next.place) return false;
      placed = next;
      writeSmallFile(file, next);
      return true;
    },
  };
}

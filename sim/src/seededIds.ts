// Command ids and a hall's own identity from the seed, so that a day replays to the letter.
import type { Random } from '@hall/core/base/random';
import { uuidV7 } from '@hall/core/base/uuid';
import type { CommandId } from '@hall/core/domain/ids';

/** A new id at every call; `now` in ms. */
export function seededIds(random: Random, now: () => number): () => CommandId {
  const bytes = new Uint8Array(10);
  return () => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.below(256);
    return uuidV7(now(), bytes) as CommandId;
  };
}

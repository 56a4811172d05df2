// Buckets that fill by themselves, one for each key (an address); the number of keys that are kept is bounded.
export interface BucketForm {
  readonly perSecond: number;
  readonly burst: number;
  /** Keys kept at most; the ones unused for longest are forgotten first. */
  readonly keys: number;
}

/** Takes one from the key's bucket; false when it is empty. `now` in ms. */
export function createBuckets({ perSecond, burst, keys }: BucketForm, now: () => number): (key: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key) => {
    const at = now();
    const before = buckets.get(key) ?? { left: burst, at };
    const left = Math.min(burst, before.left + (Math.max(0, at - before.at) * perSecond) / 1_000);
    const pays = left >= 1;
    // Set anew, so that the map's order is that of the last use.
    buckets.delete(key);
    buckets.set(key, { left: pays ? left - 1 : left, at });
    if (buckets.size > keys) for (const oldest of buckets.keys()) { buckets.delete(oldest); break; }
    return pays;
  };
}

// Snapshots for screens that come late, serialised once per state and audience for all who ask.
import type { Hall } from '@hall/core/domain/hall';
import { publicSnapshot, staffSnapshot } from '@hall/core/domain/snapshot';
import type { Audience } from '@hall/core/protocol/rights';

export type Snapshots = (audience: Audience) => string;

export function createSnapshots(hall: Readonly<Hall>): Snapshots {
  const kept = new Map<Audience, { seq: number; text: string }>();
  return (audience) => {
    const known = kept.get(audience);
    if (known?.seq === hall.seq) return known.text;
    const text = audience === 'staff' ? staffSnapshot(hall) : publicSnapshot(hall);
    kept.set(audience, { seq: hall.seq, text });
    return text;
  };
}

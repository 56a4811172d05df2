// The same key in two places: a device is cloned, or somebody carried its browser profile away. Seen when a key is proved from
// one address while a connection that proved it from another still answers. A device that was given another address leaves a
// dead connection behind, which answers nothing: that one is cut, and nothing is wrong.
import { plainAddress } from '../gate/clientOf.ts';

/** How long an old connection has to show that somebody is there. */
export const answersWithinMs = 2_000;

/** A connection that has proved a key. */
export interface Sighting {
  readonly address: string;
  /** Whether its other end answers within so many ms. */
  answers(withinMs: number): Promise<boolean>;
  cut(): void;
}

export interface TwoPlaces {
  /** A connection has proved the key. Null: go on; else resolves when it is known whether the device is in doubt. */
  comes(deviceId: string, sighting: Sighting): Promise<void> | null;
  /** The same for a request, which is over before anybody could ask it. */
  asks(deviceId: string, address: string): Promise<void> | null;
  leaves(deviceId: string, sighting: Sighting): void;
  /** Devices that are connected now. */
  size(): number;
}

export interface TwoPlacesParts {
  readonly isDoubted: (deviceId: string) => boolean;
  /** Resolves when it is durable. */
  readonly doubt: (deviceId: string) => Promise<void>;
}

export function createTwoPlaces({ isDoubted, doubt }: TwoPlacesParts): TwoPlaces {
  const connected = new Map<string, Set<Sighting>>();

  function leaves(deviceId: string, sighting: Sighting): void {
    const there = connected.get(deviceId);
    there?.delete(sighting);
    if (there?.size === 0) connected.delete(deviceId);
  }

  async function look(deviceId: string, elsewhere: readonly Sighting[]): Promise<void> {
    const alive = await Promise.all(elsewhere.map(async (one) => {
      const answers = await one.answers(answersWithinMs);
      if (answers) return true;
      leaves(deviceId, one);
      one.cut();
      return false;
    }));
    if (alive.includes(true) && !isDoubted(deviceId)) await doubt(deviceId);
  }

  const asks: TwoPlaces['asks'] = (deviceId, address) => {
    const here = plainAddress(address);
    const elsewhere = [...(connected.get(deviceId) ?? [])].filter((one) => plainAddress(one.address) !== here);
    return elsewhere.length === 0 || isDoubted(deviceId) ? null : look(deviceId, elsewhere);
  };

  return {
    asks,
    comes(deviceId, sighting) {
      const waits = asks(deviceId, sighting.address);
      // Counted from now on: two that come in the same moment see each other.
      connected.set(deviceId, (connected.get(deviceId) ?? new Set<Sighting>()).add(sighting));
      return waits;
    },
    leaves,
    size: () => connected.size,
  };
}

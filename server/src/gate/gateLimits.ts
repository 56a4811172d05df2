// How much one address may ask of the hall. Numbers of a kind of installation; gate.ts holds them.
export interface GateLimits {
  /** Connections of all addresses at once. */
  readonly connections: number;
  /** Connections of one address at once. */
  readonly connectionsOfAddress: number;
  /** Websockets one address may open a second, averaged, and at once before the average counts. */
  readonly handshakesPerSecond: number;
  readonly handshakeBurst: number;
  /** Requests to the programs' door one address may send in a minute. */
  readonly apiPerMinute: number;
}

/** In the building: a workplace opens fewer than ten connections; a whole branch may stand behind one address. */
export const lanLimits: GateLimits = { connections: 4_000, connectionsOfAddress: 100, handshakesPerSecond: 10, handshakeBurst: 60, apiPerMinute: 1_200 };

/** On this machine alone, where demo, bench and tests are hundreds of screens at one address. */
export const loopbackLimits: GateLimits = { connections: 4_000, connectionsOfAddress: 3_000, handshakesPerSecond: 1_000, handshakeBurst: 3_000, apiPerMinute: 12_000 };

// A clock that all processes of one machine share, ms: the monotonic one, not that of the wall.

export const sharedMoment = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;

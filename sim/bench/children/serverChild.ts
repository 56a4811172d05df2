// The hall under measurement, in a process of its own, exactly as it is shipped.
import { startHall, type RunningHall } from '@hall/server/main';
import { answerWith } from '../processes.ts';

let hall: RunningHall | null = null;

const handlers = {
  async start(data: string, plan: string): Promise<{ url: string; secret: string }> {
    hall = await startHall({ reach: { kind: 'trial' }, data, plan, port: 0, screens: data, fatal: (error) => { throw error; } });
    return { url: hall.address, secret: hall.trialSecret };
  },
  /** Bytes, as the process is, without asking for a collection first. */
  memory: () => process.memoryUsage(),
  /** Processor time used so far, µs: unlike rates it does not count what other programs took. */
  cpuUs(): number {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
};
export type ServerChild = typeof handlers;

answerWith(handlers, async () => {
  await hall?.stop();
});

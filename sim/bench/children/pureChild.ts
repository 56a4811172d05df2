// Lives pure days (sim/src/pureDay.ts) in a process of its own.
import { livePureDays } from '../../src/pureDay.ts';
import { answerWith } from '../processes.ts';

const handlers = {
  live(most: number): { clock: number; cpu: number } {
    const { events, seconds, cpuSeconds, faults } = livePureDays(most);
    if (faults.length > 0) throw new Error(faults[0]);
    return { clock: events / seconds, cpu: events / cpuSeconds };
  },
};
export type PureChild = typeof handlers;

answerWith(handlers);

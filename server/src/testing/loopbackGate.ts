// The gate of a hall on this machine, for tests of what lies behind it.
import { createGate, type Gate } from '../gate/gate.ts';
import { loopbackLimits } from '../gate/gateLimits.ts';

export const loopbackGate = (): Gate => createGate({ hosts: ['127.0.0.1'], limits: loopbackLimits, now: () => performance.now() });

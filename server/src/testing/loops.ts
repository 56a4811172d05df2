// People in a closed loop: each waits for its answer before it acts again, and sends an unanswered order again under
// its old id through any reconnect, as the outbox of a screen does (N6). What they were told is kept for the judge.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandType } from '@hall/core/domain/commands';
import type { Answer } from '@hall/core/protocol/messages';
import type { TrialPlace } from '../people/trialCredentials.ts';
import { connectScreen, CutOff, Rejected, type Screen } from './screen.ts';
import { newId } from './testHall.ts';

export interface Told {
  readonly id: string;
  readonly type: CommandType;
  readonly answer: Answer;
}

export interface Person {
  /** One order, until it is answered. */
  order(type: CommandType, data: object): Promise<Answer>;
  leave(): void;
}

/** `where` is asked before every attempt, because a hall that was killed may come back. */
export function createPerson(who: TrialPlace, where: () => { url: string; secret: string }, told: Told[]): Person {
  let screen: Screen | null = null;
  const connected = async (): Promise<Screen> => {
    while (screen?.socket.connected !== true) {
      try {
        screen = await connectScreen({ ...where(), who });
      } catch (error) {
        // Nobody there yet, or gone again.
        if (!(error instanceof CutOff) && !(error instanceof Rejected && error.refusal === null)) throw error;
        await sleep(20);
      }
    }
    return screen;
  };
  return {
    async order(type, data) {
      const [id, pressedAt] = [newId(), Date.now()];
      for (;;) {
        try {
          const answer = await (await connected()).order(type, data, { id, pressedAt });
          if (!answer.ok && answer.refusal.code === 'stopping') continue;
          told.push({ id, type, answer });
          return answer;
        } catch (error) {
          if (!(error instanceof CutOff)) throw error;
          // Cut off without an answer: nobody knows what became of it, so the same order goes out again.
          await sleep(5);
        }
      }
    },
    leave: () => screen?.close(),
  };
}

// An order that comes over HTTP: given to the keeper like any other, and waited for until it is durable or refused.
import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@hall/core/base/uuid';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { CommandId } from '@hall/core/domain/ids';
import type { Refusal, RefusalCode } from '@hall/core/domain/refusals';
import type { CommandMessage } from '@hall/core/protocol/messages';
import type { Sender } from '@hall/core/protocol/rights';
import { refusalText } from '@hall/core/text/refusalText';
import type { HallKeeper } from '../hall/hallKeeper.ts';
import { Problem } from './problem.ts';

/** Resolves when it is durable; throws a Problem with the refusal's own words. */
export type HttpOrder = <T extends CommandType>(type: T, data: CommandData<T>, who: Sender) => Promise<void>;

export const httpOrder = (keeper: HallKeeper, now: () => number): HttpOrder => (type, data, who) => {
  const at = now();
  const command = { id: uuidV7(at, randomBytes(10)) as CommandId, pressedAt: at, type, data } as unknown as CommandMessage;
  return new Promise((resolve, reject) => {
    keeper.order(who, command, (outcome) => {
      if (outcome.ok) resolve();
      else reject(problemOf(outcome.refusal));
    });
  });
};

const ofRights: readonly RefusalCode[] = ['notAllowed', 'signInFirst', 'screenLocked', 'notYourDuty', 'notYourRight', 'badCredential', 'otherPlace', 'otherPerson'];
const ofNothing: readonly RefusalCode[] = ['noSuchTicket', 'visitorErased'];

export function problemOf(refusal: Refusal): Problem {
  const { code } = refusal;
  const status = ofRights.includes(code) ? 403 : ofNothing.includes(code) ? 404 : code === 'stopping' ? 503 : 409;
  return new Problem(status, { code, zh: refusalText(refusal, 'zh'), en: refusalText(refusal, 'en') });
}

// Orders that the hall gives itself: its installer, its clock, its restore, its automatic call.
import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@hall/core/base/uuid';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { CommandId } from '@hall/core/domain/ids';
import type { CommandMessage } from '@hall/core/protocol/messages';
import { trusted, type Sender } from '@hall/core/protocol/rights';

export const systemActor = (place: 'install' | 'clock' | 'restore' | 'autoCall' | 'doors' | 'people'): Sender => trusted('system', place);

export function systemCommand<T extends CommandType>(type: T, data: CommandData<T>, at: number): CommandMessage {
  return { id: uuidV7(at, randomBytes(10)) as CommandId, pressedAt: at, type, data } as unknown as CommandMessage;
}

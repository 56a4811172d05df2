// Answers the page's calls (core's shell/shellCalls): from our own page's main frame alone, in the right form alone.
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { shellCallNames, shellCalls, type ShellAsks, type ShellCall, type ShellTells } from '@hall/core/shell/shellCalls';
import { roomAt, type Room } from './ownPages.ts';

export type Answers = { readonly [C in ShellCall]: (...asks: ShellAsks<C>) => ShellTells<C> | Promise<ShellTells<C>> };

/** Only the set-up page may name the server, and it may nothing else. */
const mayCall = (room: Room | null, call: ShellCall): boolean => room !== null && (room === 'setup') === (call === 'useServer');

export const channelOf = (call: ShellCall): string => `hall:${call}`;

export function answerCalls(ipc: Pick<IpcMain, 'handle'>, answers: Answers, note: (facts: object) => void): void {
  for (const call of shellCallNames) answerCall(ipc, call, answers, note);
}

function answerCall<C extends ShellCall>(ipc: Pick<IpcMain, 'handle'>, call: C, answers: Answers, note: (facts: object) => void): void {
  ipc.handle(channelOf(call), async ({ senderFrame }: IpcMainInvokeEvent, ...asked: unknown[]) => {
    const isOurPage = senderFrame !== null && senderFrame.parent === null && mayCall(roomAt(senderFrame.url), call);
    const checked = shellCalls[call].asks.safeParse(asked);
    if (!isOurPage || !checked.success) {
      note({ what: 'call refused', call, why: isOurPage ? 'form' : 'sender' });
      throw new Error('refused');
    }
    const answer = answers[call] as (...asks: ShellAsks<C>) => ShellTells<C> | Promise<ShellTells<C>>;
    return shellCalls[call].tells.parse(await answer(...(checked.data as ShellAsks<C>)));
  });
}

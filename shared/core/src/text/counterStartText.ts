// Words of a counter where somebody is signed in with a password and the counter itself is still free, and of leaving it.
import type { Texts } from './language.ts';

interface CounterStartWords {
  readonly title: (counterId: string) => string;
  readonly start: string;
  readonly starting: string;
  readonly hint: string;
  readonly held: (clerk: string) => string;
  readonly heldDo: string;
  readonly cannot: string;
  readonly notLeft: (why: string) => string;
  readonly away: string;
}

export const counterStartTexts: Texts<CounterStartWords> = {
  zh: {
    title: (counterId) => `${counterId} 号窗口`, start: '开始工作', starting: '正在开始…', hint: '按 Enter 开始。窗口打开之前不会叫号。',
    held: (clerk) => `本窗口现由 ${clerk} 使用。`, heldDo: '请对方在本窗口退出，或请大厅管理员释放这个窗口；之后这里即可开始。',
    cannot: '现在不能在此开始：', notLeft: (why) => `还没有退出：${why}`, away: '与服务器的连接中断，窗口还没有退出。需要离开时请先锁屏。',
  },
  en: {
    title: (counterId) => `Counter ${counterId}`, start: 'Start work', starting: 'Starting…', hint: 'Press Enter to start. Nobody is called before the counter is opened.',
    held: (clerk) => `${clerk} is at this counter now.`, heldDo: 'Ask this clerk to sign out here, or the hall manager to release the counter; then you can start.',
    cannot: 'Work cannot start here now:', notLeft: (why) => `Not signed out yet: ${why}`, away: 'The server cannot be reached; the counter is not signed out. Lock the screen if you have to leave.',
  },
};

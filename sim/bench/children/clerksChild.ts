// Forty-eight enrolled counters and their clerks, in a process that is not the server's: everything a page does to sign in.
import { askOwner, passwordOf, personWith, staffScreen, tokenIn, type StaffScreen } from '@hall/server/testing/staffScreens';
import { answerWith } from '../processes.ts';

interface Clerk { readonly id: string; readonly screen: StaffScreen; token: string | null }
let clerks: Clerk[] = [];
let owner = { url: '', secret: '' };

const handlers = {
  /** Lets in a device for each counter and gives each clerk a password of his own. */
  async prepare(url: string, secret: string, counterIds: string[]): Promise<void> {
    owner = { url, secret };
    clerks = [];
    for (const [index, place] of counterIds.entries()) {
      const screen = await staffScreen(owner, 'counter', place);
      const id = String(1001 + index);
      await personWith(owner, screen, id, ['clerk'], { extras: ['pick'] });
      clerks.push({ id, screen, token: null });
    }
  },
  /** All of them sign in, spread evenly over that time; how long each took, ms. */
  signIn: (withinMs: number): Promise<number[]> => Promise.all(clerks.map(async (clerk, index) => {
    await new Promise((soon) => { setTimeout(soon, (index * withinMs) / clerks.length); });
    const at = performance.now();
    clerk.token = tokenIn(await clerk.screen.signIn(clerk.id, passwordOf(clerk.id)));
    return performance.now() - at;
  })),
  async signOut(): Promise<void> {
    for (const { screen, token } of clerks) if (token !== null) await screen.ask('DELETE', '/api/session', undefined, token);
  },
  whoHasPasswords: async (): Promise<number> => ((await askOwner(owner, 'GET', '/api/people/secrets')).body as { people: unknown[] }).people.length,
};
export type ClerksChild = typeof handlers;

answerWith(handlers);

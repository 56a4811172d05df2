// The screens of the simulated hall: each the real link over the fake network, on a device with a clock of its own.
// A page can be reloaded: then everything it knew is gone, unanswered orders too.
import type { Random } from '@hall/core/base/random';
import type { Role } from '@hall/core/domain/actor';
import type { CommandData, CommandType } from '@hall/core/domain/commands';
import type { HallEvent } from '@hall/core/domain/events';
import type { Hall } from '@hall/core/domain/hall';
import type { CommandId } from '@hall/core/domain/ids';
import type { ToldVisitor } from '@hall/core/domain/visitor';
import type { Answer, CommandMessage } from '@hall/core/protocol/messages';
import { createLink, type Link } from '@hall/client/link/link';
import type { FakeNet } from './net/fakeNet.ts';
import { credentialOf } from './net/netDoor.ts';
import type { VirtualClock } from './virtualClock.ts';

export interface Screen {
  readonly name: string;
  readonly role: Role;
  readonly place: string;
  readonly hall: Readonly<Hall>;
  readonly status: Link['status'];
  /** Of the page that is open now. */
  readonly link: Link;
  /** Orders of this page without an answer. */
  readonly waiting: number;
  /** Gives an order with that id, or a new one; `visitor` tells who it is about, `words` what is noted. Nothing happens before the page has seen the hall for the first time. */
  order<T extends CommandType>(type: T, data: CommandData<T>, then?: (answer: Answer) => void, id?: CommandId, visitor?: ToldVisitor, words?: string): void;
  reload(): void;
}

export interface ScreenParts {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly net: FakeNet;
  readonly ids: () => CommandId;
  /** A page was opened; what it returns is told of every change of the page's hall. */
  readonly opened: (screen: Screen) => (events: readonly HallEvent[] | null) => void;
}

export function openScreen(role: Role, place: string, { clock, random, net, ids, opened }: ScreenParts): Screen {
  const name = `${role}.${place}`;
  // Nobody has set the clocks of the devices; the link uses only differences.
  const clockOff = random.below(7_200_000) - 3_600_000;
  let link: Link;
  let waiting = 0;
  let page = 0;
  const screen: Screen = {
    name, role, place,
    get hall() {
      return link.hall;
    },
    get link() {
      return link;
    },
    get status() {
      return link.status;
    },
    get waiting() {
      return waiting;
    },
    order(type, data, then = () => undefined, id = ids(), visitor, words) {
      if (link.you === null) return;
      const ofPage = page;
      waiting += 1;
      const message = { id, pressedAt: link.serverNow(), type, data, ...(visitor === undefined ? {} : { visitor }), ...(words === undefined ? {} : { words }) } as unknown as CommandMessage;
      void link.order(message).then((answer) => {
        if (ofPage !== page) return;
        waiting -= 1;
        then(answer);
      });
    },
    reload() {
      link.close();
      open();
    },
  };
  function open(): void {
    page += 1;
    waiting = 0;
    link = createLink({
      wire: net.wire(name),
      credential: credentialOf({ role, place }),
      now: () => clock.now() + clockOff,
      timers: { after: (ms, run) => clock.after(ms, run) },
    });
    link.onChange(opened(screen));
  }
  open();
  return screen;
}

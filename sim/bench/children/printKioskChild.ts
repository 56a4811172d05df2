// A kiosk with a printer of its own: every touch asks the printer, takes a number of the hall, and prints its slip.
// Beside it the bare thing: the same questions and the same bytes to the same port, without us.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { uuidV7 } from '@hall/core/base/uuid';
import type { HallEvent } from '@hall/core/domain/events';
import { shownRange } from '@hall/core/domain/forecast/shownRange';
import type { Answer } from '@hall/core/protocol/messages';
import { protocolVersion } from '@hall/core/protocol/version';
import { slipDocument } from '@hall/core/slip/slipDocument';
import { slipBytes } from '@hall/printing/bytes/slipBytes';
import { loadGlyphFont } from '@hall/printing/glyphs/glyphFont';
import { createHallPrinter, type HallPrinter } from '@hall/printing/printer/hallPrinter';
import { profiles } from '@hall/printing/profiles';
import { tcpTransport } from '@hall/printing/transports/tcp';
import { trialCredential } from '@hall/server/people/trialCredentials';
import { benchPlan, servicesByCounter } from '../benchPlan.ts';
import { openLean, type LeanSocket } from '../leanSocket.ts';
import { answerWith } from '../processes.ts';
import { sharedMoment } from '../sharedMoment.ts';

const plan = benchPlan();
const services = servicesByCounter(plan);
const profile = profiles.paper80;
const font = loadGlyphFont();
let hall: LeanSocket | null = null;
let printer: HallPrinter | null = null;
let printerPort = 0;
let lastBytes: Uint8Array = new Uint8Array();

function issue(serviceId: string | undefined): Promise<HallEvent<'ticketIssued'>> {
  const { promise, resolve, reject } = Promise.withResolvers<HallEvent<'ticketIssued'>>();
  const now = Date.now();
  const data = { serviceId, alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };
  hall?.ask('command', { id: uuidV7(now, randomBytes(10)), pressedAt: now, type: 'issueTicket', data }, (frame) => {
    const text = frame.toString('utf8');
    const [answer] = JSON.parse(text.slice(text.indexOf('['))) as [Answer];
    const issued = answer.ok ? answer.events.find((event) => event.type === 'ticketIssued') : undefined;
    if (issued?.type === 'ticketIssued') resolve(issued);
    else reject(new Error(text));
  });
  return promise;
}

const handlers = {
  async open(url: string, secret: string, port: number): Promise<void> {
    hall = await openLean(url, { protocol: protocolVersion, credential: trialCredential(secret, { role: 'kiosk', place: 'K1' }), session: null, journalId: null, epoch: null, seq: null }, () => undefined);
    printerPort = port;
    printer = createHallPrinter({ profile, transport: tcpTransport('127.0.0.1', port), font });
  },
  /** Visitors one after another; for each the moment of the touch and that of the answer. */
  async print(count: number): Promise<{ touches: number[]; answers: number[]; states: string[] }> {
    if (printer === null) throw new Error('not open');
    const [touches, answers, states]: [number[], number[], string[]] = [[], [], []];
    for (let nth = 0; nth < count; nth += 1) {
      touches.push(sharedMoment());
      const readiness = await printer.canPrint();
      if (readiness.kind !== 'ready') throw new Error(JSON.stringify(readiness));
      const { at, data: { number, serviceId, alsoServiceIds, queueId, ahead, expected } } = await issue(services[nth % services.length]);
      answers.push(sharedMoment());
      const wait = expected === null ? null : shownRange(expected.p50Ms / 1_000, expected.p90Ms / 1_000);
      const document = slipDocument(plan, { number, serviceId, laterServiceIds: alsoServiceIds, queueId, ahead, wait, issuedAt: at, slotAt: null, classId: null, reprint: null }, 'zh', profile.columns);
      const { ended } = printer.print(`${nth}`, document);
      states.push((await ended).state);
      lastBytes = slipBytes(document, profile, font);
    }
    return { touches, answers, states };
  },
  /** The same talk with the printer, written down: four questions, the slip, whether it is done, four questions. */
  async bare(count: number): Promise<number[]> {
    const starts: number[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      starts.push(sharedMoment());
      const socket = connect({ host: '127.0.0.1', port: printerPort, noDelay: true });
      const answers = (bytes: Uint8Array): Promise<void> => {
        const { promise, resolve } = Promise.withResolvers<void>();
        socket.once('data', () => { resolve(); });
        socket.write(bytes);
        return promise;
      };
      for (const n of [1, 2, 3, 4]) await answers(Uint8Array.of(0x10, 0x04, n));
      socket.write(lastBytes);
      await answers(Uint8Array.of(0x1d, 0x72, 1));
      for (const n of [1, 2, 3, 4]) await answers(Uint8Array.of(0x10, 0x04, n));
      const closed = Promise.withResolvers<void>();
      socket.once('close', () => { closed.resolve(); });
      socket.end();
      await closed.promise;
    }
    return starts;
  },
};
export type PrintKioskChild = typeof handlers;

answerWith(handlers, async () => {
  hall?.close();
  await printer?.close();
});

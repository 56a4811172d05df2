// A fake printer that answers its status at once and notes when the last byte of each slip has come. It draws nothing: it is measured against.
import { loadGlyphFont } from '@hall/printing/glyphs/glyphFont';
import { profiles } from '@hall/printing/profiles';
import { listenOnTcp, type FakeTcp } from '@hall/printing/testing/fakeCables';
import { FakeEngine } from '@hall/printing/testing/fakeEngine';
import { answerWith } from '../processes.ts';
import { sharedMoment } from '../sharedMoment.ts';

let tcp: FakeTcp | null = null;
const engine = new FakeEngine({ dots: profiles.paper80.dots, font: loadGlyphFont(), draws: false });
let moments: number[] = [];
engine.onWholeSlip = () => { moments.push(sharedMoment()); };

const handlers = {
  async start(): Promise<number> {
    tcp = await listenOnTcp(engine);
    return tcp.port;
  },
  /** When the last byte of each slip since the last question arrived, ms. */
  takeMoments(): number[] {
    const taken = moments;
    moments = [];
    engine.received.length = 0;
    return taken;
  },
};
export type PrinterChild = typeof handlers;

answerWith(handlers, () => tcp?.stop());

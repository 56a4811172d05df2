// Counts what the kernel is asked to make durable while a real hall carries out orders (J3, J4). Needs strace;
// run by scripts/proveFsync.sh. Ends with 1 when a turn was answered without its own sync.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './hallProcess.ts';
import { connectScreen, said } from './screen.ts';
import { tempFolder } from './tempFolder.ts';
import { serviceOf } from './testPlan.ts';

const trace = join(tempFolder(), 'trace');
const plan = join(import.meta.dirname, '../../plans/sampleHall.json');
// -D: the hall is our own child, so that it can be told to stop.
const hall = await serve({ data: tempFolder(), plan, under: ['strace', '-D', '-f', '-y', '-s', '24', '-e', 'trace=fsync,fdatasync,write,writev,sendto,sendmsg', '-o', trace] });
const kiosk = await connectScreen({ ...hall, who: { role: 'kiosk', place: 'K1' } });

/** Lines of the trace that sync the journal's log. */
const syncs = (): number => readFileSync(trace, 'utf8').split('\n').filter((line) => /f(data)?sync\(\d+<[^>]*journal\.db-wal>/.test(line)).length;
const issue = (): Promise<string> => kiosk.order('issueTicket', { serviceId: serviceOf('A'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null }).then(said);

async function count(what: string, turns: number, orders: number): Promise<number> {
  const before = syncs();
  const seqBefore = await commits();
  for (let turn = 0; turn < turns; turn += 1) await Promise.all(Array.from({ length: orders }, issue));
  const [synced, turnsDone] = [syncs() - before, (await commits()) - seqBefore];
  console.log(`${what}: ${turns * orders} orders answered, ${turnsDone} turns committed, ${synced} syncs of the journal, ${(synced / turnsDone).toFixed(2)} per turn`);
  return synced - turnsDone;
}
/** Turns that screens have heard: one batch each. */
async function commits(): Promise<number> {
  const { seq } = (await (await fetch(`${hall.url}/api/health`)).json()) as { seq: number };
  const heard = (): number => Math.max(kiosk.welcome.seq, ...kiosk.heard.map(({ name, content }) => (name === 'events' ? (content as { to: number }).to : 0)));
  while (heard() < seq) await new Promise((next) => { setTimeout(next, 5); });
  return kiosk.heard.filter(({ name }) => name === 'events').length;
}

const alone = await count('one order at a time', 100, 1);
const together = await count('twenty orders at once', 20, 20);
kiosk.close();
await hall.stop();
process.exitCode = alone < 0 || together < 0 ? 1 : 0;

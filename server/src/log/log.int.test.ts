// A hall whose log cannot be written opens, gives tickets and stops in order; and one whose disk fills up keeps its tickets.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../testing/hallProcess.ts';
import { bookablePlan } from '../testing/httpHall.ts';
import { connectScreen, said } from '../testing/screen.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { serviceOf } from '../testing/testPlan.ts';
import { dayOf } from './logDays.ts';

const ticket = { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };

async function ticketsOf(data: string): Promise<{ number: string; code: number | null; err: string }> {
  const plan = join(tempFolder(), 'plan.json');
  writeFileSync(plan, JSON.stringify(bookablePlan()));
  const hall = await serve({ data, plan });
  const kiosk = await connectScreen({ ...hall, who: { role: 'kiosk', place: 'K1' } });
  const number = said(await kiosk.order('issueTicket', ticket));
  kiosk.close();
  return { number, ...(await hall.stop()) };
}

test('given a file where the folder of the log should be, then the hall opens, gives tickets, says what is wrong, and stops in order', async () => {
  const data = join(tempFolder(), 'hall');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(join(data, 'log'), 'not a folder');
  const { number, code, err } = await ticketsOf(data);
  expect([number, code]).toEqual([expect.stringMatching(/^R\d{3}$/u), 0]);
  expect(err).toContain('cannot be written');
});

test.skipIf(!existsSync('/dev/full'))('given a disk without room for the log, then the same', async () => {
  const data = join(tempFolder(), 'hall');
  mkdirSync(join(data, 'log'), { recursive: true, mode: 0o700 });
  for (const day of [-1, 0, 1]) symlinkSync('/dev/full', join(data, 'log', `hall-${dayOf(Date.now() + day * 86_400_000)}.log`));
  const { number, code, err } = await ticketsOf(data);
  expect([number, code]).toEqual([expect.stringMatching(/^R\d{3}$/u), 0]);
  expect(err).toContain('ENOSPC');
});

test('given an ordinary hall, then its log of today has its start, as JSON, and nothing on the standard error', async () => {
  const data = join(tempFolder(), 'hall');
  const { err } = await ticketsOf(data);
  const [name = '', ...more] = readdirSync(join(data, 'log'));
  const lines = readFileSync(join(data, 'log', name), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { msg: string });
  expect([more, err, lines.map(({ msg }) => msg)]).toEqual([[], '', expect.arrayContaining(['hall started'])]);
});

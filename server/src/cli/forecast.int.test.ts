// The forecast as a process: an answer stands on stdout before the next event is sent, nonsense only on stderr.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('given a ticket that asks, when nothing more is sent, then the answer comes; nonsense does not stop it', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./forecast.ts', import.meta.url))], { stdio: 'pipe' });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { errors += text; });
  const send = (event: object): void => { child.stdin.write(`${JSON.stringify(event)}\n`); };
  const answer = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));

  send({ type: 'header', version: 1, hall: 'h', detail: 'full', queues: [{ id: 'A', name: 'A' }], classes: ['normal'], policy: null });
  child.stdin.write('this is not JSON\n\n');
  send({ type: 'day.start', t: 28_800, date: '2026-01-05', weekday: 1 });
  send({ type: 'counter.open', t: 32_400, counter: '1', queues: ['A'] });
  for (const ticket of ['1', '2', '3']) {
    send({ type: 'ticket.issued', t: 32_400, ticket, queue: 'A', class: 'normal', predict: true });
    const told = await answer() as Record<string, number | string>;
    expect(told['ticket']).toBe(ticket);
    for (const name of ['mean', 'p50', 'p90']) expect(told[name]).toBeGreaterThanOrEqual(0);
    expect(Number(told['p90'])).toBeGreaterThanOrEqual(Number(told['p50']));
  }
  child.stdin.end();
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('exit', resolve);
  expect(await promise).toBe(0);
  expect(errors).toContain('line 2');
});

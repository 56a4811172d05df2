// Placeholder of the `hall` command until the server is written: says what it was asked and waits.
// It exists so that `pnpm start` and its signals can be tried before there is a hall.
import { parseArgs } from 'node:util';

const { positionals } = parseArgs({ allowPositionals: true, strict: false });
if (positionals[0] === 'serve') {
  process.stdout.write(`hall serve (placeholder, node ${process.version}): ${process.argv.slice(2).join(' ')}\n`);
  const waiting = setInterval(() => undefined, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(waiting);
      process.stdout.write(`hall stopped by ${signal}\n`);
    });
  }
} else {
  process.stderr.write('hall: nothing but `serve` yet\n');
  process.exitCode = 2;
}

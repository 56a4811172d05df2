// The `hall` command: serve, backup, restore, verify. Expected obstacles end with one clear sentence and a code.
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { backUp } from '../journal/backup.ts';
import { JournalRefused } from '../journal/journalRefused.ts';
import { folderAt } from '../journal/folder.ts';
import { restore } from '../journal/restore.ts';
import { verifyWhole } from '../journal/verify.ts';
import { startHall } from '../main.ts';
import { PlanRefused } from '../plan/readPlan.ts';

const root = join(import.meta.dirname, '../../..');
const exitCodes = { refused: 2, portTaken: 3, commitFailed: 70 } as const;

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
  return port;
}

const program = new Command('hall').description('A service hall: queue and kiosk system').showHelpAfterError();
const dataOption = ['--data <folder>', 'data folder (or HALL_DATA)', process.env['HALL_DATA'] ?? join(root, 'data')] as const;

program
  .command('serve')
  .description('run the hall')
  .requiredOption('--trial', 'trial on this machine only; the only kind there is so far')
  .option('--port <number>', 'port on 127.0.0.1 (or HALL_PORT)', portNumber, portNumber(process.env['HALL_PORT'] ?? '4180'))
  .option(...dataOption)
  .option('--plan <file>', 'plan of a new hall', join(root, 'server/plans/sampleHall.json'))
  .action(async ({ port, data, plan }: { port: number; data: string; plan: string }) => {
    const hall = await startHall({
      port, data: resolve(data), plan: resolve(plan), screens: join(root, 'apps'),
      fatal(error) {
        console.error(`The journal could not be written: ${String(error)}. The hall stops; start it again when the disk is well.`);
        process.exit(exitCodes.commitFailed);
      },
    });
    console.log(`\n  The hall is open:  ${hall.address}/\n  Trial on this machine only. Data: ${resolve(data)}\n  Stop with Ctrl+C.\n`);
    const stop = (): void => { void hall.stop().then(() => process.exit(0), fail); };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });

program
  .command('backup')
  .description('copy the journal to a new folder while the hall works, and verify the copy')
  .argument('<folder>', 'folder to make')
  .option(...dataOption)
  .action(async (to: string, { data }: { data: string }) => {
    const { seq, hash } = await backUp(resolve(data), resolve(to));
    console.log(`Backup of ${seq} events in ${resolve(to)}\nhead ${hash}`);
  });

program
  .command('restore')
  .description('make a backup the journal of a stopped hall, in a new epoch')
  .argument('<folder>', 'backup to restore')
  .option(...dataOption)
  .action((from: string, { data }: { data: string }) => {
    const { head, replaced, replacedWasRead } = restore(resolve(from), resolve(data), Date.now());
    console.log(`Restored ${head.seq} events; epoch ${head.epoch} begins. Today's numbers go on in the range kept for a restore.`);
    if (replaced !== null) console.log(`The replaced journal lies in ${replaced}.`);
    if (!replacedWasRead) console.log('It could not be read: numbers restored on an earlier occasion today may not be known. Look at the last slips before you open.');
  });

program
  .command('verify')
  .description('check the whole journal, from its first event')
  .option(...dataOption)
  .action(async ({ data }: { data: string }) => {
    const { ok, message } = await verifyWhole(folderAt(resolve(data)).journal);
    console.log(message);
    if (!ok) process.exitCode = exitCodes.refused;
  });

function fail(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof JournalRefused || error instanceof PlanRefused) {
    console.error(error.message);
    process.exit(exitCodes.refused);
  }
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    console.error(`The port cannot be used: ${error instanceof Error ? error.message : ''}. Choose another with --port.`);
    process.exit(exitCodes.portTaken);
  }
  throw error;
}

await program.parseAsync().catch(fail);

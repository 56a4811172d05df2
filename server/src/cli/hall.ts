// The `hall` command: init, serve, devices, backup, restore, verify, plan check. Expected obstacles end with one clear sentence and a code.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { backUp } from '../journal/backup.ts';
import { JournalRefused } from '../journal/journalRefused.ts';
import { folderAt } from '../journal/folder.ts';
import { restore } from '../journal/restore.ts';
import { verifyWhole } from '../journal/verify.ts';
import { CertificateRefused } from '../certificates/hallAuthority.ts';
import { startHall } from '../main.ts';
import { addressFile, askHall } from './deviceCommands.ts';
import { initHall } from './initHall.ts';
import { PeopleRefused, readPeople } from '../people/readPeople.ts';
import { checkPlanFile, faultLines, PlanRefused } from '../plan/readPlan.ts';

const root = join(import.meta.dirname, '../../..');
/** Besides what people call it: for the hall's own commands on this machine. */
const ownNames = ['localhost', '127.0.0.1'];
const exitCodes = { refused: 2, portTaken: 3, commitFailed: 70 } as const;

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
  return port;
}

const program = new Command('hall').description('A service hall: queue and kiosk system').showHelpAfterError();
const dataOption = ['--data <folder>', 'data folder (or HALL_DATA)', process.env['HALL_DATA'] ?? join(root, 'data')] as const;

program
  .command('init')
  .description('make a hall for a LAN in an empty folder: identity, plan, certificate authority; needs no network')
  .requiredOption('--name <names...>', 'host names and addresses that screens reach the server by')
  .option(...dataOption)
  .option('--plan <file>', 'plan of the hall', join(root, 'server/plans/sampleHall.json'))
  .option('--people <file>', 'who works in the hall, as JSON')
  .action(async ({ name, data, plan, people }: { name: string[]; data: string; plan: string; people?: string }) => {
    const { hallId, authority, pin, administrator, isOpenToOthers } = await initHall(resolve(data), resolve(plan), [...name, ...ownNames], Date.now(), people === undefined ? null : resolve(people));
    console.log(`Hall ${hallId} is made in ${resolve(data)}.\nAuthority: ${authority}\nPin: ${pin}\nGive the authority's file to the browsers of consoles; keep a copy of authority.pem and authority.key in a safe place.`);
    if (administrator !== null) console.log(`Administrator: ${administrator.id}  one-time password: ${administrator.password}\nIt is told once, is good for 14 days, and must be changed at the first sign-in.`);
    if (isOpenToOthers) console.error(`Warning: ${resolve(data)} can be read by other users of this machine. Close it with chmod 700.`);
    console.log(`Start it: hall serve --host 0.0.0.0 --name ${name.join(' ')} --data ${resolve(data)}`);
  });

program
  .command('serve')
  .description('run the hall: on this machine alone with --trial, or on the LAN with --host and --name')
  .option('--trial', 'trial on this machine only')
  .option('--host <address>', 'address to listen on, as 0.0.0.0 for all')
  .option('--name <names...>', 'host names and addresses that screens reach the server by')
  .option('--port <number>', 'port (or HALL_PORT)', portNumber, portNumber(process.env['HALL_PORT'] ?? '4180'))
  .option(...dataOption)
  .option('--plan <file>', 'plan of a new trial hall', join(root, 'server/plans/sampleHall.json'))
  .action(async ({ trial, host, name = [], port, data, plan }: { trial?: boolean; host?: string; name?: string[]; port: number; data: string; plan: string }) => {
    if ((trial === true) === (host !== undefined)) program.error('Say either --trial or --host <address> with --name.', { exitCode: exitCodes.refused });
    if (host !== undefined && name.length === 0) program.error('A hall on a LAN needs --name: what screens call this server.', { exitCode: exitCodes.refused });
    const folder = resolve(data);
    const hall = await startHall({
      port, data: folder, plan: resolve(plan), screens: join(root, 'apps'),
      reach: host === undefined ? { kind: 'trial' } : { kind: 'lan', host, names: [...name, ...ownNames] },
      fatal(error) {
        console.error(`The journal could not be written: ${String(error)}. The hall stops; start it again when the disk is well.`);
        process.exit(exitCodes.commitFailed);
      },
    });
    writeFileSync(addressFile(folder), JSON.stringify({ address: hall.address }), { mode: 0o600 });
    console.log(`\n  The hall is open:  ${hall.address}/\n  ${host === undefined ? 'Trial on this machine only.' : `Screens reach it as ${name.map((one) => `https://${one}:${new URL(hall.address).port}/`).join(' ')}`} Data: ${folder}\n  Stop with Ctrl+C.\n`);
    const stop = (): void => { void hall.stop().then(() => process.exit(0), fail); };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });

const devices = program.command('devices').description('screens of the running hall: list, let in, trust, revoke').option(...dataOption);
const dataOf = (): string => resolve((devices.opts() as { data: string }).data);
devices
  .command('list')
  .description('devices of the hall, and those that ask to be let in')
  .action(async () => { console.log(JSON.stringify(await askHall(dataOf(), 'GET', '/api/devices'), null, 2)); });
devices
  .command('enrol')
  .description('let in the device that shows this code and this check number')
  .argument('<code>').argument('<check>')
  .requiredOption('--role <role>', 'kiosk, counter, desk, display, pad or manager')
  .requiredOption('--place <place>', 'K1, a counter number, a board, M1 …')
  .requiredOption('--called <name>', 'as people call it')
  .action(async (code: string, check: string, { role, place, called }: { role: string; place: string; called: string }) => {
    await askHall(dataOf(), 'POST', '/api/devices', { code, check, role, place, name: called });
    console.log(`“${called}” is let in as ${role} ${place}.`);
  });
devices
  .command('trust')
  .description('serve a device again whose key was in use at two addresses, after somebody has looked at it')
  .argument('<deviceId>')
  .action(async (deviceId: string) => {
    await askHall(dataOf(), 'POST', `/api/devices/${encodeURIComponent(deviceId)}/trust`);
    console.log('The device is served again.');
  });
devices
  .command('revoke')
  .description('cut a device and let it in no more')
  .argument('<deviceId>')
  .action(async (deviceId: string) => {
    await askHall(dataOf(), 'DELETE', `/api/devices/${encodeURIComponent(deviceId)}`);
    console.log('The device is revoked.');
  });

const people = program.command('people').description('who works in the running hall: list, import, give a one-time password').option(...dataOption);
const peopleData = (): string => resolve((people.opts() as { data: string }).data);
people
  .command('list')
  .description('who has a password, since when, and whether it was used')
  .action(async () => { console.log(JSON.stringify(await askHall(peopleData(), 'GET', '/api/people/secrets'), null, 2)); });
people
  .command('import')
  .description('add and change people by a file; all of it or nothing')
  .argument('<file>', 'people as JSON')
  .action(async (file: string) => {
    const list = readPeople(resolve(file));
    await askHall(peopleData(), 'POST', '/api/people', { people: list, then: null });
    console.log(`${list.length} people are in the hall's list.`);
  });
people
  .command('password')
  .description('give somebody a password for one sign-in; ends every session of that person')
  .argument('<number>', 'work number')
  .action(async (personId: string) => {
    const { password } = (await askHall(peopleData(), 'POST', `/api/people/${encodeURIComponent(personId)}/password`)) as { password: string };
    console.log(`One-time password of ${personId}: ${password}`);
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

program
  .command('plan')
  .description('look at plan files')
  .command('check')
  .description('tell everything that is wrong in a plan file; changes nothing')
  .argument('<file>', 'plan as JSON')
  .action((file: string) => {
    const checked = checkPlanFile(resolve(file));
    const faults = faultLines(checked);
    if (checked.plan !== null) {
      const { queues, services, counters } = checked.plan;
      console.log(`The plan can be used: ${queues.length} queues, ${services.length} services, ${counters.length} counters.`);
      return;
    }
    console.error(`The plan cannot be used: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}\n${faults.join('\n')}`);
    process.exitCode = exitCodes.refused;
  });

function fail(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof JournalRefused || error instanceof PlanRefused || error instanceof CertificateRefused || error instanceof PeopleRefused) {
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

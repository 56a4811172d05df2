// Who may give which order and ask what: every cell tried on a real keeper, for every screen, duty, and own and other counter.
// What came of it is docs/rights.md, which people read and sign; a cell that changes is seen there, or fails here.
import { expect, test } from 'vitest';
import { commandTypes } from '@hall/core/domain/commands';
import type { DeviceId, PersonId } from '@hall/core/domain/ids';
import { dutySchema, extraRightSchema, personSchema } from '@hall/core/domain/person';
import { forbiddenQuery, queryTypes, type QueryMessage } from '@hall/core/protocol/queries';
import { audienceOf, type Sender } from '@hall/core/protocol/rights';
import type { Role } from '@hall/core/domain/actor';
import { rightData } from '../testing/rightData.ts';
import { command, openTestHall } from '../testing/testHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import { systemActor } from './systemCommand.ts';

const hall = openTestHall(tempFolder());
/** What is ordered concerns counter 12; screens of counter 13 are another one's. */
const screens: readonly [heading: string, role: Role, place: string][] = [
  ['kiosk', 'kiosk', 'K1'], ['display', 'display', 'hall'], ['pad, own', 'pad', '12'], ['pad, other', 'pad', '13'], ['counter, own', 'counter', '12'], ['counter, other', 'counter', '13'],
  ['guide desk', 'desk', 'D1'], ['manager', 'manager', 'M1'],
];
const deviceOf = (role: Role, place: string): DeviceId => `${role}${place}`.padEnd(43, '-') as DeviceId;
const withAll = (duty: string): PersonId => `${duty}-1` as PersonId;
const withNone = (duty: string): PersonId => `${duty}-0` as PersonId;

const install = (type: Parameters<typeof hall.one>[1], data: object): void => {
  expect(hall.one(systemActor('install'), type, data)).toMatchObject({ ok: true });
};
for (const [, role, place] of screens) install('enrolDevice', { deviceId: deviceOf(role, place), publicKey: 'k'.repeat(122), role, place, name: `${role} ${place}` });
install('setPeople', {
  then: null,
  // They may sit at counter 1 alone, so that no sign-in of this test holds a counter.
  people: dutySchema.options.flatMap((duty) => [withAll(duty), withNone(duty)].map((id) => personSchema.parse({
    id, name: id, duties: [duty], extras: id === withAll(duty) ? extraRightSchema.options : [], queueIds: [], counterIds: ['1'], isActive: true,
  }))),
});

const doorCodes = new Set(['notAllowed', 'otherPlace', 'signInFirst', 'notYourDuty', 'notYourRight', 'otherPerson', 'badCredential', 'screenLocked', 'deviceDoubted']);
type Ask = (sender: Sender) => string | null;

/** The code with which the keeper refuses by right; null: it is for the hall's rules to say. */
const ordering = (type: (typeof commandTypes)[number]): Ask => (sender) => {
  // A plan of the right form that no hall takes; all other data is refused by some rule as it stands.
  const data = type === 'adoptPlan' ? { plan: { ...hall.hall.plan, timeZone: 'Mars/Olympus' }, from: 'now' } : type === 'signIn' && sender.personId !== null ? { ...rightData.signIn, clerkId: sender.personId } : rightData[type];
  const outcome = hall.one(sender as never, type, data, command(type, data));
  return !outcome.ok && doorCodes.has(outcome.refusal.code) ? outcome.refusal.code : null;
};
const asking = (type: (typeof queryTypes)[number]): Ask => (sender) => forbiddenQuery(hall.hall, sender, { type } as QueryMessage)?.code ?? null;

/** In words, who passes at such a screen. */
function cell(ask: Ask, role: Role, place: string): string {
  const through = (door: Sender['door']): string => {
    const from = (personId: PersonId | null, more: Partial<Sender> = {}): string | null => ask({ role, place, deviceId: deviceOf(role, place), personId, isLocked: false, door, ...more });
    if (audienceOf(role) === 'public') return from(null) === null ? 'yes' : '–';
    expect([from(null), from('nobody' as PersonId)].map((code) => code !== null)).toEqual([true, true]);
    const passing = dutySchema.options.filter((duty) => from(withAll(duty)) === null);
    for (const duty of passing) expect(from(withAll(duty), { isLocked: true })).toBe('screenLocked');
    if (passing.length > 0) expect(ask({ role, place, deviceId: 'x'.repeat(43) as DeviceId, personId: withAll(passing[0] ?? ''), isLocked: false, door })).toBe('badCredential');
    const words = passing.map((duty) => (from(withNone(duty)) === null ? duty : `${duty} with right`));
    return words.length === 0 ? '–' : words.join(', ');
  };
  const [bySocket, byHttp] = [through('socket'), through('http')];
  return bySocket === byHttp ? bySocket : `${byHttp} (HTTP only)`;
}

test('the table of rights, cell by cell', async () => {
  const happened = new Set<string>();
  hall.keeper.onTurn((events) => { for (const { type } of events) happened.add(type); });
  const rowOf = (name: string, ask: Ask): string => `| \`${name}\` | ${screens.map(([, role, place]) => cell(ask, role, place)).join(' | ')} |`;
  const table = [
    '# Who may do what', '',
    'Made by `server/src/hall/rightsTable.int.test.ts`: every cell was tried on a running keeper with a device of the hall and a person of one duty. Orders concern counter 12.',
    '“with right” means a right that single persons are given besides their duty (`pick`, `look`). Where nobody is signed in, where the screen is locked, and on a device that',
    'was revoked, no order and no question of staff passes. In a trial, and for the commands on the server’s own machine, screens act without persons.', '',
    `| order | ${screens.map(([heading]) => heading).join(' | ')} |`, `| --- |${' --- |'.repeat(screens.length)}`,
    ...commandTypes.map((type) => rowOf(type, ordering(type))), '',
    `| question | ${screens.map(([heading]) => heading).join(' | ')} |`, `| --- |${' --- |'.repeat(screens.length)}`,
    ...queryTypes.map((type) => rowOf(type, asking(type))), '',
  ].join('\n');
  // What was let through was refused by a rule; only a trace is refused by none.
  expect([...happened]).toEqual(['accessNoted']);
  await expect(table).toMatchFileSnapshot('../../../docs/rights.md');
});

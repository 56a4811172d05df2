// `hall init`: a hall in an empty folder, without any network: identity, journal with its plan, authority and certificate.
// Whatever is refused is refused before anything is written, or leaves a folder that `init` can go on with.
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { makeAuthority, hasAuthority, readAuthority } from '../certificates/hallAuthority.ts';
import { serverCertificate } from '../certificates/serverCertificate.ts';
import { createKeeper, type HallKeeper } from '../hall/hallKeeper.ts';
import { orderAs } from '../hall/housekeeping.ts';
import { openHall } from '../hall/openHall.ts';
import { personSchema, type Person } from '@hall/core/domain/person';
import { folderAt } from '../journal/folder.ts';
import { oneTimePassword } from '../people/oneTimePassword.ts';
import { createPasswords } from '../people/passwords.ts';
import { readPeople } from '../people/readPeople.ts';
import { secretStore } from '../people/secretStore.ts';
import { readPlan } from '../plan/readPlan.ts';

export interface InitedHall {
  readonly hallId: string;
  /** The file that consoles' browsers are given. */
  readonly authority: string;
  /** SHA-256 of the authority's public key, base64url. */
  readonly pin: string;
  /** Who may sign in first and let in all others; null: the hall had people already. */
  readonly administrator: { readonly id: string; readonly password: string } | null;
  /** The folder can be read by others on this machine. */
  readonly isOpenToOthers: boolean;
}

/** Throws PlanRefused, PeopleRefused, JournalRefused or CertificateRefused. A hall that stands already is left as it is. */
export async function initHall(folder: string, planFile: string, names: readonly string[], now: number, peopleFile: string | null = null): Promise<InitedHall> {
  const plan = readPlan(planFile, { trial: false });
  const people = peopleFile === null ? [] : readPeople(peopleFile);
  const { hallId, journal, hall, release } = openHall(folder, () => undefined);
  try {
    const keeper = createKeeper({ journal, hall, now: () => now, soon: (run) => { setImmediate(run); }, fatal: (error) => { throw error; } });
    const parts = { keeper, now: () => now };
    if (hall.seq === 0) await orderAs('install', parts, 'openJournal', { hallId, journalId: randomUUID() });
    if (hall.plan === null) await orderAs('install', parts, 'adoptPlan', { plan, from: 'now' });
    const administrator = hall.staff.people.size === 0 ? await firstPeople(folder, people, parts) : null;
    keeper.stop();
    const authority = hasAuthority(folder) ? await readAuthority(folder, now) : await makeAuthority(folder, hallId, now);
    await serverCertificate(folder, authority, names, now);
    return { hallId, authority: `${folder}/authority.pem`, pin: authority.pin, administrator, isOpenToOthers: existsSync(folder) && (statSync(folder).mode & 0o077) !== 0 };
  } finally {
    journal.close();
    release();
  }
}

const administratorId = 'admin';

/** Those of the file, and one who may change who works here; the password first, so that no administrator stands without one. */
async function firstPeople(folder: string, people: readonly Person[], parts: { readonly keeper: HallKeeper; readonly now: () => number }): Promise<{ id: string; password: string }> {
  const administrator = personSchema.parse({ id: administratorId, name: '系统管理员', duties: ['system', 'manager'], extras: [], queueIds: [], counterIds: [], isActive: true });
  const password = oneTimePassword();
  const store = secretStore(folderAt(folder).people);
  try {
    store.keep({ personId: administrator.id, password: await createPasswords().hash(password), setAt: parts.now(), mustChange: true, earlier: [], pin: null });
  } finally {
    store.close();
  }
  await orderAs('install', parts, 'setPeople', { people: [administrator, ...people.filter(({ id }) => id !== administratorId)], then: null });
  return { id: administratorId, password };
}

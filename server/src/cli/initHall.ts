// `hall init`: a hall in an empty folder, without any network: identity, journal with its plan, authority and certificate.
// Whatever is refused is refused before anything is written, or leaves a folder that `init` can go on with.
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { makeAuthority, hasAuthority, readAuthority } from '../certificates/hallAuthority.ts';
import { serverCertificate } from '../certificates/serverCertificate.ts';
import { createKeeper } from '../hall/hallKeeper.ts';
import { orderAs } from '../hall/housekeeping.ts';
import { openHall } from '../hall/openHall.ts';
import { readPlan } from '../plan/readPlan.ts';

export interface InitedHall {
  readonly hallId: string;
  /** The file that consoles' browsers are given. */
  readonly authority: string;
  /** SHA-256 of the authority's public key, base64url. */
  readonly pin: string;
  /** The folder can be read by others on this machine. */
  readonly isOpenToOthers: boolean;
}

/** Throws PlanRefused, JournalRefused or CertificateRefused. A hall that stands already is left as it is. */
export async function initHall(folder: string, planFile: string, names: readonly string[], now: number): Promise<InitedHall> {
  const plan = readPlan(planFile, { trial: false });
  const { hallId, journal, hall, release } = openHall(folder, () => undefined);
  try {
    const keeper = createKeeper({ journal, hall, now: () => now, soon: (run) => { setImmediate(run); }, fatal: (error) => { throw error; } });
    const parts = { keeper, now: () => now };
    if (hall.seq === 0) await orderAs('install', parts, 'openJournal', { hallId, journalId: randomUUID() });
    if (hall.plan === null) await orderAs('install', parts, 'adoptPlan', { plan, from: 'now' });
    keeper.stop();
    const authority = hasAuthority(folder) ? await readAuthority(folder, now) : await makeAuthority(folder, hallId, now);
    await serverCertificate(folder, authority, names, now);
    return { hallId, authority: `${folder}/authority.pem`, pin: authority.pin, isOpenToOthers: existsSync(folder) && (statSync(folder).mode & 0o077) !== 0 };
  } finally {
    journal.close();
    release();
  }
}

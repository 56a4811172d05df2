// Which authority this machine holds for its hall's. Looked at once, pinned from then on; and the latest moment the hall has
// told, by which ended certificates are known on a machine whose clock is dead.
import { z } from 'zod';
import { isAuthority, judgeCertificate, pinOf, type Distrust } from './certificateJudge.ts';
import { readSmallFile, writeSmallFile } from './smallFile.ts';

const trustSchema = z.strictObject({ authority: z.string().max(10_000).refine(isAuthority, 'no authority'), toldAt: z.number().min(0) });

/** So far the moment must have moved before it is written down again: it is for certificates that live a year. */
const worthWritingMs = 6 * 3_600_000;

export interface Trust {
  /** Null: nothing is pinned yet. */
  pin(): string | null;
  /** Pins the authority that the server shows, unless one is pinned. False: nobody answers, or no hall does. */
  establish(): Promise<boolean>;
  /** Null: it is our hall's server. */
  distrusts(pem: string, name: string): Distrust | 'nothingPinned' | null;
  /** A moment told over a connection to the hall, ms. */
  told(at: number): void;
}

export interface TrustParts {
  readonly file: string;
  readonly server: string;
  readonly look: (server: string) => Promise<string>;
  readonly note: (facts: object) => void;
}

/** Throws when the file is damaged: to pin anew by itself would be to believe whoever answers. */
export function openTrust({ file, server, look, note }: TrustParts): Trust {
  const read = readSmallFile(file, trustSchema);
  if (read.kind === 'wrong') throw new Error(`${file} is damaged (${read.why}). Start the shell once with --forget-hall and let this device in anew.`);
  let known = read.kind === 'read' ? read.value : null;
  let written = known?.toldAt ?? 0;
  /** End of the certificate that the hall showed last: it cannot be later than that, or the hall would have shown another. */
  let endsAt = 0;
  /** Two requests at the same moment must not pin two authorities. */
  let looking: Promise<boolean> | null = null;

  async function lookOnce(): Promise<boolean> {
    try {
      const authority = await look(server);
      known = { authority, toldAt: 0 };
      writeSmallFile(file, known);
      note({ what: 'authority pinned', pin: pinOf(authority), server });
      return true;
    } catch (error) {
      note({ what: 'no authority to pin', why: String(error), server });
      return false;
    } finally {
      looking = null;
    }
  }

  return {
    pin: () => (known === null ? null : pinOf(known.authority)),
    establish() {
      if (known !== null) return Promise.resolve(true);
      looking ??= lookOnce();
      return looking;
    },
    distrusts(pem, name) {
      if (known === null) return 'nothingPinned';
      const judged = judgeCertificate(pem, name, known.authority, known.toldAt);
      if (judged.distrust === null) endsAt = judged.endsAt;
      else note({ what: 'certificate refused', why: judged.distrust, name });
      return judged.distrust;
    },
    told(at) {
      if (known === null || !(at > known.toldAt) || at > endsAt) return;
      known = { ...known, toldAt: at };
      if (at - written < worthWritingMs) return;
      written = at;
      writeSmallFile(file, known);
    },
  };
}

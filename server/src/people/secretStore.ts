// What people sign in with: hashes of passwords and PINs, and the sessions that are open. A file of its own beside the
// journal, because a hash must be replaceable and the journal is for ever. Who may do what stands in the hall's fold.
import type { PersonId } from '@hall/core/domain/ids';
import { openFile, type Connection, type FileForm } from '../journal/database.ts';

const form: FileForm = {
  name: "people's file",
  // "PEOP"
  applicationId: 0x50454f50,
  migrations: [{
    id: 1,
    name: 'secrets and sessions',
    sql: `
      CREATE TABLE secrets (
        personId TEXT PRIMARY KEY, password TEXT NOT NULL, setAt INTEGER NOT NULL, mustChange INTEGER NOT NULL,
        earlier TEXT NOT NULL, pin TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE sessions (
        tokenHash TEXT PRIMARY KEY, personId TEXT NOT NULL, deviceId TEXT NOT NULL, beganAt INTEGER NOT NULL, usedAt INTEGER NOT NULL, isLocked INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sessionsOfPerson ON sessions (personId);`,
  }],
};

export interface Secrets {
  readonly personId: string;
  /** Hash of passwords.ts. */
  readonly password: string;
  readonly setAt: number;
  /** Given by somebody else: good for one sign-in, which sets a new one. */
  readonly mustChange: boolean;
  /** Hashes of earlier passwords, the newest first. */
  readonly earlier: readonly string[];
  /** Hash of the PIN that unlocks a counter; null: the password does. */
  readonly pin: string | null;
}

export interface StoredSession {
  readonly tokenHash: string;
  readonly personId: PersonId;
  readonly deviceId: string;
  readonly beganAt: number;
  readonly usedAt: number;
  readonly isLocked: boolean;
}

export interface SecretStore {
  of(personId: string): Secrets | null;
  keep(secrets: Secrets): void;
  forget(personId: string): void;
  sessions(): StoredSession[];
  keepSession(session: StoredSession): void;
  endSession(tokenHash: string): void;
  endSessionsOf(personId: string): void;
  close(): void;
}

interface SecretRow { personId: string; password: string; setAt: number; mustChange: number; earlier: string; pin: string | null }
interface SessionRow { tokenHash: string; personId: PersonId; deviceId: string; beganAt: number; usedAt: number; isLocked: number }

/** Throws JournalRefused when the file is another's or of a newer version. */
export function secretStore(file: string): SecretStore {
  const db: Connection = openFile(file, form);
  // An old hash must not linger in free pages.
  db.pragma('secure_delete = ON');
  const find = db.prepare<[string], SecretRow>('SELECT * FROM secrets WHERE personId = ?');
  const put = db.prepare('INSERT OR REPLACE INTO secrets VALUES (@personId, @password, @setAt, @mustChange, @earlier, @pin)');
  const drop = db.prepare('DELETE FROM secrets WHERE personId = ?');
  const all = db.prepare<[], SessionRow>('SELECT * FROM sessions');
  const putSession = db.prepare('INSERT OR REPLACE INTO sessions VALUES (@tokenHash, @personId, @deviceId, @beganAt, @usedAt, @isLocked)');
  const dropSession = db.prepare('DELETE FROM sessions WHERE tokenHash = ?');
  const dropSessions = db.prepare('DELETE FROM sessions WHERE personId = ?');
  return {
    of(personId) {
      const row = find.get(personId);
      return row === undefined ? null : { ...row, mustChange: row.mustChange === 1, earlier: JSON.parse(row.earlier) as string[] };
    },
    keep: (secrets) => { put.run({ ...secrets, mustChange: secrets.mustChange ? 1 : 0, earlier: JSON.stringify(secrets.earlier) }); },
    forget: (personId) => { drop.run(personId); },
    sessions: () => all.all().map((row) => ({ ...row, isLocked: row.isLocked === 1 })),
    keepSession: (session) => { putSession.run({ ...session, isLocked: session.isLocked ? 1 : 0 }); },
    endSession: (tokenHash) => { dropSession.run(tokenHash); },
    endSessionsOf: (personId) => { dropSessions.run(personId); },
    close: () => { db.close(); },
  };
}

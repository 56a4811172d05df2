// The journal's table: append only, chained, a number once per day, a command once for ever.
import type { Migration } from './migration.ts';

export const step001: Migration = {
  id: 1,
  name: 'events and snapshots',
  sql: `
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      day TEXT,
      at INTEGER NOT NULL,
      role TEXT NOT NULL,
      place TEXT NOT NULL,
      clerk_id TEXT,
      command_id TEXT NOT NULL,
      command_hash TEXT NOT NULL,
      part INTEGER NOT NULL,
      type TEXT NOT NULL,
      v INTEGER NOT NULL,
      data TEXT NOT NULL,
      facts TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    -- N1: held by the store, not by looking first.
    CREATE UNIQUE INDEX number_once ON events (day, json_extract(data, '$.number')) WHERE type = 'ticketIssued';
    -- J6: one effect per command id.
    CREATE UNIQUE INDEX command_once ON events (command_id, part);
    CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    -- A row is added behind the last one or not at all; this also stops a REPLACE, which asks no trigger for deletes.
    CREATE TRIGGER events_only_follow BEFORE INSERT ON events WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM events)
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TABLE snapshots (
      seq INTEGER PRIMARY KEY,
      -- Over the hash of that event and the text.
      hash TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
  `,
};

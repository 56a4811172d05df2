// Words and files: what they say is sealed, as visitors are; whom they are about goes with him.
import type { Migration } from '../../journal/migrations/migration.ts';

export const step002: Migration = {
  id: 2,
  name: 'texts and files',
  sql: `
    CREATE TABLE texts (
      ref TEXT PRIMARY KEY,
      -- A retry of it is known by the same key (J6).
      order_id TEXT NOT NULL,
      day TEXT NOT NULL,
      -- NULL: about nobody who is known.
      visitor_id TEXT,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX texts_of_order ON texts (order_id);
    CREATE INDEX texts_of_day ON texts (day);
    CREATE INDEX texts_of_visitor ON texts (visitor_id);
    CREATE TABLE files (
      ref TEXT PRIMARY KEY,
      day TEXT NOT NULL,
      visitor_id TEXT,
      kind TEXT NOT NULL,
      -- The file's own key, sealed under the day's: without this row nothing opens the file, wherever a copy of it lies.
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX files_of_day ON files (day);
    CREATE INDEX files_of_visitor ON files (visitor_id);
  `,
};

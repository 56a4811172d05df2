// The side store's tables: sealed persons, the marks they are found by, and which order told of whom.
import type { Migration } from '../../journal/migrations/migration.ts';

export const step001: Migration = {
  id: 1,
  name: 'visitors, marks and orders',
  sql: `
    CREATE TABLE visitors (
      id TEXT PRIMARY KEY,
      -- The last business day; its key opens the row, and with it the row goes.
      day TEXT NOT NULL,
      -- Grows with every change: the newest has the highest.
      nth INTEGER NOT NULL UNIQUE,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX visitors_of_day ON visitors (day);
    -- Several may share a phone.
    CREATE TABLE marks (
      mark BLOB NOT NULL,
      visitor_id TEXT NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
      PRIMARY KEY (mark, visitor_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX marks_of_visitor ON marks (visitor_id);
    -- A retry of an order must get the same id (J6), also when its visitor has been forgotten meanwhile.
    CREATE TABLE orders (
      order_id TEXT PRIMARY KEY,
      day TEXT NOT NULL,
      -- Mark of everything it told, under the key of that day.
      told BLOB NOT NULL,
      visitor_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX orders_of_visitor ON orders (visitor_id);
    CREATE INDEX orders_of_day ON orders (day);
  `,
};

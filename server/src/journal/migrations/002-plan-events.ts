// Finding the few events that tell of plans and of days among millions: an index that holds these types alone.
import type { Migration } from './migration.ts';

export const step002: Migration = {
  id: 2,
  name: 'index of plan and day events',
  sql: `CREATE INDEX plan_events ON events (type) WHERE type IN ('planAdopted', 'planScheduled', 'planWithdrawn', 'dayOpened', 'dayClosed');`,
};

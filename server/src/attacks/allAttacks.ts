// Every attack, in the order of the table in docs/security.md.
import type { Attack } from './attack.ts';
import { contentRows } from './contentRows.ts';
import { dataRows } from './dataRows.ts';
import { identityRows } from './identityRows.ts';
import { rightsRows } from './rightsRows.ts';
import { transportRows } from './transportRows.ts';

export const allAttacks: readonly Attack[] = [...transportRows, ...identityRows, ...rightsRows, ...contentRows, ...dataRows];

// A file of people for a new hall: work numbers, names, duties. Passwords are never in it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { personSchema, type Person } from '@hall/core/domain/person';

const fileSchema = z.strictObject({ people: z.array(personSchema).max(1_000) });

export class PeopleRefused extends Error {
  override readonly name = 'PeopleRefused';
}

/** Throws PeopleRefused with the place of every fault. */
export function readPeople(file: string): Person[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new PeopleRefused(`The file of people ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) throw new PeopleRefused(`The file of people ${file} has faults:\n${parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')}`);
  return parsed.data.people;
}

// Prints every attack as JSON, without doing it: what docs/security.md is compared with.
import { allAttacks } from './allAttacks.ts';

console.log(JSON.stringify(allAttacks.map(({ run: _run, early: _early, ...row }) => row)));

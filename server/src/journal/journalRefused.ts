// A journal that must not be used as it is (rule J8). The message tells a person what was found and what to do;
// nothing is ever repaired, reset or replaced by itself.

export class JournalRefused extends Error {
  override readonly name = 'JournalRefused';
}

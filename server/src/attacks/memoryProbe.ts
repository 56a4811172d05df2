// Loaded into a hall under attack (node --import): at each SIGUSR2 it collects garbage and writes what memory is left in use, as
// JSON, into the file that MEMORY_PROBE names. Nothing of the hall knows of it.
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const file = process.env['MEMORY_PROBE'];
if (file !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  process.on('SIGUSR2', () => {
    // Twice: what the first one lets go of may hold something else.
    collect();
    collect();
    writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
    renameSync(`${file}.new`, file);
  });
}

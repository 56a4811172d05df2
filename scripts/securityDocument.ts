// The table of attacks in docs/security.md, made from what the attack tests left in test-results/attacks.json: only what held
// gets a row. `--check` changes nothing and ends with 1 when the document and the attacks in code differ.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './run.ts';
import { ROOT } from './screens.ts';

interface Row {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly sent: string;
  readonly mustHappen: string;
}

const document = join(ROOT, 'docs/security.md');
const [begin, end] = ['<!-- attacks: made by scripts/securityDocument.ts -->', '<!-- end of attacks -->'];
const titles: Readonly<Record<string, string>> = { transport: 'Transport', identity: 'Identity', rights: 'Rights', content: 'Content', data: 'Data' };

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ').trim();

export function tableOf(rows: readonly Row[]): string {
  const groups = Map.groupBy(rows, ({ group }) => group);
  const parts = [...groups].map(([group, some]) => [
    `### ${titles[group] ?? group}: ${some.length}`, '', '| | attack | what is sent | what must happen |', '| --- | --- | --- | --- |',
    ...some.map(({ id, name, sent, mustHappen }) => `| ${id} | ${cell(name)} | ${cell(sent)} | ${cell(mustHappen)} |`), '',
  ].join('\n'));
  return [begin, `${rows.length} attacks.`, '', ...parts, end].join('\n');
}

export function withTable(text: string, rows: readonly Row[]): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/security.md has no place for the table');
  return `${text.slice(0, from)}${tableOf(rows)}${text.slice(to + end.length)}`;
}

async function main(isCheck: boolean): Promise<void> {
  const text = await readFile(document, 'utf8');
  const { code, output } = await runNode([join(ROOT, 'server/src/attacks/listAttacks.ts')], { show: false });
  if (code !== 0) throw new Error(`the attacks cannot be listed: ${output}`);
  const rows = JSON.parse(output) as Row[];
  if (isCheck) {
    if (withTable(text, rows) === text) return;
    console.error('docs/security.md is not what the attacks in code are: run the attack tests, then node scripts/securityDocument.ts');
    process.exitCode = 1;
    return;
  }
  const held = JSON.parse(await readFile(join(ROOT, 'test-results/attacks.json'), 'utf8')) as Row[];
  const missing = rows.filter(({ id }) => !held.some((one) => one.id === id));
  if (missing.length > 0) throw new Error(`not all attacks held in the last run: ${missing.map(({ id }) => id).join(' ')}`);
  await writeFile(document, withTable(text, held));
}

if (process.argv[1] === import.meta.filename) await main(process.argv.includes('--check'));

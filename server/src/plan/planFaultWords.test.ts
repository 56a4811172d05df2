// Every fault that the rules find in a plan has Chinese words; a fault they learn to find later fails here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planFaultText } from '@hall/core/text/managerPlanFaultText';

/** The faults as their rules write them, each `${…}` filled with something of its kind. */
function faultsIn(file: string): string[] {
  const source = readFileSync(join(import.meta.dirname, '../../../shared/core/src/domain', file), 'utf8');
  const written = [...source.matchAll(/`([^`\n]*: [^`\n]*)`/gu), ...source.matchAll(/push\('([^'\n]*: [^'\n]*)'\)/gu)].map(([, text = '']) => text);
  return written.map((text) => text
    .replaceAll('${what}', 'queue').replaceAll(/\$\{\w+ === 1 \? '[^']*' : '([^']*)'\}/gu, '$1').replaceAll(/\$\{(?:count|tickets|range\.\w+|of\.digits|missAfterCalls|maxCalls)\}/gu, '7')
    .replaceAll(/\$\{[^}]*\}/gu, 'X')).filter((text) => text.includes(': '));
}

/** Some say how many need it, in a second step. */
const isTold = (fault: string): boolean => [fault, `${fault}, and 7 tickets need it`].some((text) => /[\u4e00-\u9fff]/u.test(planFaultText(text).zh));

test.each(['planFaults.ts', 'planConflicts.ts'])('every fault of %s is told in Chinese, with its place', (file) => {
  const faults = faultsIn(file);
  expect(faults.length).toBeGreaterThan(5);
  const untold = faults.filter((fault) => !isTold(fault));
  expect(untold).toEqual([]);
  for (const fault of faults) expect(`${planFaultText(fault).place}: ${planFaultText(fault).en}`).toBe(fault);
});

// The machine this page stands on: the shell where `window.hallShell` is there, else a plain browser. Asked here and nowhere else.
import type { ShellBridge } from '@hall/core/shell/shellCalls';
import { browserMachine } from './browserMachine.ts';
import type { Machine } from './machine.ts';
import { shellMachine } from './shellMachine.ts';

export const machineHere = (scope: Pick<Window, 'location'> & { readonly hallShell?: ShellBridge } = window): Machine =>
  (scope.hallShell === undefined ? browserMachine(scope) : shellMachine(scope.hallShell));

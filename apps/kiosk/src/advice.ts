// What a visitor can do about a refusal. Trying again is offered only where it can change the answer;
// everything else is a matter for a person, and the guide desk always is one.
import type { RefusalCode } from '@hall/core/domain/refusals';

export type Advice = 'askDesk' | 'tryAgain' | 'wait';

const tryAgain: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['tooLate', 'commandIdReused', 'noSuchService']);
const wait: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['dayNotOpen', 'tooFast', 'stopping']);

export const adviceFor = (code: RefusalCode): Advice => (tryAgain.has(code) ? 'tryAgain' : wait.has(code) ? 'wait' : 'askDesk');

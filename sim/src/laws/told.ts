// What the screens were told: everything shown is in the journal after any crash (law 6), one accepted command id has
// one answer (law 3), the public hears nothing private (law 9), and nobody hears who a visitor is (V1).
// Sees every message in the moment it arrives.
import type { HallEvent } from '@hall/core/domain/events';
import { redactEvent } from '@hall/core/domain/redact';
import { messageSchemas, type Answer, type Batch, type Welcome } from '@hall/core/protocol/messages';
import type { Audience } from '@hall/core/protocol/rights';
import type { MemoryDisk } from '../memoryJournal.ts';
import { personalTexts } from '../memoryVisitors.ts';
import type { Parcel } from '../net/parcel.ts';
import type { FaultBook } from './faultBook.ts';

export interface Told {
  delivered(screen: string, audience: Audience, given: Parcel): void;
  /** Compares what was told with what the disk holds; after every start of a server and at the end. */
  check(): void;
  /** An older journal was put back: what was told beyond it is lost, and messages of the old life count no more (J9). */
  restored(upTo: number, epoch: number): void;
  /** Orders whose first delivered answer was a refusal. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Every so many messages one is checked against the schema of the protocol. */
const schemaEvery = 40;

/** `secrets`: texts that may stand in staff messages only (clerks, ids of visitors, codes of appointments). */
export function createTold(book: FaultBook, disk: MemoryDisk, secrets: readonly string[]): Told {
  /** The key of every private part, also inside a snapshot's text, and the secrets themselves. */
  const secret = new RegExp(['"staff', ...secrets].join('|').replaceAll('"', String.raw`\\?"`));
  const seen = new WeakSet<Parcel>();
  const shown = new Map<number, string>();
  let checkedUpTo = 0;
  let highest = 0;
  const answers = new Map<string, string>();
  const refused = new Map<string, string>();
  let messages = 0;
  let newestEpoch = 1;

  function show(events: readonly HallEvent[]): void {
    for (const event of events) {
      const text = JSON.stringify(redactEvent(event));
      const before = shown.get(event.seq);
      if (before === undefined) shown.set(event.seq, text);
      else if (before !== text) book.report('law 6', `event ${event.seq} was shown in two forms: ${before} and ${text}`);
      highest = Math.max(highest, event.seq);
    }
  }

  function hearAnswer(answer: Answer, text: string): void {
    if (answer.id === null) return;
    if (!answer.ok) {
      if (answer.refusal.code === 'stopping') return;
      if (answers.has(answer.id) && answer.refusal.code !== 'commandIdReused') book.report('law 3', `${answer.id} was accepted and then refused: ${answer.refusal.code}`);
      if (!answers.has(answer.id) && !refused.has(answer.id)) refused.set(answer.id, answer.refusal.code);
      return;
    }
    const before = answers.get(answer.id);
    if (before !== undefined && before !== text) book.report('law 3', `${answer.id} got two answers: ${before} and ${text}`);
    answers.set(answer.id, text);
    show(answer.events);
  }

  function checkPrivacy(screen: string, { name, text }: Parcel): void {
    const found = secret.exec(text);
    if (found !== null) book.report('law 9', `${screen} received ${found[0]} in ${name}: ${text.slice(Math.max(0, found.index - 200), found.index + 100)}`);
  }

  return {
    refused,
    delivered(screen, audience, given) {
      if (given.name === 'pulse' || seen.has(given)) return;
      seen.add(given);
      if (audience === 'public') checkPrivacy(screen, given);
      const person = personalTexts.find((one) => given.text.includes(one));
      if (person !== undefined) book.report('V1', `${screen} received ${person} in ${given.name}`);
      const content = given.content();
      messages += 1;
      if (messages % schemaEvery === 0) {
        const parsed = messageSchemas[given.name].safeParse(content);
        if (!parsed.success) book.report('protocol', `${given.name} has not its own form: ${parsed.error.message}`);
      }
      if ((content as Batch | Answer | Welcome).epoch < newestEpoch) return;
      if (given.name === 'answer') hearAnswer(content as Answer, given.text);
      else if (given.name === 'events') show((content as Batch).events);
      else if (given.name === 'welcome') {
        const { seq, resume } = content as Welcome;
        highest = Math.max(highest, seq);
        if (resume.kind === 'events') show(resume.events);
      }
    },
    restored(upTo, epoch) {
      newestEpoch = epoch;
      for (const seq of shown.keys()) if (seq > upTo) shown.delete(seq);
      highest = Math.min(highest, upTo);
      checkedUpTo = Math.min(checkedUpTo, upTo);
      answers.clear();
      refused.clear();
    },
    check() {
      if (disk.head.seq < highest) book.report('law 6', `event ${highest} was shown, the journal ends at ${disk.head.seq}`);
      for (const [seq, text] of shown) {
        if (seq <= checkedUpTo) continue;
        const event = disk.events[seq - 1];
        const written = event === undefined ? 'nothing' : JSON.stringify(redactEvent(event));
        if (written !== text) book.report('law 6', `event ${seq} was shown as ${text}, the journal holds ${written}`);
      }
      checkedUpTo = disk.head.seq;
    },
  };
}

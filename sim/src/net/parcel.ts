// A message from the server on the fake network: text, so that nothing is shared between server and screens,
// made once for all who get it, as a real server serialises once.
import type { Answer, Batch, Pulse, Refused, Welcome } from '@hall/core/protocol/messages';
import type { Audience } from '@hall/core/protocol/rights';
import type { WireEvents } from '@hall/client/link/wire';

interface Content {
  readonly welcome: Welcome;
  readonly events: Batch;
  readonly pulse: Pulse;
  readonly refused: Refused;
  readonly answer: Answer;
}
export type ParcelName = keyof Content;

export interface Parcel {
  readonly name: ParcelName;
  /** `one`: for the screen that asked alone. */
  readonly to: Audience | 'one';
  readonly text: string;
  /** What the text says, read once for all receivers: screens never change a message. */
  content(): unknown;
}

export function parcel<N extends ParcelName>(name: N, sent: Content[N], to: Parcel['to']): Parcel {
  const text = JSON.stringify(sent);
  let read: unknown;
  return { name, to, text, content: () => (read ??= JSON.parse(text)) };
}

/** Hands the message to the screen. */
export function openParcel({ name, content }: Parcel, events: WireEvents): void {
  switch (name) {
    case 'welcome': return events.welcome(content() as Welcome);
    case 'events': return events.events(content() as Batch);
    case 'pulse': return events.pulse(content() as Pulse);
    case 'refused': return events.refused(content() as Refused);
    case 'answer': return events.answer(content() as Answer);
  }
}

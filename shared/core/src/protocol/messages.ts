// Every message between a screen and the server, schema and type in one. docs/protocol.md tells their order.
// The data of commands and events are in domain/; here are the envelopes.
import { z } from 'zod';
import { placeSchema, roleSchema } from '../domain/actor.ts';
import { wordsSchema } from '../domain/attachment.ts';
import { commandData, commandTypes, type Command, type CommandType } from '../domain/commands.ts';
import { eventFacts, eventTypes, expectedWaitSchema, staffPartSchema, type EventType, type HallEvent } from '../domain/events.ts';
import { businessDaySchema, commandIdSchema, momentSchema, personIdSchema, queueIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { refusalSchema } from '../domain/refusals.ts';
import { toldVisitorSchema, type ToldVisitor } from '../domain/visitor.ts';
import { queries, querySchema, queryTypes, type QueryMessage, type QueryResult, type QueryType } from './queries.ts';

const journal = { journalId: z.uuid(), epoch: z.int().min(1) };
const seq = z.int().min(0);

/** Sent in the handshake: who I am and how far I have come. */
export const helloSchema = z.strictObject({
  protocol: z.int(),
  credential: z.string().min(1).max(512),
  /** Who is signed in at this screen, as the sign-in gave it; null: nobody, or a screen where nobody signs in. */
  session: z.string().min(1).max(64).nullable(),
  /** Null at the first visit. */
  journalId: z.uuid().nullable(),
  epoch: z.int().min(1).nullable(),
  seq: seq.nullable(),
});
export type Hello = z.infer<typeof helloSchema>;

const envelopeSchema = z.strictObject({ id: commandIdSchema, pressedAt: momentSchema });
/** One order. `id` stays the same for every retry (N6); `pressedAt` is server time as the sender knows it (J6). */
export type CommandMessage<T extends CommandType = CommandType> = Readonly<z.infer<typeof envelopeSchema>> & Command<T> & {
  /** Beside an order about a visitor who tells who he is: the server puts in `data.visitorId` and lets go of it (V1). */
  readonly visitor?: ToldVisitor | undefined;
  /** Beside an order about words of staff: the server keeps them and puts in `data.text` where they lie (V1). */
  readonly words?: string | undefined;
};
/** Orders that bring a visitor to the hall, whether he is known or not: their `visitorId` may be null. */
export const mayTellVisitor = (type: CommandType): boolean => {
  const { visitorId } = commandData[type].shape as { visitorId?: z.ZodType };
  return visitorId?.safeParse(null).success === true;
};
/** Orders whose words travel beside them: their `text` may be null. */
export const mayTellWords = (type: CommandType): boolean => {
  const { text } = commandData[type].shape as { text?: z.ZodType };
  return text?.safeParse(null).success === true;
};
const commandOptions = commandTypes.map((type) => envelopeSchema.extend({
  type: z.literal(type), data: commandData[type], ...(mayTellVisitor(type) ? { visitor: toldVisitorSchema.optional() } : {}),
  ...(mayTellWords(type) ? { words: wordsSchema.optional() } : {}),
}));
// The union is built from the table of commands; its type cannot be inferred from a list, so it is stated.
export const commandSchema = z.discriminatedUnion('type', commandOptions as [(typeof commandOptions)[number]]) as unknown as z.ZodType<CommandMessage>;

const eventOptions = eventTypes.map((type: EventType) => z.strictObject({
  seq, at: momentSchema, day: businessDaySchema.nullable(), type: z.literal(type), v: z.literal(1),
  data: eventFacts[type].data, staff: staffPartSchema.extend({ facts: eventFacts[type].facts }).optional(),
}));
export const eventSchema = z.discriminatedUnion('type', eventOptions as [(typeof eventOptions)[number]]) as unknown as z.ZodType<HallEvent>;

const refusedAnswerSchema = z.strictObject({ ok: z.literal(false), id: commandIdSchema.nullable(), ...journal, refusal: refusalSchema });
/** The one answer to a command. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), id: commandIdSchema, ...journal, events: z.array(eventSchema).min(1) }),
  refusedAnswerSchema,
]);
export type Answer = z.infer<typeof answerSchema>;

const resultSchema = z.union(queryTypes.map((type): z.ZodType => queries[type].result) as [z.ZodType, ...z.ZodType[]]);
/** The one answer to a query; a refusal has the form of every answer's refusal, without an id. */
export const queryAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), ...journal, result: resultSchema }),
  refusedAnswerSchema.extend({ id: z.null() }),
]);
export type QueryAnswer<T extends QueryType = QueryType> =
  | { readonly ok: true; readonly journalId: string; readonly epoch: number; readonly result: QueryResult<T> }
  | Extract<Answer, { ok: false }>;

/** First message of the server on a connection: everything the screen has missed. */
export const welcomeSchema = z.strictObject({
  protocol: z.int(),
  ...journal,
  /** Where the screen stands after this message. */
  seq,
  /** Server time, ms. */
  at: momentSchema,
  /** `mustSignIn`: a staff screen that hears the public part alone until a person signs in. */
  you: z.strictObject({ role: roleSchema, place: placeSchema, personId: personIdSchema.nullable(), isLocked: z.boolean(), mustSignIn: z.boolean() }),
  resume: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('events'), events: z.array(eventSchema) }),
    /** JSON text of the hall (domain/snapshot.ts), made once for all who ask. */
    z.strictObject({ kind: z.literal('snapshot'), snapshot: z.string() }),
  ]),
});
export type Welcome = z.infer<typeof welcomeSchema>;

/** All events of one turn of the server, without gaps. */
export const batchSchema = z.strictObject({ ...journal, from: seq, to: seq, at: momentSchema, events: z.array(eventSchema).min(1) });
export type Batch = z.infer<typeof batchSchema>;

/** The server's pulse: a screen behind `seq` for two pulses has lost a batch and connects anew. */
export const pulseSchema = z.strictObject({ ...journal, seq, at: momentSchema });
export type Pulse = z.infer<typeof pulseSchema>;

const { p50Ms, p90Ms } = expectedWaitSchema.shape;
/** The waiting-time forecast, as of event `seq`: volatile, in no journal and no fold. A queue that is missing has no figures. */
export const forecastSchema = z.strictObject({
  ...journal, seq, at: momentSchema,
  /** From taking an ordinary ticket now to its call. */
  queues: z.array(z.strictObject({ queueId: queueIdSchema, p50Ms, p90Ms })),
  /** For staff: from `at` to the call of who waits, median and nine in ten; the first of each queue when many wait. */
  tickets: z.array(z.tuple([ticketIdSchema, p50Ms, p90Ms])).optional(),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** What the hall asks of one device alone: volatile, in no journal, done once or not at all. A device that cannot do it lets it be. */
export const errandSchema = z.strictObject({ ...journal, errand: z.enum(['restart', 'testPrint']) });
export type Errand = z.infer<typeof errandSchema>;

/** A screen's pulse: how far it has come. In memory only, never journaled. */
export const presenceSchema = z.strictObject({ seq });
export type Presence = z.infer<typeof presenceSchema>;

/** Answer to a message that could not carry an answer of its own. */
export const refusedSchema = z.strictObject({ ...journal, refusal: refusalSchema });
export type Refused = z.infer<typeof refusedSchema>;

/** Every message by name, for the pin of the protocol and for its document. */
export const messageSchemas = {
  hello: helloSchema, welcome: welcomeSchema, command: commandSchema, answer: answerSchema,
  query: querySchema, queryAnswer: queryAnswerSchema, events: batchSchema, pulse: pulseSchema, forecast: forecastSchema, errand: errandSchema, presence: presenceSchema, refused: refusedSchema,
} as const;

/** Names of the messages on the socket; also the whole list of what may be sent. */
export interface FromServer {
  welcome: (welcome: Welcome) => void;
  events: (batch: Batch) => void;
  pulse: (pulse: Pulse) => void;
  forecast: (forecast: Forecast) => void;
  errand: (errand: Errand) => void;
  refused: (refused: Refused) => void;
}
export interface FromScreen {
  command: (command: CommandMessage, answer: (answer: Answer) => void) => void;
  query: (query: QueryMessage, answer: (answer: QueryAnswer) => void) => void;
  presence: (presence: Presence) => void;
}

// What a page may ask of the shell it stands in (apps/shell): a few named calls, each with the form of what is asked and of
// what is told. The shell checks what is asked, the page what is told. A page in a plain browser has no shell.
import { z } from 'zod';
import { placeSchema, roleSchema } from '../domain/actor.ts';
import { deviceIdSchema } from '../domain/ids.ts';
import type { SlipDocument } from '../slip/slipDocument.ts';
import { languages } from '../text/language.ts';

/** Where the shell's own pages live; no page of a browser can have this origin. */
export const shellOrigin = 'hall://app';

const base64url = (signs: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${signs}}$`));

const slipLineSchema = z.strictObject({ text: z.string().max(500), size: z.int().min(1).max(8), bold: z.boolean(), align: z.enum(['left', 'center']), code: z.string().max(500).optional() });
/** The longest guide of a service has fewer than a hundred lines. */
const slipSchema = z.strictObject({ language: z.enum(languages), lines: z.array(slipLineSchema).min(1).max(300) }) as unknown as z.ZodType<SlipDocument>;

const faults = ['paperOut', 'coverOpen', 'broken', 'offline'] as const;
const obstacles = [...faults, 'noPrinter', 'unreachable', 'expired', 'stopped', 'cutOff', 'slow', 'noAnswer', 'confused', 'noStatus'] as const;

/** What became of a slip (S3): on paper, certainly not on paper, or nobody can say and staff must look. */
export const printEndSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('confirmed'), why: z.null(), nearEnd: z.boolean() }),
  z.strictObject({ state: z.enum(['failed', 'unknown']), why: z.enum(obstacles), nearEnd: z.boolean() }),
]);
export type PrintEnd = z.infer<typeof printEndSchema>;

/** Columns of 12 dots: what a slip is laid out for. */
const columns = z.int().min(1).max(200);
/** What a kiosk must know before a number is taken (S4). */
export const printerStateSchema = z.discriminatedUnion('kind', [
  /** This machine has no printer. */
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('ready'), nearEnd: z.boolean(), columns }),
  z.strictObject({ kind: z.literal('stopped'), fault: z.enum(faults), columns }),
  z.strictObject({ kind: z.literal('unknown'), why: z.enum(['unreachable', 'noAnswer', 'noStatus', 'busy']), columns }),
]);
export type PrinterState = z.infer<typeof printerStateSchema>;

/** What lies on the machine's reader of ID cards now. */
export const cardReadSchema = z.discriminatedUnion('kind', [
  /** This machine has none behind a bridge; one that types like a keyboard needs no call. */
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('empty') }),
  /** Its program does not answer, or says what nobody understands. */
  z.strictObject({ kind: z.literal('away') }),
  /** As the reader has it, parts between commas. */
  z.strictObject({ kind: z.literal('card'), text: z.string().min(1).max(200) }),
]);
export type CardRead = z.infer<typeof cardReadSchema>;

const nothing = z.tuple([]);
const done = z.null();

export const shellCalls = {
  /** SHA-256 of the public key of the hall's authority that this shell has pinned, base64url; null: none (a trial, or not looked at yet). */
  authorityPin: { asks: nothing, tells: base64url(43).nullable() },
  /** The key that the shell keeps for this device; null: the machine keeps no secret, the page keeps its own. */
  deviceKey: { asks: nothing, tells: z.strictObject({ deviceId: deviceIdSchema, publicKey: base64url(122) }).nullable() },
  /** A signature with that key, over the proof for this hall and challenge and nothing else. */
  prove: { asks: z.tuple([z.uuid(), base64url(32)]), tells: base64url(86) },
  /** What the hall says this device is. The shell remembers it and locks itself down accordingly. */
  placed: { asks: z.tuple([z.strictObject({ role: roleSchema, place: placeSchema })]), tells: done },
  /** The page lives and shows something. Told every two seconds; silence makes the shell load it anew. */
  alive: { asks: nothing, tells: done },
  /** Prints once for each id: an id that was given before is told its end and not printed again. */
  print: { asks: z.tuple([z.string().min(1).max(80), slipSchema]), tells: printEndSchema },
  printerState: { asks: nothing, tells: printerStateSchema },
  cardRead: { asks: nothing, tells: cardReadSchema },
  /** The shell ends and starts anew. */
  restart: { asks: nothing, tells: done },
  /** Only from the set-up page, and only while no server is known: its address, `https://` or of this machine. False: it is none. */
  useServer: { asks: z.tuple([z.string().max(300)]), tells: z.boolean() },
} as const satisfies Record<string, { readonly asks: z.ZodType<readonly unknown[]>; readonly tells: z.ZodType }>;

export type ShellCall = keyof typeof shellCalls;
export type ShellAsks<C extends ShellCall> = z.output<(typeof shellCalls)[C]['asks']>;
export type ShellTells<C extends ShellCall> = z.output<(typeof shellCalls)[C]['tells']>;
export const shellCallNames = Object.keys(shellCalls) as ShellCall[];

/** `window.hallShell`. What a call tells is unknown until the page has checked it. */
export type ShellBridge = {
  /** Origin of the hall's server. */
  readonly server: string;
} & { readonly [C in ShellCall]: (...asks: ShellAsks<C>) => Promise<unknown> };

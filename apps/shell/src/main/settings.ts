// Settings of this machine: a small file, over it the environment, over that the command line. No secrets are in any of them.
import { isIP } from 'node:net';
import { profiles, type PrinterProfile, type ProfileId } from '@hall/printing/profiles';
import type { PrinterAddress } from '@hall/printing/transports/openTransport';
import { z } from 'zod';
import { readSmallFile, writeSmallFile } from './smallFile.ts';

/** An origin: `https://`, or plain to this very machine, for a trial. */
export const serverSchema = z.string().max(300).transform((text, context) => {
  const origin = originOf(text);
  if (origin !== null) return origin;
  context.addIssue({ code: 'custom', message: 'https:// and a name or address, or http:// of this machine' });
  return z.NEVER;
});

const addressSchema: z.ZodType<PrinterAddress> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tcp'), host: z.string().min(1).max(253), port: z.int().min(1).max(65_535).default(9_100) }),
  z.strictObject({ kind: z.literal('device'), path: z.string().min(1).max(500) }),
  z.strictObject({ kind: z.literal('serial'), path: z.string().min(1).max(500), baudRate: z.int().min(300).max(1_000_000).default(9_600) }),
  z.strictObject({ kind: z.literal('spooler'), printer: z.string().min(1).max(250) }),
  z.strictObject({ kind: z.literal('preview'), folder: z.string().min(1).max(500) }),
]);

const bytes = z.array(z.int().min(0).max(255)).max(200);
/** What one printer has otherwise than its profile, with its maker's manual beside one (docs/operating/printers.md). */
const correctionsSchema = z.strictObject({
  paperMm: z.int().min(30).max(120), dots: z.int().min(200).max(1_000), columns: z.int().min(16).max(80), letters: z.enum(['gb2312', 'gbk', 'gb18030']), chinese: bytes, prelude: bytes,
  unitsPerDot: z.int().min(1).max(8), drawsQr: z.boolean(), qrDots: z.int().min(1).max(16), feedRows: z.int().min(0).max(30), cut: bytes.nullable(),
  answersStatus: z.boolean(), answersInOrder: z.boolean(), mmPerSecond: z.number().min(10).max(500), clear: bytes.nullable(),
} satisfies Record<Exclude<keyof PrinterProfile, 'id' | 'name'>, z.ZodType>).partial();

const settingsSchema = z.strictObject({
  /** Null: not known yet, the set-up page asks. */
  server: serverSchema.nullable().default(null),
  /** Which screen of this machine, 0 being the first. */
  display: z.int().min(0).max(15).default(0),
  /** Begin when somebody signs in to the machine. */
  startsWithMachine: z.boolean().default(true),
  /** Null: none. Which printers there are, docs/operating/printers.md tells. */
  printer: z.strictObject({ profile: z.enum(Object.keys(profiles) as [ProfileId, ...ProfileId[]]), corrections: correctionsSchema.default({}), address: addressSchema }).nullable().default(null),
  /** A reader of ID cards behind its vendor's program on this machine; null: none, or one that types (docs/operating/readers.md). */
  cardReader: z.strictObject({
    url: z.string().max(300).refine(isLoopback, 'an http:// address of this very machine, as http://127.0.0.1:8989/read'),
    method: z.enum(['GET', 'POST']).default('GET'),
    /** Where they stand in its JSON answer, as `data.certNumber`. */
    number: z.string().min(1).max(100), name: z.string().min(1).max(100).nullable().default(null),
  }).nullable().default(null),
  /** As little as the GPU of an old machine can bear: drawn by the processor. */
  withoutGpu: z.boolean().default(false),
});
export type Settings = Readonly<z.output<typeof settingsSchema>>;

export type SettingsRead = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly why: string };

/** What a word of the command line or the environment sets. */
const overrides = [
  { key: 'server', word: 'server', variable: 'HALL_SERVER', read: (text: string): unknown => text },
  { key: 'display', word: 'display', variable: 'HALL_DISPLAY', read: Number },
  { key: 'startsWithMachine', word: 'starts-with-machine', variable: 'HALL_STARTS_WITH_MACHINE', read: (text: string): unknown => ({ true: true, false: false })[text] ?? text },
  { key: 'withoutGpu', word: 'without-gpu', variable: 'HALL_WITHOUT_GPU', read: (text: string): unknown => ({ true: true, false: false })[text] ?? text },
] as const;

/** The value of `--word=value`; undefined: it is not there. */
export const wordOf = (words: readonly string[], word: string): string | undefined => words.find((one) => one.startsWith(`--${word}=`))?.slice(word.length + 3);

export function readSettings(file: string, environment: Readonly<Record<string, string | undefined>>, words: readonly string[]): SettingsRead {
  const read = readSmallFile(file, z.record(z.string(), z.unknown()));
  if (read.kind === 'wrong') return { ok: false, why: `${file}: ${read.why}` };
  const whole: Record<string, unknown> = read.kind === 'read' ? { ...read.value } : {};
  for (const { key, word, variable, read: valueOf } of overrides) {
    const said = wordOf(words, word) ?? environment[variable];
    if (said !== undefined) whole[key] = valueOf(said);
  }
  const checked = settingsSchema.safeParse(whole);
  if (checked.success) return { ok: true, settings: checked.data };
  return { ok: false, why: checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
}

/** Adds the server's address to what the file says; throws when the machine cannot keep it. */
export function keepServer(file: string, server: string): void {
  const read = readSmallFile(file, z.record(z.string(), z.unknown()));
  writeSmallFile(file, { ...(read.kind === 'read' ? read.value : {}), server });
}

/** Null: not an address that this program may speak to. */
export function originOf(text: string): string | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const { protocol, hostname, origin, username, password, pathname, search, hash } = new URL(trimmed);
  if (username !== '' || password !== '' || pathname !== '/' || search !== '' || hash !== '') return null;
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname)) ? origin : null;
}

/** A plain address of a program on this machine, and of nothing beyond it. */
function isLoopback(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === 'http:' && username === '' && password === '' && isThisMachine(hostname);
}

const isThisMachine = (name: string): boolean => name === 'localhost' || name === '[::1]' || (isIP(name) === 4 && name.startsWith('127.'));

// `hall devices`: what the manager's page does, from this machine's own command line, while the hall runs. It speaks to the
// server over its own door, with the hall's secret, which is good from this machine alone.
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { z } from 'zod';
import { JournalRefused } from '../journal/journalRefused.ts';
import { folderAt } from '../journal/folder.ts';
import { trialCredential } from '../people/trialCredentials.ts';

const secretSchema = z.object({ trialSecret: z.string() });
const addressSchema = z.strictObject({ address: z.url() });
const problemSchema = z.object({ error: z.object({ zh: z.string(), en: z.string() }) });

/** Where the running server of that folder says that it listens. */
export const addressFile = (folder: string): string => join(folder, 'address.json');

/** One request to the running hall of that folder. Throws JournalRefused with the server's own words, or when none runs. */
export async function askHall(folder: string, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
  const { address } = readAs(addressSchema, addressFile(folder), 'No hall runs in this folder. Start it with `hall serve`.');
  const { trialSecret } = readAs(secretSchema, folderAt(folder).hall, `${folder} is not the folder of a hall.`);
  const url = new URL(path, address);
  const isTls = url.protocol === 'https:';
  const host = url.hostname === '0.0.0.0' ? '127.0.0.1' : url.hostname;
  const port = url.port === '' ? (isTls ? '443' : '80') : url.port;
  const authority = isTls ? readFileSync(join(folder, 'authority.pem'), 'utf8') : '';
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const send = isTls ? httpsRequest : httpRequest;
  const request = send({
    // Whatever screens call it: its certificate is checked against the authority, and names this machine too.
    host, port, path: url.pathname + url.search, method, ca: authority, servername: 'localhost',
    headers: { host: `${host}:${port}`, authorization: `Bearer ${trialCredential(trialSecret, { role: 'manager', place: 'cli' })}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
  }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
  });
  request.on('error', (error) => reject(new JournalRefused(`The hall does not answer at ${address}: ${error.message}`)));
  request.end(body === undefined ? undefined : JSON.stringify(body));
  const { status, text } = await promise;
  const answer: unknown = JSON.parse(text);
  if (status >= 300) throw new JournalRefused(problemSchema.safeParse(answer).data?.error.en ?? `The hall answered ${status}.`);
  return answer;
}

function readAs<T>(schema: z.ZodType<T>, file: string, otherwise: string): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new JournalRefused(otherwise);
  }
}

// A screen's requests over HTTP: with the credential of its connection and, beside it, who is signed in.
import type { Told } from '@hall/core/text/managerImportText';

export type Answered<T> =
  | { readonly kind: 'told'; readonly body: T }
  /** `waitMs`: so long nothing else would be answered; 0: at once. `body`: all that was said. */
  | { readonly kind: 'refused'; readonly told: Told; readonly waitMs: number; readonly body: unknown }
  /** No connection; what became of an order is not known. */
  | { readonly kind: 'away' };

export interface Sent {
  readonly body: BodyInit;
  readonly type: 'application/json' | 'text/csv' | 'image/png' | 'image/jpeg' | 'application/pdf';
}
export type HallRequest = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, sent?: Sent) => Promise<Answered<T>>;

/** As the server knows it (server/src/http/access.ts). */
export const sessionHeader = 'x-hall-session';

export interface RequestParts {
  readonly credential: () => Promise<string>;
  readonly session: () => string | null;
  readonly send: typeof fetch;
}

/** Never rejects. A file is told as the bytes it is (Blob). */
export function hallRequest({ credential, session, send }: RequestParts): HallRequest {
  return async <T>(method: string, path: string, sent?: Sent): Promise<Answered<T>> => {
    const token = session();
    const held = await credential().catch(() => null);
    // A proof needs the server's challenge: without one nothing was sent.
    if (held === null) return { kind: 'away' };
    let answer: Response;
    let body: unknown;
    try {
      const headers: Record<string, string> = { authorization: `Bearer ${held}` };
      if (token !== null) headers[sessionHeader] = token;
      if (sent !== undefined) headers['content-type'] = sent.type;
      answer = await send(path, { method, headers, cache: 'no-store', ...(sent === undefined ? {} : { body: sent.body }) });
      body = answer.headers.has('content-disposition') ? await answer.blob() : await answer.json();
    } catch (error) {
      // The browser tells a lost connection by a TypeError, an answer that broke off by a SyntaxError.
      if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { kind: 'away' };
      throw error;
    }
    if (answer.ok) return { kind: 'told', body: body as T };
    const seconds = Number(answer.headers.get('retry-after') ?? 0);
    return { kind: 'refused', told: (body as { error: Told }).error, waitMs: Number.isFinite(seconds) ? seconds * 1_000 : 0, body };
  };
}

export const json = (content: unknown): Sent => ({ body: JSON.stringify(content), type: 'application/json' });

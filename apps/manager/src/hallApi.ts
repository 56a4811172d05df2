// The manager's requests over HTTP: what is too large for an order on the socket, such as plans and lists of appointments.
import { credential } from '@hall/client/boot/credential';
import type { PlanFaultText } from '@hall/core/text/managerPlanFaultText';
import type { Told } from '@hall/core/text/managerImportText';

export type Asked<T> =
  | { readonly kind: 'told'; readonly body: T }
  | { readonly kind: 'refused'; readonly told: Told; readonly faults: readonly PlanFaultText[] }
  /** No connection; what became of an order is not known. */
  | { readonly kind: 'away' };

export interface Sent {
  readonly body: BodyInit;
  readonly type: 'application/json' | 'text/csv';
}
export type Ask = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, sent?: Sent) => Promise<Asked<T>>;

/** Never rejects. */
export function createAsk(credential: () => Promise<string>, send: typeof fetch): Ask {
  return async <T>(method: string, path: string, sent?: Sent): Promise<Asked<T>> => {
    let answer: Response;
    let body: unknown;
    const held = await credential().catch(() => null);
    // A proof needs the server's challenge: without one nothing was sent.
    if (held === null) return { kind: 'away' };
    try {
      const headers: Record<string, string> = { authorization: `Bearer ${held}`, ...(sent === undefined ? {} : { 'content-type': sent.type }) };
      answer = await send(path, { method, headers, cache: 'no-store', ...(sent === undefined ? {} : { body: sent.body }) });
      body = await answer.json();
    } catch (error) {
      // The browser tells a lost connection by a TypeError, an answer that broke off by a SyntaxError.
      if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException) return { kind: 'away' };
      throw error;
    }
    if (answer.ok) return { kind: 'told', body: body as T };
    const { error, faults = [] } = body as { error: Told; faults?: PlanFaultText[] };
    return { kind: 'refused', told: error, faults };
  };
}

/** The same credential as the page's own connection. */
export const theAsk = (): Ask => createAsk(credential, (...sent) => fetch(...sent));

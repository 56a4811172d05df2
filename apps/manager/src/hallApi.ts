// The manager's requests over HTTP: what is too large for an order on the socket, such as plans and lists of appointments.
import type { PlanFaultText } from '@hall/core/text/managerPlanFaultText';
import type { Told } from '@hall/core/text/managerImportText';
import type { HallRequest, Sent } from '@hall/client/session/hallRequest';
import { askHall } from '@hall/client/session/session';

export type Asked<T> =
  | { readonly kind: 'told'; readonly body: T }
  | { readonly kind: 'refused'; readonly told: Told; readonly faults: readonly PlanFaultText[] }
  /** No connection; what became of an order is not known. */
  | { readonly kind: 'away' };
export type { Sent } from '@hall/client/session/hallRequest';
export type Ask = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, sent?: Sent) => Promise<Asked<T>>;

/** Never rejects. */
export const createAsk = (request: HallRequest): Ask => async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, sent?: Sent): Promise<Asked<T>> => {
  const answer = await request<T>(method, path, sent);
  if (answer.kind !== 'refused') return answer;
  const { faults = [] } = answer.body as { faults?: PlanFaultText[] };
  return { kind: 'refused', told: answer.told, faults };
};

/** In the name of this device and of whoever is signed in at it. */
export const theAsk = (): Ask => createAsk(askHall);

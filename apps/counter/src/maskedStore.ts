// Masked names of visitors (V2), asked of the server once each and kept while the page is open. Who was erased, or cannot
// be read, is known to be nobody.
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { VisitorId } from '@hall/core/domain/ids';
import type { MaskedVisitor } from '@hall/core/domain/masked';
import { useQuery } from '@hall/client/store/queryStore';
import type { MaskedOf } from './appointmentView.ts';

/** As many as one question may name. */
const most = 200;

export const useMasked = defineStore('masked', () => {
  const query = useQuery('visitorsOf');
  const known = shallowRef<MaskedOf>(new Map());
  const asked = new Set<VisitorId>();

  function learn(visitors: readonly MaskedVisitor[]): void {
    known.value = new Map([...known.value, ...visitors.map((one) => [one.visitorId, one] as const)]);
  }
  /** Asks for those not known yet; who gets no answer is asked about again at the next call. */
  async function want(ids: readonly VisitorId[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !known.value.has(id) && !asked.has(id));
    for (const id of unknown) asked.add(id);
    for (let from = 0; from < unknown.length; from += most) {
      const some = unknown.slice(from, from + most);
      const told = await query.ask({ visitorIds: some });
      for (const id of some) asked.delete(id);
      if (told.kind === 'told') known.value = new Map([...known.value, ...some.map((id) => [id, null] as const), ...told.result.map((one) => [one.visitorId, one] as const)]);
    }
  }
  return { known, want, learn };
});

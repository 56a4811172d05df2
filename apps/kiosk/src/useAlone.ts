// Numbers without the server (O1, O2): the kiosk's own journal, kept in this browser, tied to the hall's link. Where the browser
// keeps nothing there is none, and the kiosk gives no number alone.
import { onScopeDispose, shallowRef, triggerRef, type ShallowRef } from 'vue';
import { createAloneKiosk, type AloneKiosk } from '@hall/client/alone/aloneKiosk';
import { indexedDbDisk } from '@hall/client/alone/aloneDisk';
import { freshCommandId } from '@hall/client/store/commandStore';
import { useHall } from '@hall/client/store/hallStore';

/** A trial opens several kiosks in one browser; a device of the hall is one kiosk. */
const place = new URLSearchParams(location.hash.slice(1)).get('credential')?.split('.')[1] ?? 'device';

/** Resolves when this page alone holds the place, for as long as it is open. */
const onlyPage = (name: string): Promise<void> => new Promise((resolve) => {
  void navigator.locks.request(`hall-alone ${name}`, () => {
    resolve();
    return new Promise(() => undefined);
  });
});

/** Null until the disk was read, and where there is none. Told anew whenever what it remembers changes. */
export function useAlone(): ShallowRef<AloneKiosk | null> {
  const store = useHall();
  const alone = shallowRef<AloneKiosk | null>(null);
  let isOver = false;

  async function begin(): Promise<void> {
    // One page of a kiosk at a time: two would give the same numbers. Pages of other places in the same browser have memories of their own.
    await onlyPage(place);
    const disk = await indexedDbDisk(`hall-alone ${place}`);
    const kiosk = await createAloneKiosk({ link: store.theLink(), disk, timeZone: () => store.plan?.timeZone ?? null, freshId: freshCommandId, newStoreId: () => crypto.randomUUID(), warn: (error) => { console.warn(error); } });
    if (isOver) return kiosk.stop();
    kiosk.onChange(() => triggerRef(alone));
    alone.value = kiosk;
  }
  begin().catch((error: unknown) => { console.warn(error); });
  onScopeDispose(() => {
    isOver = true;
    alone.value?.stop();
  });
  return alone;
}

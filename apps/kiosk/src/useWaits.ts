// The forecast as the kiosk's pages ask for it, looked at again whenever figures or the clock move.
import { computed, type ComputedRef } from 'vue';
import { useForecast } from '@hall/client/store/forecastStore';
import { useHall } from '@hall/client/store/hallStore';
import { expectationOf, type Waits } from './waits.ts';

export function useWaits(): ComputedRef<Waits> {
  const store = useHall();
  const forecast = useForecast();
  return computed(() => ({ rangeOf: forecast.rangeOf, expected: expectationOf(store.isLive ? store.theLink().forecast : null, store.now) }));
}

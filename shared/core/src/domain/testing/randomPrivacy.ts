// Random orders for the laws, beside randomOrders.ts: looks at visitors, forgetting, words and files on tickets.
import type { Random } from '../../base/random.ts';
import type { Hall } from '../hall.ts';
import { type Order } from './orders.ts';
import { attach, erase, eraseDay, look, note } from './privacyOrders.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

export function randomPrivacy(hall: Readonly<Hall>, visitors: readonly string[], days: readonly string[], random: Random): Order {
  const dice = random.below(100);
  const known = [...hall.staff.noShows.keys(), ...[...hall.tickets.values()].flatMap(({ staff }) => (staff?.visitorId == null ? [] : [staff.visitorId]))];
  const visitorId = known.length > 0 && random.chance(0.7) ? random.pick(known) : random.pick(visitors);
  if (dice < 20) return look(visitorId, random.chance(0.8) ? 'complaint' : 'nothing');
  // Those who were forgotten are still asked for by who does not know it; else all ten would soon be gone.
  if (dice < 26) return erase(random.chance(0.5) ? visitorId : random.pick(letters).repeat(31) + String(random.below(10)), random.chance(0.8) ? 'asked' : 'nothing');
  if (dice < 32) return eraseDay(random.pick(['2026-01-01', ...days]), random.chance(0.9) ? 'asked' : 'nothing');
  const number = random.chance(0.9) ? ([...hall.tickets.values()].at(-1 - random.below(Math.max(1, Math.min(3, hall.tickets.size))))?.number ?? 'Z999') : 'Z999';
  return dice < 66 ? note(number, random.chance(0.9) ? random.pick(letters) : null) : attach(number, random.pick(letters));
}

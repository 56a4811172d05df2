// What the hall calls the people, devices, reasons and places of the audit trail now.
import type { Hall } from '../domain/hall.ts';
import type { DeviceId, PersonId } from '../domain/ids.ts';
import type { AuditNames } from './auditText.ts';
import type { Language } from './language.ts';
import { managerOrderTexts } from './managerOrderText.ts';

export function auditNames({ plan, staff }: Readonly<Hall>, language: Language): AuditNames {
  const words = managerOrderTexts[language];
  const reasons = new Map((plan === null ? [] : [plan.pauseReasons, plan.parkReasons, plan.pickReasons, plan.putBackReasons, plan.grantReasons, plan.stopReasons, plan.lookReasons, plan.eraseReasons])
    .flat().map(({ id, name }) => [id as string, name[language]]));
  return {
    person: (id) => staff.people.get(id as PersonId)?.name ?? null,
    device: (id) => staff.devices.get(id as DeviceId)?.name ?? null,
    reason: (id) => reasons.get(id) ?? null,
    scope(scope) {
      if (scope.kind === 'hall') return words.wholeHall;
      if (scope.kind === 'zone') return words.zone(plan?.zones.find(({ id }) => id === scope.zoneId)?.name[language] ?? scope.zoneId);
      const queue = plan?.queues.find(({ id }) => id === scope.queueId);
      return words.queue(queue?.numbering.prefix ?? scope.queueId, queue?.name[language] ?? '');
    },
  };
}

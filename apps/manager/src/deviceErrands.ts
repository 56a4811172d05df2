// What a manager asks of a device that is connected, and what he is told of it. Pure; DeviceErrands.vue shows it.
import type { Errand } from '@hall/core/protocol/messages';
import type { Told } from '@hall/core/text/managerImportText';
import type { DeviceRow } from './deviceFlow.ts';
import type { Asked } from './hallApi.ts';

export type { DeviceRow };
export type ErrandKind = Errand['errand'];

export type ErrandStep =
  | { readonly step: 'none' }
  | { readonly step: 'asking' }
  /** The device has heard it; whether it could do it, it shows itself. */
  | { readonly step: 'told' }
  | { readonly step: 'refused'; readonly told: Told }
  | { readonly step: 'away' };

export function errandTold(answer: Asked<unknown>): ErrandStep {
  switch (answer.kind) {
    case 'told': return { step: 'told' };
    case 'refused': return { step: 'refused', told: answer.told };
    case 'away': return { step: 'away' };
  }
}

/** Slips come out at kiosks and guide desks. */
export const canPrint = ({ role }: Pick<DeviceRow, 'role'>): boolean => role === 'kiosk' || role === 'desk';

// Figures as people read them. A figure without a value is a dash, never a zero.
import { commonTexts } from '@hall/core/text/commonText';
import type { Language } from '@hall/core/text/language';

export const dash = '—';

/** Whole minutes that have passed. */
export const waitText = (ms: number | null, language: Language): string =>
  ms === null ? dash : commonTexts[language].minutes(Math.floor(ms / 60_000));

const tenthsOfMinute = (ms: number): number => Math.round(ms / 6_000) / 10;

/** A mean, to a tenth of a minute. */
export const meanText = (ms: number | null, language: Language): string =>
  ms === null ? dash : commonTexts[language].minutes(tenthsOfMinute(ms));

/** The same two without their unit, for columns whose head names it. */
export const waitNumber = (ms: number | null): string => (ms === null ? dash : String(Math.floor(ms / 60_000)));
export const meanNumber = (ms: number | null): string => (ms === null ? dash : tenthsOfMinute(ms).toFixed(1));

/** A share, to a tenth of a percent. */
export const shareText = (share: number | null): string => (share === null ? dash : `${Math.round(share * 1000) / 10}%`);

export const ratioText = (ratio: number): string => String(Math.round(ratio * 10) / 10);

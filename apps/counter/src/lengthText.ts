// Lengths of time as the counter shows them: a running clock, and whole minutes.
import { commonTexts } from '@hall/core/text/commonText';
import { counterTexts } from '@hall/core/text/counterText';
import type { Language } from '@hall/core/text/language';

/** `0:42`, `12:05`, `1:02:03`; never negative. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Whole minutes, rounded down; less than one is said so. */
export function minutesText(ms: number, language: Language): string {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 1 ? counterTexts[language].underAMinute : commonTexts[language].minutes(minutes);
}

// What a page is measured by: letters, targets and contrast as they stand on the screen, texts that are cut off, and what can
// be touched above the middle. Each answers with the faults it found, in words.
import type { Page } from 'playwright-core';

/** CSS pixels; contrast as a ratio. */
export interface Limits {
  readonly text: number;
  readonly title: number;
  readonly target: number;
  readonly contrast: number;
}

/** Texts beyond an edge of the page, and texts that their own box cuts. */
export const cutOff = (page: Page): Promise<string[]> => page.evaluate(() => {
  const { clientWidth, clientHeight } = document.documentElement;
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
    if (element.closest('.slip, .sr-only, svg') !== null || element.children.length > 0) continue;
    const text = (element.textContent ?? '').trim();
    const { left, right, top, bottom, width } = element.getBoundingClientRect();
    if (text === '' || width === 0) continue;
    const scrolled = element.closest('.body') !== null;
    if (right > clientWidth + 1 || left < -1 || (!scrolled && (bottom > clientHeight + 1 || top < -1))) faults.push(`beyond the edge: ${text}`);
    // What a box hides without saying so; lists say so with their button.
    for (let box = element.parentElement; box !== null && !box.matches('.body, #app'); box = box.parentElement) {
      if (getComputedStyle(box).overflowY !== 'hidden') continue;
      const edge = box.getBoundingClientRect();
      if (bottom > edge.bottom + 2 || top < edge.top - 2) faults.push(`cut by ${box.className}: ${text}`);
    }
  }
  return faults;
});

/** Buttons lower or narrower than so many CSS pixels. */
export const below = (page: Page, target: number): Promise<string[]> => page.evaluate((least) =>
  [...document.querySelectorAll<HTMLElement>('#app button')].map((button) => ({ button, box: button.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(({ button, box }) => `target ${Math.round(box.width)}×${Math.round(box.height)}: ${button.dataset['test'] ?? button.innerText}`), target);

export async function smallerThan(page: Page, limits: Limits): Promise<string[]> {
  const found = await page.evaluate(({ text, title, contrast }) => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = ([r = 0, g = 0, b = 0]: number[]): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const groundOf = (element: HTMLElement): number[] => {
      for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
        const { backgroundColor, backgroundImage } = getComputedStyle(at);
        const ground = channels(backgroundColor);
        if (backgroundImage !== 'none') return [11, 92, 173];
        if (ground.length > 2 && (ground[3] ?? 1) === 1) return ground;
      }
      return [255, 255, 255];
    };
    const faults = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      if (!own || element.getBoundingClientRect().width === 0 || element.closest('.slip, .sr-only') !== null) continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      const words = element.innerText.trim().slice(0, 24);
      const least = element.closest('h1') !== null ? title : text;
      if (size < least - 0.1) faults.add(`text ${size.toFixed(1)} px: ${words}`);
      const button = element.closest('button');
      if (button?.disabled === true) continue;
      const [one, other] = [light(channels(style.color)), light(groundOf(element))].sort((a, b) => b - a);
      const ratio = ((one ?? 0) + 0.05) / ((other ?? 0) + 0.05);
      if (ratio < contrast - 0.05) faults.add(`contrast ${ratio.toFixed(1)}: ${words}`);
    }
    return [...faults];
  }, limits);
  return [...found, ...await below(page, limits.target)];
}

/** Buttons whose middle lies above the middle of the screen. */
export const inUpperHalf = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('#app button')].filter((button) => button.getBoundingClientRect().width > 0 && button.getBoundingClientRect().top < innerHeight / 2 - 1)
    .map((button) => `above the middle: ${button.dataset['test'] ?? button.innerText}`));

// Walking the page's buttons with arrow keys: which one lies next in a direction. Pure.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export type Direction = 'left' | 'right' | 'up' | 'down';

export const directionOf = (key: string): Direction | null =>
  ({ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const)[key as 'ArrowLeft'] ?? null;

const centre = ({ left, top, width, height }: Box): readonly [number, number] => [left + width / 2, top + height / 2];

/** Index of the nearest box in that direction, sideways steps counting double; null: there is none. `from` null: the first one. */
export function nextBox(boxes: readonly Box[], from: Box | null, direction: Direction): number | null {
  if (boxes.length === 0) return null;
  if (from === null) return 0;
  const [fromX, fromY] = centre(from);
  let best: { index: number; cost: number } | null = null;
  for (const [index, box] of boxes.entries()) {
    const [x, y] = centre(box);
    const along = { left: fromX - x, right: x - fromX, up: fromY - y, down: y - fromY }[direction];
    const aside = Math.abs(direction === 'left' || direction === 'right' ? y - fromY : x - fromX);
    if (along <= 1) continue;
    const cost = along + aside * 2;
    if (best === null || cost < best.cost) best = { index, cost };
  }
  return best?.index ?? null;
}

// A line of people kept in order: an array sorted by a comparison, with binary search.
// Why an array: inserting or removing moves pointers in one memmove, which for 5,000 waiting costs
// less than a tree's pointer chasing, and the place of an element (people ahead) is its index.

/** Negative when `a` stands before `b`; never 0 for two different elements. */
export type Order<T> = (a: T, b: T) => number;

/** Index at which `item` stands, or would stand, in the sorted `line`. O(log n). */
export function placeOf<T>(line: readonly T[], item: T, order: Order<T>): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = line[middle];
    if (other !== undefined && order(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts `item` at its place. */
export function joinLine<T>(line: T[], item: T, order: Order<T>): void {
  const last = line.at(-1);
  if (last === undefined || order(last, item) < 0) line.push(item);
  else line.splice(placeOf(line, item, order), 0, item);
}

/** Takes `item` out; false when it does not stand in the line. */
export function leaveLine<T>(line: T[], item: T, order: Order<T>): boolean {
  const place = placeOf(line, item, order);
  if (line[place] !== item) return false;
  if (place === 0) line.shift();
  else line.splice(place, 1);
  return true;
}

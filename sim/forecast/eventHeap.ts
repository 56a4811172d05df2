// What happens next in a simulated hall: a binary heap of moments; of equals the one pushed first.

interface Coming {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export class EventHeap {
  private readonly coming: Coming[] = [];
  private pushed = 0;

  push(at: number, run: () => void): void {
    this.pushed += 1;
    const heap = this.coming;
    heap.push({ at, order: this.pushed, run });
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.isBefore(child, parent)) break;
      this.swap(child, parent);
      child = parent;
    }
  }

  pop(): Coming | null {
    const heap = this.coming;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let parent = 0; ;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      let least = parent;
      if (left < heap.length && this.isBefore(left, least)) least = left;
      if (right < heap.length && this.isBefore(right, least)) least = right;
      if (least === parent) return first;
      this.swap(parent, least);
      parent = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const first = this.coming[a];
    const second = this.coming[b];
    if (first === undefined || second === undefined) return false;
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  private swap(a: number, b: number): void {
    const { coming } = this;
    const kept = coming[a];
    const other = coming[b];
    if (kept === undefined || other === undefined) return;
    coming[a] = other;
    coming[b] = kept;
  }
}

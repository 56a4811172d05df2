// People who join one line during a simulated run, in order of their due moments. Reused from draw to draw.

export class Newcomers {
  private due = new Float64Array(16);
  private issued = new Float64Array(16);
  private head = 0;
  private tail = 0;

  clear(): void {
    this.head = 0;
    this.tail = 0;
  }

  get isEmpty(): boolean {
    return this.head === this.tail;
  }

  /** Due moment of the first; only when there is one. */
  get firstDue(): number {
    return this.due[this.head] ?? Infinity;
  }

  add(dueAt: number, issuedAt: number): void {
    if (this.tail === this.due.length) this.grow();
    let place = this.tail;
    while (place > this.head && (this.due[place - 1] ?? 0) > dueAt) {
      this.due[place] = this.due[place - 1] ?? 0;
      this.issued[place] = this.issued[place - 1] ?? 0;
      place -= 1;
    }
    this.due[place] = dueAt;
    this.issued[place] = issuedAt;
    this.tail += 1;
  }

  /** Takes the first out and tells when it was issued. */
  take(): number {
    const issuedAt = this.issued[this.head] ?? 0;
    this.head += 1;
    return issuedAt;
  }

  private grow(): void {
    const due = new Float64Array(this.due.length * 2);
    const issued = new Float64Array(this.issued.length * 2);
    due.set(this.due);
    issued.set(this.issued);
    this.due = due;
    this.issued = issued;
  }
}

// Black dots on white paper: what a glyph, a QR code and a printed slip are made of. One bit a dot, the highest bit leftmost.

export class Bitmap {
  readonly width: number;
  readonly height: number;
  /** Bytes of one row. */
  readonly stride: number;
  readonly data: Uint8Array;

  constructor(width: number, height: number, data?: Uint8Array) {
    this.width = width;
    this.height = height;
    this.stride = Math.ceil(width / 8);
    this.data = data ?? new Uint8Array(this.stride * height);
  }

  has(x: number, y: number): boolean {
    return x >= 0 && x < this.width && y >= 0 && y < this.height && ((this.data[y * this.stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  }

  /** Outside the paper nothing is printed. */
  set(x: number, y: number): void {
    if (x < 0 || x >= this.width || y < 0 || y >= this.height) return;
    const at = y * this.stride + (x >> 3);
    this.data[at] = (this.data[at] ?? 0) | (0x80 >> (x & 7));
  }

  /** Draws another one, each of its dots `times` dots wide and high; `smear`: each dot one wider, as emphasised print is. */
  draw(other: Bitmap, left: number, top: number, times = 1, smear = false): void {
    const wide = times + (smear ? 1 : 0);
    for (let y = 0; y < other.height; y += 1) {
      for (let x = 0; x < other.width; x += 1) {
        if (!other.has(x, y)) continue;
        for (let down = 0; down < times; down += 1) {
          for (let right = 0; right < wide; right += 1) this.set(left + x * times + right, top + y * times + down);
        }
      }
    }
  }

  /** The rows from `from`, as a bitmap of their own. */
  rows(from: number, count: number): Bitmap {
    return new Bitmap(this.width, count, this.data.slice(from * this.stride, (from + count) * this.stride));
  }

  /** Rows up to the last that has a dot. */
  usedRows(): number {
    let last = this.data.length - 1;
    while (last >= 0 && this.data[last] === 0) last -= 1;
    return last < 0 ? 0 : Math.floor(last / this.stride) + 1;
  }
}

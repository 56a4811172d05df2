// What is known of a kind of printer, as data: width, letters, commands, and what it answers. A hall's printer names one of these
// and may correct single values (docs/operating/printers.md).

export interface PrinterProfile {
  readonly id: string;
  readonly name: string;
  /** Width of the paper, mm. */
  readonly paperMm: number;
  /** Printable dots across. */
  readonly dots: number;
  /** Columns of 12 dots; a Chinese sign takes two. */
  readonly columns: number;
  /** Which Chinese signs its own font has; others are printed as pictures (S5). */
  readonly letters: 'gb2312' | 'gbk' | 'gb18030';
  /** Chooses two bytes for one Chinese sign, in GB18030 or what the printer has of it. */
  readonly chinese: readonly number[];
  /** Bytes after the start of every slip, such as the density of its maker's manual. */
  readonly prelude: readonly number[];
  /** Units of its vertical motion in one dot: 1 on most, 2 on printers that count in 1/360 inch. */
  readonly unitsPerDot: number;
  /** Draws QR codes by `GS ( k`; false: they are sent as pictures. */
  readonly drawsQr: boolean;
  /** Dots of one module of a QR code. */
  readonly qrDots: number;
  /** Empty rows before the cut, so that nothing is cut off; part of `cut` on printers that feed by themselves. */
  readonly feedRows: number;
  /** Null: it has no cutter and the visitor tears the paper. */
  readonly cut: readonly number[] | null;
  /** Answers `DLE EOT n` at once, whatever it is doing. */
  readonly answersStatus: boolean;
  /** Answers `GS r 1` when everything before it is printed. */
  readonly answersInOrder: boolean;
  /** Paper it prints in a second, mm; for printers that cannot say when they have done. */
  readonly mmPerSecond: number;
  /** Throws away what is not printed yet, so that a broken-off slip does not come out with the next paper (S3); null: it cannot. */
  readonly clear: readonly number[] | null;
}

/** `FS &`. */
const chineseMode = [0x1c, 0x26] as const;
/** `GS V 66 0`: feeds to the knife and cuts, leaving a corner. */
const feedAndCut = [0x1d, 0x56, 0x42, 0x00] as const;
/** `DLE DC4 8 …`: clears the buffers at once. */
const clearBuffers = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08] as const;

export const profiles = {
  paper80: {
    id: 'paper80', name: '80 mm, cutter', paperMm: 80, dots: 576, columns: 48, letters: 'gbk', chinese: chineseMode, prelude: [], unitsPerDot: 1,
    drawsQr: true, qrDots: 6, feedRows: 1, cut: feedAndCut, answersStatus: true, answersInOrder: true, mmPerSecond: 150, clear: clearBuffers,
  },
  paper58: {
    id: 'paper58', name: '58 mm, cutter', paperMm: 58, dots: 384, columns: 32, letters: 'gbk', chinese: chineseMode, prelude: [], unitsPerDot: 1,
    drawsQr: true, qrDots: 5, feedRows: 1, cut: feedAndCut, answersStatus: true, answersInOrder: true, mmPerSecond: 150, clear: clearBuffers,
  },
  plain58: {
    id: 'plain58', name: '58 mm, plain: no cutter, no QR, letters of GB2312', paperMm: 58, dots: 384, columns: 32, letters: 'gb2312', chinese: chineseMode, prelude: [], unitsPerDot: 1,
    drawsQr: false, qrDots: 5, feedRows: 4, cut: null, answersStatus: true, answersInOrder: false, mmPerSecond: 60, clear: null,
  },
} as const satisfies Record<string, PrinterProfile>;

export type ProfileId = keyof typeof profiles;
export const isProfileId = (id: string): id is ProfileId => Object.hasOwn(profiles, id);

// What a printer says of itself: the four answers to DLE EOT, read by the printers' manuals (S4).

/** Why it cannot print now. */
export type PrinterFault = 'paperOut' | 'coverOpen' | 'broken' | 'offline';

export interface PrinterStatus {
  readonly fault: PrinterFault | null;
  /** The roll is nearly used up. */
  readonly nearEnd: boolean;
}

/** Every answer to DLE EOT has bits 1 and 4 set and bits 0 and 7 clear; noise, flow control and the bytes of a status sent by itself have not. */
export const isStatusByte = (byte: number): boolean => (byte & 0x93) === 0x12;
/** The answer to GS r 1 tells of paper only: near its end, out, both, neither. */
export const isInOrderByte = (byte: number): boolean => byte === 0x00 || byte === 0x03 || byte === 0x0c || byte === 0x0f;

/** Answers to DLE EOT 1 to 4, in that order. Paper comes before all else: it is what somebody can change. */
export function statusOf(printer: number, offline: number, error: number, paper: number): PrinterStatus {
  const nearEnd = (paper & 0x0c) !== 0;
  if ((paper & 0x60) !== 0 || (offline & 0x20) !== 0) return { fault: 'paperOut', nearEnd: true };
  if ((offline & 0x04) !== 0) return { fault: 'coverOpen', nearEnd };
  if ((error & 0x6c) !== 0 || (offline & 0x40) !== 0) return { fault: 'broken', nearEnd };
  return { fault: (printer & 0x08) !== 0 ? 'offline' : null, nearEnd };
}

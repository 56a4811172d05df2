// The guide of a service to take away on a phone: its words as a QR code, read without any network. What does not fit is
// left out from the end, whole parts at a time, and the code says so. Pure.
import type { ServiceId } from '@hall/core/domain/ids';
import type { Plan } from '@hall/core/domain/plan';
import { guideSlip } from '@hall/core/slip/guideSlip';
import type { Language } from '@hall/core/text/language';
import qrcode from 'qrcode-generator';

/** A code of 69 modules a side, at error correction L: still read by an old phone from a screen at arm's length. */
export const mostBytes = 520;

/** The guide's lines, as many as fit into `mostBytes` of UTF-8; null: the plan does not know the service. `more`: said when something is left out. */
export function guideWords(plan: Plan, serviceId: ServiceId, language: Language, at: number, more: string): string | null {
  const guide = guideSlip(plan, serviceId, language, at);
  if (guide === null) return null;
  const lines = guide.lines.map(({ text }) => text).filter((text) => text !== '');
  if (bytesOf(lines.join('\n')) <= mostBytes) return lines.join('\n');
  const kept: string[] = [];
  for (const line of lines) {
    if (bytesOf([...kept, line, more].join('\n')) > mostBytes) break;
    kept.push(line);
  }
  return [...kept, more].join('\n');
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

export interface CodePicture {
  /** Modules of a side, without the white around. */
  readonly size: number;
  /** The dark ones, as the data of one SVG path of unit squares. */
  readonly path: string;
}

export function codePicture(text: string): CodePicture {
  const code = qrcode(0, 'L');
  // The library takes one character as one byte.
  code.addData(String.fromCharCode(...encoder.encode(text)), 'Byte');
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (code.isDark(y, x)) path += `M${x} ${y}h1v1h-1z`;
  }
  return { size, path };
}

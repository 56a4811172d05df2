// The slip as plain text of a given width, breaking lines where the paper breaks them.
// A Chinese character takes two columns, as in the printer's Chinese mode.
import { columnsOf } from './columns.ts';
import type { SlipDocument, SlipLine } from './slipDocument.ts';

/** Signs that may not begin a line. */
const clings = /^[，。；：、！？）》”’…,.;:!?)]/u;

/** After these a line may not be broken: an opening sign, and a number before what it counts. */
const holds = /[（《“‘「【(]$|[0-9] +$/u;

/** The rows one line of the slip takes on paper of that width. Rows in the middle are made alike in length: no single sign is left for the last. */
export function slipRows({ text, size, align }: SlipLine, width: number): string[] {
  const columns = Math.max(2, Math.floor(width / size));
  let rows = wrapText(text, columns);
  if (align === 'left' || rows.length === 1) return rows;
  for (let narrower = columns - 1; narrower > 1; narrower -= 1) {
    const tighter = wrapText(text, narrower);
    if (tighter.length > rows.length || hasBrokenWord(tighter, rows)) break;
    rows = tighter;
  }
  return rows;
}

/** A word that was whole is not broken for the sake of even rows. */
const hasBrokenWord = (tighter: readonly string[], rows: readonly string[]): boolean => tighter.join(' ').split(' ').length > rows.join(' ').split(' ').length;

/** The whole slip, one string with line ends; sizes are not shown, their line breaks are. */
export function plainSlip({ lines }: SlipDocument, width: number): string {
  return lines.flatMap((line) => slipRows(line, width).map((row) => {
    const free = width - columnsOf(row);
    return line.align === 'center' ? ' '.repeat(Math.max(0, Math.floor(free / 2))) + row : row;
  })).join('\n');
}

/** Breaks between words and between Chinese characters; a word longer than the line is cut. */
export function wrapText(text: string, columns: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const piece of pieces(text)) {
    if (columnsOf(row) + columnsOf(piece.trimEnd()) <= columns) {
      row += piece;
      continue;
    }
    if (row.trim() !== '') rows.push(row.trimEnd());
    row = piece.trimStart();
    while (columnsOf(row.trimEnd()) > columns) {
      const head = headOf(row, columns);
      rows.push(head);
      row = row.slice(head.length);
    }
  }
  return [...rows, row.trimEnd()];
}

/** Words with the space behind them, single Chinese characters, each with what may not be torn from it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const piece of text.match(/ +|[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3fffd}]|[^ \u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3fffd}]+ */gu) ?? []) {
    if (found.length > 0 && (clings.test(piece) || holds.test(found.at(-1) ?? ''))) found.push(`${found.pop() ?? ''}${piece}`);
    else found.push(piece);
  }
  return found;
}

function headOf(text: string, columns: number): string {
  let head = '';
  for (const sign of text) {
    if (head !== '' && columnsOf(head + sign) > columns) break;
    head += sign;
  }
  return head;
}

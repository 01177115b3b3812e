import { cleanText } from '../util/log-text.ts';

/**
 * Characters that a terminal draws two columns wide: East Asian wide and full-width forms and pictures
 * (Unicode Standard Annex 11, by script instead of by table).
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Characters that take no column of their own: accents that combine, joiners, marks of direction. */
const ZERO = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u;

/** Returns how many columns of a terminal one character (code point) takes: 0, 1 or 2. */
function characterWidth(character: string): number {
  if (character < '\u0300') return 1;
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Returns how many columns of a terminal a text of one line takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** One line of a source as a terminal shows it. */
export interface DrawnLine {
  readonly text: string;
  /** Returns the display column (from 0) at which the character at a column of the line (from 0) is drawn. */
  readonly columnOf: (column: number) => number;
}

const TAB = '    ';
const CUT = '…';

/** What is left of a long line on either side of the interesting part before it is drawn, in characters. */
const NEAR = 2000;

/**
 * Returns a line ready to draw: tabs as four spaces, wide characters as two columns, control characters replaced,
 * and no wider than `width`. A longer line is cut so that `focus` (a column of the line, from 0) is visible.
 */
export function drawLine(line: string, focus: number, width: number): DrawnLine {
  const from = line.length > 2 * NEAR ? Math.max(0, focus - NEAR) : 0;
  const cells = cellsOf(line.slice(from, from + 2 * NEAR), from);
  const total = cells.at(-1)?.end ?? 0;
  const isWhole = from === 0 && line.length <= 2 * NEAR;
  if (isWhole && total <= width) return drawn(cells, 0, total, '', '');
  const at = cells.find(({ column }) => column >= focus)?.start ?? total;
  const room = Math.max(width - 2, 10);
  const start =
    at + 20 <= room && from === 0 ? 0 : Math.max(0, Math.min(at - Math.floor(room / 3), total - room));
  const end = start + room;
  const cutsRight = end < total || from + 2 * NEAR < line.length;
  return drawn(cells, start, end, start > 0 || from > 0 ? CUT : '', cutsRight ? CUT : '');
}

/** One character of a line: what is drawn, where it starts in the line, and its display columns. */
interface Cell {
  readonly text: string;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

function cellsOf(text: string, firstColumn: number): readonly Cell[] {
  const cells: Cell[] = [];
  let column = firstColumn;
  let start = 0;
  for (const character of text) {
    const shown = character === '\t' ? TAB : cleanText(character);
    const width = character === '\t' ? TAB.length : characterWidth(shown);
    cells.push({ text: shown, column, start, end: start + width });
    start += width;
    column += character.length;
  }
  return cells;
}

function drawn(cells: readonly Cell[], start: number, end: number, left: string, right: string): DrawnLine {
  const shown = cells.filter((cell) => cell.start >= start && cell.end <= end);
  const first = shown[0]?.start ?? start;
  const last = shown.at(-1)?.end ?? first;
  return {
    text: left + shown.map(({ text }) => text).join('') + right,
    columnOf: (column) => {
      const cell = cells.find((candidate) => candidate.column >= column);
      const at = cell?.start ?? cells.at(-1)?.end ?? 0;
      return left.length + Math.max(0, Math.min(at, last) - first);
    },
  };
}

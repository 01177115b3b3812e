import type { Row } from './row.ts';

const headings = [
  'projects',
  'what',
  's',
  'CPU s',
  'ms a project',
  'peak MB',
  'files written',
  'MB written',
  'runs',
];

/** The first two lines of the table. */
export const tableHead: string = `${tableLine(headings)}${tableLine(headings.map(() => '---'))}`;

/** Returns a line of the table. MB are millions of bytes. */
export function rowLine({ size, name, seconds, cpuSeconds, memory, written, runs }: Row): string {
  return tableLine([
    String(size),
    name,
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    ((seconds * 1000) / size).toFixed(2),
    memory === undefined ? '' : (memory / 1e6).toFixed(0),
    written === undefined ? '' : String(written.files),
    written === undefined ? '' : (written.bytes / 1e6).toFixed(1),
    String(runs),
  ]);
}

/** Returns a line of any Markdown table. */
export function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

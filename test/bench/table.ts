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

/** What a reader must know of the columns. */
export const tableNotes = `
CPU s is user and system time of all processes. Peak MB is the sum of the peaks of the processes that lived at the same
time. MB are millions of bytes. What bitesize writes counts with manifest.json and the source maps; Job Builder has
nothing like them. An unchanged file that only moved into a new folder (a hard link) was not written.
`;

/** Returns a line of the table. */
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

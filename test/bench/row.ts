import type { Written } from './file-states.ts';
import type { Measurement } from './measurement.ts';

/** What was measured. */
export type RowName =
  | 'compile, cold'
  | 'compile, nothing changed'
  | 'compile, one project changed'
  | 'compile, 8 more derived jobs'
  | 'compile, 8 more own jobs'
  | 'check'
  | 'diff of the fleet'
  | 'diff of one project'
  | 'cp -r of the output'
  | 'Job Builder, templates'
  | 'Job Builder, spelt out'
  | 'import of what Job Builder made'
  | EmitterRowName;

/** The compilation with one emitter alone. */
export type EmitterRowName = `compile --emit ${string}`;

/** One line of the table. */
export interface Row extends Measurement {
  /** Number of projects. */
  readonly size: number;
  readonly name: RowName;
  /** How many runs the numbers are the medians of. */
  readonly runs: number;
  /** Undefined for what is not meant to write. */
  readonly written: Written | undefined;
}

import type { Change } from './change.ts';

/** What changes in one project of several. */
export interface ProjectChanges {
  /** The folder as the user named it; of a removed project, where it was. */
  readonly folder: string;
  /** The folder from which the project moved here. */
  readonly from?: string;
  readonly presence: 'changed' | 'added' | 'removed';
  readonly changes: readonly Change[];
  /** The differences of the files, where they were asked for. */
  readonly unified?: string;
}

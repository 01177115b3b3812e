import type { Finding } from './finding.ts';

/** What a report says besides the findings. */
export interface ReportContext {
  /** Version of bitesize. */
  readonly version: string;
  /** The projects of the run, as the user named them, with the names of the specs that were read. */
  readonly projects: readonly ReportProject[];
  /** How long the run took; only people are told, so that reports for machines do not change by themselves. */
  readonly milliseconds: number;
  /** The most findings that are shown to people; all when it is 0. */
  readonly maximum: number;
  /** Columns that a line of a code frame may take. */
  readonly width: number;
  readonly colour: boolean;
}

/** One project of a run. */
export interface ReportProject {
  readonly folder: string;
  readonly files: readonly string[];
}

/** One format of reports: a pure function. */
export type RenderReport = (findings: readonly Finding[], context: ReportContext) => string;

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** The configuration of a job, folder or view, or of Jenkins itself, as it was found. */
export interface ConfigSource {
  /** Full name of the job, with `/` between folders; empty for the configuration of Jenkins itself. */
  readonly name: string;
  readonly xml: string;
  /** What messages call it, such as a path; no job has the same. */
  readonly place: string;
}

/** Returns all configurations, one at a time and each time the same ones; what cannot be read is reported. */
export type ConfigSources = (report: (diagnostic: Diagnostic) => void) => AsyncIterable<ConfigSource>;

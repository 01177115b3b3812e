import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Why a finding does not count: a comment in the spec or the baseline names it. */
export interface Mute {
  readonly by: 'comment' | 'baseline';
  readonly reason: string;
}

/** A diagnostic of one of the projects of a run. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** The project folder as the user named it; empty for the working folder. */
  readonly folder: string;
  /** The folder of another project that it is about, too, such as one that has the same name. */
  readonly other?: string;
  /** Set when the finding is known and accepted: reports leave it out or mark it. */
  readonly muted?: Mute;
}

/** Returns the findings that count. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ muted }) => muted === undefined);
}

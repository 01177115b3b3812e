import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayPath } from './place.ts';

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

/** Returns the findings with those about a file that several projects share once each, in the first of them. */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = sharedFindingKey(finding);
    return key === undefined || seen.size < seen.add(key).size;
  });
}

/** Returns what the same finding of several projects has in common; undefined when it is about a project's own file. */
export function sharedFindingKey({ diagnostic, folder }: Finding): string | undefined {
  const { span, code, message } = diagnostic;
  if (span === undefined || !span.file.name.startsWith('../')) return undefined;
  return [displayPath(folder, span.file.name), span.start, span.end, code, message].join('\n');
}

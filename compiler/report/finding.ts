import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionAt } from '../text/position.ts';
import type { Span } from '../text/span.ts';

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
  /** The shared controller that serves the project, where it was looked at with others of the fleet in `folder`. */
  readonly controller?: string;
  /** The id of another task that it is about, too, such as a project that has the same name: its folder, or more. */
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

/** A span as people and other tools count: lines and columns from 1, columns in UTF-16 code units. */
interface ReportPlace {
  /** Path from the working folder. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
}

/** Returns the place of a span in a project folder. */
export function reportPlace(span: Span, folder: string): ReportPlace {
  const start = positionAt(span.file, span.start);
  const end = positionAt(span.file, Math.max(span.start, span.end));
  return {
    path: displayPath(folder, span.file.name),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** Returns the path of a project's file from the working folder; a file that specs share lies beside the project. */
export function displayPath(folder: string, name: string): string {
  if (folder === '' || folder === '.' || name.startsWith('/')) return name;
  const last = /(?:^|\/)([^/]+)\/*$/.exec(folder);
  if (name.startsWith('../') && last !== null && last[1] !== '..' && last[1] !== '.')
    return displayPath(folder.slice(0, last.index) || (folder.startsWith('/') ? '/' : ''), name.slice(3));
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

import { positionAt } from '../text/position.ts';
import type { Span } from '../text/span.ts';

/** A span as people and other tools count: lines and columns from 1, columns in UTF-16 code units. */
export interface ReportPlace {
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

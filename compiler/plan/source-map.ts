import { encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import type { Artifact } from '../../emitters/emitter.ts';
import type { Origin } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import type { LineMark } from '../text/traced-text.ts';
import { assertNever } from '../util/assert-never.ts';

/** The source of a line that comes from a default; the name of the segment is the field that would change it. */
export const DEFAULT_SOURCE = 'bitesize:default';

/** The source of a line that the compiler decided; the name of the segment is the reason. */
export const POLICY_SOURCE = 'bitesize:policy';

/** A source map, version 3 (ECMA-426). */
export interface SourceMap {
  readonly version: 3;
  readonly file: string;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/**
 * Returns the source map of an artifact. Every segment stands at the start of its line: origins are known by line. A
 * line with several origins has several segments, the most specific first; a line without one has that of the file.
 */
export function sourceMapOf({ path, content, origin }: Artifact): SourceMap {
  const tables = new Tables();
  const whole = [{ first: 0, last: Number.MAX_SAFE_INTEGER, origin }];
  const lines = tightestMarks(content.marks, countLines(content.text));
  const mappings = encode(lines.map((marks) => segments(marks.length === 0 ? whole : marks, tables)));
  return { version: 3, file: path, sources: tables.sources.texts, names: tables.names.texts, mappings };
}

/** Returns the text of `.bitesize/maps.json`: the source map of every artifact, one per line. */
export function printSourceMaps(artifacts: readonly Artifact[]): string {
  const maps = artifacts.map(
    (artifact) => `${JSON.stringify(artifact.path)}:${JSON.stringify(sourceMapOf(artifact))}`,
  );
  return `{"version":1,"maps":{\n${maps.join(',\n')}\n}}\n`;
}

/** Gives each text a number in the order in which they come up. */
class Table {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

class Tables {
  readonly sources = new Table();
  readonly names = new Table();
  private readonly known = new Map<Origin, SourceMapSegment[]>();

  /** Many lines share an origin; its segments are made once. */
  segmentsOf(origin: Origin): SourceMapSegment[] {
    const known = this.known.get(origin);
    if (known !== undefined) return known;
    const made = withoutRepeats(originSegments(origin, this));
    this.known.set(origin, made);
    return made;
  }
}

/**
 * Returns for each line the marks that hold for it: of all that cover the line those with the fewest lines, since a
 * value inside a block says more than the block. Marks of one size stay together, the inner ones first.
 */
function tightestMarks(marks: readonly LineMark[], lineCount: number): readonly (readonly LineMark[])[] {
  const lines: LineMark[][] = Array.from({ length: lineCount }, () => []);
  for (const mark of marks) {
    const size = mark.last - mark.first;
    for (let line = Math.max(0, mark.first); line <= mark.last && line < lineCount; line++) {
      const best = lines[line]?.[0];
      if (best === undefined || size < best.last - best.first) lines[line] = [mark];
      else if (size === best.last - best.first) lines[line]?.unshift(mark);
    }
  }
  return lines;
}

function segments(marks: readonly LineMark[], tables: Tables): SourceMapSegment[] {
  const [only] = marks;
  if (only === undefined) return [];
  if (marks.length === 1) return tables.segmentsOf(only.origin);
  return withoutRepeats(marks.flatMap(({ origin }) => tables.segmentsOf(origin)));
}

/** A line has a handful of segments: comparing each with each is cheaper than making keys. */
function withoutRepeats(segments: readonly SourceMapSegment[]): SourceMapSegment[] {
  return segments.filter((segment, index) => segments.findIndex((other) => isSame(segment, other)) === index);
}

function isSame(a: SourceMapSegment, b: SourceMapSegment): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}

function originSegments(origin: Origin, tables: Tables): SourceMapSegment[] {
  switch (origin.kind) {
    case 'spec': {
      const { line, column } = positionAt(origin.span.file, origin.span.start);
      return [[0, tables.sources.numberOf(origin.span.file.name), line - 1, column - 1]];
    }
    case 'default':
      return [[0, tables.sources.numberOf(DEFAULT_SOURCE), 0, 0, tables.names.numberOf(origin.field)]];
    case 'policy':
      return [[0, tables.sources.numberOf(POLICY_SOURCE), 0, 0, tables.names.numberOf(origin.reason)]];
    case 'several':
      return origin.of.flatMap((inner) => originSegments(inner, tables));
    default:
      return assertNever(origin);
  }
}

function countLines(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

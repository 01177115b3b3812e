import type { Artifact } from '../../emitters/emitter.ts';
import type { Origin } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import { assertNever } from '../util/assert-never.ts';
import { Mappings, type Segment } from './mappings.ts';
import { tightestMarks } from './tightest-marks.ts';

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
  const { best, ties } = tightestMarks(content.marks, countLines(content.text));
  const mappings = new Mappings();
  best.forEach((index, line) => {
    const several = ties.get(line);
    if (several === undefined) mappings.add(tables.segmentsOf(content.marks[index]?.origin ?? origin));
    else mappings.add(withoutRepeats(several.flatMap((mark) => tables.segmentsOf(mark.origin))));
  });
  return {
    version: 3,
    file: path,
    sources: tables.sources.texts,
    names: tables.names.texts,
    mappings: mappings.toString(),
  };
}

/** Returns the text of `.bitesize/maps.json`: the source map of every artifact, one per line. */
export function printSourceMaps(artifacts: readonly Artifact[]): string {
  const maps = artifacts.map(
    (artifact) => `${JSON.stringify(artifact.path)}:${printMap(sourceMapOf(artifact))}`,
  );
  return `{"version":1,"maps":{\n${maps.join(',\n')}\n}}\n`;
}

/** The mappings are most of the text and need no escapes. */
function printMap({ version, file, sources, names, mappings }: SourceMap): string {
  const [path, texts, words] = [file, sources, names].map((value) => JSON.stringify(value));
  return `{"version":${version},"file":${path},"sources":${texts},"names":${words},"mappings":"${mappings}"}`;
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
  private readonly known = new Map<Origin, readonly Segment[]>();

  /** Many lines share an origin; its segments are made once. */
  segmentsOf(origin: Origin): readonly Segment[] {
    const known = this.known.get(origin);
    if (known !== undefined) return known;
    const made = withoutRepeats(originSegments(origin, this));
    this.known.set(origin, made);
    return made;
  }
}

/** A line has a handful of segments: comparing each with each is cheaper than making keys. */
function withoutRepeats(segments: readonly Segment[]): readonly Segment[] {
  if (segments.length < 2) return segments;
  return segments.filter((segment, index) => segments.findIndex((other) => isSame(segment, other)) === index);
}

function isSame(a: Segment, b: Segment): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}

function originSegments(origin: Origin, tables: Tables): readonly Segment[] {
  switch (origin.kind) {
    case 'spec': {
      const { line, column } = positionAt(origin.span.file, origin.span.start);
      return [[tables.sources.numberOf(origin.span.file.name), line - 1, column - 1]];
    }
    case 'default':
      return [[tables.sources.numberOf(DEFAULT_SOURCE), 0, 0, tables.names.numberOf(origin.field)]];
    case 'policy':
      return [[tables.sources.numberOf(POLICY_SOURCE), 0, 0, tables.names.numberOf(origin.reason)]];
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

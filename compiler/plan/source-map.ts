import type { Artifact } from '../model/artifact.ts';
import type { LineMark } from '../text/traced-text.ts';
import { Mappings } from './mappings.ts';
import { OriginPlaces } from './origin-places.ts';

/** For each line of a text the marks that say most about it. */
interface LinesOfMarks {
  /** The mark of each line by its place in the list of marks, or NONE, or TIED. Valid until the next text. */
  readonly best: Int32Array;
  /** The marks of the lines that are TIED, the inner ones last. */
  readonly ties: ReadonlyMap<number, readonly LineMark[]>;
}

/** A line without a mark. */
const NONE = -1;

/** A line with several marks that are equally tight. */
const TIED = -2;

/**
 * Finds for each line the marks that hold for it: of all that cover the line those with the fewest lines, since a
 * value inside a block says more than the block. A file has thousands of lines and marks, so nothing is made per line;
 * and one of these serves all artifacts of an output, so that memory is taken once.
 */
class TightestMarks {
  private best = new Int32Array(1024);

  /** Returns the tightest marks of a text with so many lines. */
  of(marks: readonly LineMark[], lineCount: number): LinesOfMarks {
    if (this.best.length < lineCount) this.best = new Int32Array(2 * lineCount);
    const best = this.best.fill(NONE, 0, lineCount);
    const ties = new Map<number, LineMark[]>();
    marks.forEach((mark, index) => {
      const size = sizeOf(mark);
      const end = Math.min(mark.last, lineCount - 1);
      for (let line = Math.max(0, mark.first); line <= end; line++) {
        const taken = best[line] ?? NONE;
        const others = taken === TIED ? ties.get(line) : undefined;
        const other = taken < 0 ? others?.[0] : marks[taken];
        if (other === undefined || size < sizeOf(other)) best[line] = index;
        else if (size === sizeOf(other)) {
          best[line] = TIED;
          if (others === undefined) ties.set(line, [other, mark]);
          else others.push(mark);
        }
      }
    });
    return { best, ties };
  }
}

function sizeOf({ first, last }: LineMark): number {
  return last - first;
}

/**
 * Returns the text of `.bitesize/maps.json`: the source map (version 3, ECMA-426) of every artifact, one per line.
 * Every segment stands at the start of its line: origins are known by line. A line with several origins has several
 * segments, the most specific first; a line without one has that of the file.
 */
export function printSourceMaps(artifacts: readonly Artifact[]): string {
  const places = new OriginPlaces();
  const tightest = new TightestMarks();
  const mappings = new Mappings();
  const maps = artifacts.map((artifact) => {
    mappings.clear();
    addLines(artifact, mappings, places, tightest);
    const path = JSON.stringify(artifact.path);
    const { sources, names } = mappings;
    return `${path}:{"version":3,"file":${path},"sources":${sources},"names":${names},"mappings":"${mappings}"}`;
  });
  return `{"version":1,"maps":{\n${maps.join(',\n')}\n}}\n`;
}

function addLines(
  { content, origin }: Artifact,
  mappings: Mappings,
  places: OriginPlaces,
  tightest: TightestMarks,
): void {
  const { text, marks } = content;
  const count = countLines(text);
  const { best, ties } = tightest.of(marks, count);
  for (let line = 0, next = 0; line < count; line = next) {
    const index = best[line] ?? NONE;
    next = line + 1;
    if (index === TIED) {
      const tied = ties.get(line) ?? [];
      mappings.add(places.ofAll(tied.map((mark) => mark.origin).reverse()), 1);
      continue;
    }
    while (next < count && best[next] === index) next++;
    const mark = index === NONE ? undefined : marks[index];
    mappings.add(places.of(mark?.origin ?? origin), next - line);
  }
}

function countLines(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

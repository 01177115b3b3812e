import type { Artifact } from '../model/artifact.ts';
import { Mappings } from './mappings.ts';
import { OriginPlaces } from './origin-places.ts';
import { NONE, TIED, TightestMarks } from './tightest-marks.ts';

/**
 * Returns the text of `.bitesize/maps.json`: the source map (version 3, ECMA-426) of every artifact, one per line.
 * Every segment stands at the start of its line: origins are known by line. A line with several origins has several
 * segments, the most specific first; a line without one has that of the file.
 */
export function printSourceMaps(artifacts: readonly Artifact[]): string {
  const places = new OriginPlaces();
  const tightest = new TightestMarks();
  const mappings = new Mappings();
  const { sources, names } = mappings;
  const maps = artifacts.map((artifact) => {
    const start = mappings.end;
    mappings.startMap();
    addLines(artifact, mappings, places, tightest);
    const path = JSON.stringify(artifact.path);
    const head = `${path}:{"version":3,"file":${path},"sources":${sources},"names":${names},"mappings":"`;
    return { head, start, end: mappings.end };
  });
  const lines = mappings.toString();
  return `{"version":1,"maps":{\n${maps.map(({ head, start, end }) => `${head}${lines.slice(start + 1, end)}"}`).join(',\n')}\n}}\n`;
}

function addLines(
  { content, origin }: Artifact,
  mappings: Mappings,
  places: OriginPlaces,
  tightest: TightestMarks,
): void {
  const { text, marks } = content;
  const count = text === '' || text.endsWith('\n') ? content.breaks : content.breaks + 1;
  const { best, ties } = tightest.of(marks, count);
  const originOf = (index: number) => (index === NONE ? origin : (marks[index]?.origin ?? origin));
  for (let line = 0, next = 0; line < count; line = next) {
    const index = best[line] ?? NONE;
    next = line + 1;
    if (index === TIED) {
      const tied = ties.get(line) ?? [];
      while (next < count && best[next] === TIED && ties.get(next) === tied) next++;
      mappings.add(places.ofAll(tied.map(originOf).reverse()), next - line);
      continue;
    }
    const cause = originOf(index);
    for (; next < count; next++) {
      const other = best[next] ?? NONE;
      if (other !== index && (other === TIED || originOf(other) !== cause)) break;
    }
    mappings.add(places.of(cause), next - line);
  }
}

import { allCodes, type Code, pageOf } from '../diagnostics/codes.ts';
import { compareText } from '../util/compare-text.ts';

/** Returns all codes in order. */
export function sortedCodes(): readonly Code[] {
  return [...allCodes()].sort(compareText);
}

/**
 * Returns the codes that concern each field, by anchor: those whose page has an example where they are reported at
 * the field.
 */
export function fieldDiagnostics(): ReadonlyMap<string, readonly Code[]> {
  const found = new Map<string, Code[]>();
  for (const code of sortedCodes()) {
    for (const anchor of anchorsIn(pageOf(code) ?? '', code)) {
      found.set(anchor, [...(found.get(anchor) ?? []), code]);
    }
  }
  return found;
}

function anchorsIn(page: string, code: Code): readonly string[] {
  const files = new Map(
    [...page.matchAll(/^```yaml (\w+\.bitesize)\n([\s\S]*?)^```/gm)]
      .reverse()
      .map(([, name = '', text = '']) => [name, text]),
  );
  const reports = page.matchAll(/\w+\[([^\]]+)\]:.*\n\s*--> (\w+)\.bitesize:(\d+):\d+/g);
  const anchors = [...reports].flatMap(([, reported, kind = '', line = '']) => {
    const text = files.get(`${kind}.bitesize`);
    if (reported !== code || text === undefined) return [];
    const path = pathAt(text.split('\n'), Number(line) - 1);
    return path === '' ? [] : [`${kind}.${path}`];
  });
  return [...new Set(anchors)];
}

/** The names on the way to a line, read from its indentation: examples are written in block style. */
function pathAt(lines: readonly string[], line: number): string {
  const names: string[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (let at = line; at >= 0 && limit > 0; at--) {
    const key = /^((?: |- )*)([\w-]+):/.exec(lines[at] ?? '');
    if (key === null || (key[1]?.length ?? 0) >= limit) continue;
    limit = key[1]?.length ?? 0;
    names.unshift(key[2] ?? '');
  }
  return names.join('.');
}

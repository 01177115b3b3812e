/** The two texts of one file; one that a side does not have is absent. */
export interface TextPair {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/**
 * Returns both texts of each file in a unified diff whose context is the whole file. Undefined for what is no such diff, or
 * ends too early: half an object would look like a change.
 */
export function unifiedPairs(diff: string): readonly TextPair[] | undefined {
  const lines = diff.split('\n');
  const pairs: TextPair[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (!line.startsWith('--- ')) {
      // A line about the two files as the arguments name them, or the end.
      if (!line.startsWith('diff ') && line !== '') return undefined;
      at++;
      continue;
    }
    const hunk = lines[at + 1]?.startsWith('+++ ') ? HUNK.exec(lines[at + 2] ?? '') : null;
    if (hunk === null) return undefined;
    const read = readHunk(lines, at + 3, Number(hunk[1] ?? '1'), Number(hunk[2] ?? '1'));
    if (read === undefined) return undefined;
    pairs.push(read.pair);
    at = read.end;
  }
  return pairs;
}

function readHunk(
  lines: readonly string[],
  start: number,
  old: number,
  now: number,
): { readonly pair: TextPair; readonly end: number } | undefined {
  const before: string[] = [];
  const after: string[] = [];
  let at = start;
  while (before.length < old || after.length < now) {
    const line = lines[at++];
    if (line === undefined) return undefined;
    const [sign, text] = [line[0], line.slice(1)];
    if (sign === ' ') {
      before.push(text);
      after.push(text);
    } else if (sign === '-') before.push(text);
    else if (sign === '+') after.push(text);
    else if (sign !== '\\') return undefined;
  }
  while (lines[at]?.startsWith('\\ ')) at++;
  const text = (part: readonly string[]) => (part.length === 0 ? undefined : `${part.join('\n')}\n`);
  return { pair: { before: text(before), after: text(after) }, end: at };
}

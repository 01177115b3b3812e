import type { Node } from '../../source/node.ts';
import type { SourceFile } from '../../text/span.ts';

/** The comments of a YAML file, found by what they stand above or beside. */
export interface YamlComments {
  /** Above everything, up to an empty line or the first key. */
  readonly header: readonly string[];
  /** Below everything. */
  readonly footer: readonly string[];
  /** Returns whether a comment that nobody took yet belongs between two offsets. */
  readonly between: (start: number, end: number) => boolean;
  /** Returns the comments of the key or item that starts at an offset. Each comment is given once. */
  readonly take: (offset: number) => readonly string[];
}

/** Returns the comments of a file whose tree is known, without their `#`. */
export function findComments(file: SourceFile, root: Node): YamlComments {
  const starts: number[] = [];
  const texts: { readonly start: number; readonly end: number }[] = [];
  collect(root, starts, texts, new Set());
  starts.sort((a, b) => a - b);
  const first = starts[0] ?? 0;
  const byStart = new Map<number, string[]>();
  const header: string[] = [];
  const footer: string[] = [];
  for (const match of file.text.matchAll(/(^|[ \t])#[ \t]?([^\r\n]*)/gm)) {
    const at = match.index + (match[1] ?? '').length;
    if (texts.some(({ start, end }) => start <= at && at < end)) continue;
    const text = (match[2] ?? '').trimEnd();
    const owner = ownerOf(file.text, starts, at);
    if (at < first) header.push(text);
    else if (owner === undefined) footer.push(text);
    else byStart.set(owner, [...(byStart.get(owner) ?? []), text]);
  }
  return {
    header,
    footer,
    between: (start, end) => [...byStart.keys()].some((offset) => start < offset && offset < end),
    take: (offset) => {
      const found = byStart.get(offset) ?? [];
      byStart.delete(offset);
      return found;
    },
  };
}

/** A comment on a line of its own belongs to what follows, one behind a value to what starts on its line. */
function ownerOf(text: string, starts: readonly number[], at: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const isAlone = text.slice(lineStart, at).trim() === '';
  return isAlone
    ? starts.find((start) => start > at)
    : (starts.find((start) => start >= lineStart && start < at) ?? starts.find((start) => start > at));
}

function collect(
  node: Node,
  starts: number[],
  texts: { start: number; end: number }[],
  seen: Set<Node>,
): void {
  if (seen.has(node)) return;
  seen.add(node);
  switch (node.kind) {
    case 'scalar':
      if (node.style !== 'plain') texts.push(node.span);
      return;
    case 'sequence':
      for (const item of node.items) {
        starts.push(item.span.start);
        collect(item, starts, texts, seen);
      }
      return;
    case 'mapping':
      for (const { key, value } of node.entries) {
        starts.push(key.span.start);
        collect(key, starts, texts, seen);
        collect(value, starts, texts, seen);
      }
  }
}

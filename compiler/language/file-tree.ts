import { applyOldSpellings } from '../check/old-spellings.ts';
import { specSchemas } from '../check/spec-schemas.ts';
import type { Node } from '../source/node.ts';
import { type ParsedFile, parseSource } from '../source/parse-source.ts';
import { isCode, specKindOf } from '../source/spec-kind.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { type SpecTree, specTree } from './spec-tree.ts';

const trees = new WeakMap<SourceFile, { readonly tree: SpecTree | undefined }>();

/**
 * Returns a spec along its schema, in today's spelling. Lines that break a file are left out of it, so that the rest
 * still says something; undefined for what is no spec, or nothing but broken.
 */
export function treeOf(file: SourceFile): SpecTree | undefined {
  const known = trees.get(file);
  if (known !== undefined) return known.tree;
  const kind = specKindOf(file.name);
  const root = kind === undefined ? undefined : (parseSource(file).root ?? brokenRoot(file));
  const tree =
    kind === undefined || root === undefined
      ? undefined
      : specTree(kind, kind === 'jobs' ? root : applyOldSpellings(root, specSchemas[kind].schema).root);
  trees.set(file, { tree });
  return tree;
}

/** How often lines are taken out of a broken file. Each time it is parsed up to three times. */
const MOST_REPAIRS = 4;

/** Returns the tree of a file without the lines that its parser stops at; places are those of the file. */
function brokenRoot(file: SourceFile): Node | undefined {
  if (isCode(file)) return undefined;
  let text = file.text;
  for (let repair = 0; repair < MOST_REPAIRS; repair++) {
    const best = repaired(file.name, text);
    if (best === undefined) return undefined;
    if (best.root !== undefined) return moved(best.root, file);
    text = best.file.text;
  }
  return undefined;
}

/** Returns the file without the line where its parser stops, or the one above: whichever leads further. */
function repaired(name: string, text: string): ParsedFile | undefined {
  const broken = { name, text };
  const at = stoppedAt(parseSource(broken));
  if (at === undefined) return undefined;
  const { line } = positionAt(broken, at);
  let above = line - 1;
  while (above > 0 && isBlank(broken, above)) above--;
  const tries = [line, above].filter((each) => each > 0 && !isBlank(broken, each));
  let best: ParsedFile | undefined;
  for (const each of tries) {
    const parsed = parseSource({ name, text: withoutLine(broken, each) });
    if (parsed.root !== undefined) return parsed;
    if (best === undefined || (stoppedAt(parsed) ?? 0) > (stoppedAt(best) ?? 0)) best = parsed;
  }
  return best;
}

function stoppedAt({ diagnostics }: ParsedFile): number | undefined {
  return diagnostics.find(({ code }) => code === 'source/syntax' || code === 'source/tab')?.span?.start;
}

function isBlank(file: SourceFile, line: number): boolean {
  return lineText(file, line).trim() === '';
}

/** Returns a line, counted from 1, without its line break. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  return file.text.slice(starts[line - 1] ?? file.text.length, starts[line] ?? file.text.length).trimEnd();
}

function withoutLine(file: SourceFile, line: number): string {
  const start = lineStarts(file)[line - 1] ?? 0;
  const { length } = lineText(file, line);
  return file.text.slice(0, start) + ' '.repeat(length) + file.text.slice(start + length);
}

/** Returns the same tree with another file in its places. */
function moved(node: Node, file: SourceFile): Node {
  const base = { ...node, span: { ...node.span, file } };
  switch (base.kind) {
    case 'scalar':
      return base;
    case 'sequence':
      return { ...base, items: base.items.map((item) => moved(item, file)) };
    case 'mapping':
      return {
        ...base,
        entries: base.entries.map(({ key, value }) => ({
          key: { ...key, span: { ...key.span, file } },
          value: moved(value, file),
        })),
      };
  }
}

import type { Node } from '../source/node.ts';
import { isCode } from '../source/spec-kind.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { treeOf } from './file-tree.ts';
import type { Range } from './place.ts';
import { fieldNamed, type SpecField, type SpecObject } from './spec-tree.ts';
import { fileNamed, type ProjectView } from './workspace.ts';

/** A thing or a field of a spec, as an outline shows it. */
export interface DocumentSymbolNode extends Range {
  readonly name: string;
  /** A few words about it; may be empty. */
  readonly detail: string;
  /** A named thing, a list or mapping, or a single value. */
  readonly kind: 'thing' | 'group' | 'value';
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly DocumentSymbolNode[];
}

/** Returns the outline of a file; of a spec in TypeScript, which has its own, none. */
export function symbolsOf(view: ProjectView, name: string): readonly DocumentSymbolNode[] {
  const file = fileNamed(view, name);
  if (file === undefined || isCode(file)) return [];
  const [root] = treeOf(file)?.objects ?? [];
  return root === undefined ? [] : fieldsOf(root);
}

/** Returns what can be folded away: from the end of the line that stays to the end of what goes. */
export function foldingOf(view: ProjectView, name: string): readonly Range[] {
  const file = fileNamed(view, name);
  if (file === undefined || isCode(file)) return [];
  const tree = treeOf(file);
  const ranges = [
    ...(tree?.fields ?? []).flatMap(({ key, value }) =>
      key === undefined ? [] : foldable(file, key, value),
    ),
    ...(tree?.objects ?? []).flatMap(({ node }) => foldable(file, node, node)),
    ...commentBlocks(file),
  ];
  const byLine = new Map<number, Range>();
  for (const range of ranges) {
    const known = byLine.get(range.start);
    if (known === undefined || known.end < range.end) byLine.set(range.start, range);
  }
  return [...byLine.values()].sort((a, b) => a.start - b.start);
}

/** What a merge key or an alias brings stands elsewhere. */
function fieldsOf(object: SpecObject): readonly DocumentSymbolNode[] {
  const { start, end } = object.node.span;
  return object.fields.flatMap((field): readonly DocumentSymbolNode[] => {
    const { key, value } = field;
    if (key === undefined || key.span.start < start || key.span.end > end) return [];
    return [fieldNode(field, key, value)];
  });
}

function fieldNode(field: SpecField, key: Node, value: Node): DocumentSymbolNode {
  const isSingle = value.kind === 'scalar';
  return {
    name: field.field.name,
    detail: isSingle && value !== key ? shortDetail(value.text) : '',
    kind: isSingle ? 'value' : 'group',
    start: key.span.start,
    end: Math.max(key.span.end, (value.alias ?? value.span).end),
    nameStart: key.span.start,
    nameEnd: key.span.end,
    children: value.alias === undefined ? childrenOf(field) : [],
  };
}

function childrenOf({ value, objects }: SpecField): readonly DocumentSymbolNode[] {
  if (value.kind === 'mapping') return objects.flatMap(fieldsOf);
  return objects.filter(({ node }) => node.alias === undefined).flatMap(itemNodes);
}

/** A thing that is one of several is called by what it is. */
function itemNodes(object: SpecObject): readonly DocumentSymbolNode[] {
  const fields = fieldsOf(object);
  if (object.schema['x-entry'] === true) return fields;
  const name = ['name', 'id', 'type'].map((field) => fieldNamed(object, field)?.value).find(isText);
  const { start, end } = object.node.span;
  if (name?.kind !== 'scalar') return fields;
  const isInside = name.span.start >= start && name.span.end <= end;
  const kind = fieldNamed(object, 'kind')?.value ?? fieldNamed(object, 'type')?.value;
  return [
    {
      name: name.text,
      detail: kind?.kind === 'scalar' && kind !== name ? shortDetail(kind.text) : '',
      kind: 'thing',
      start,
      end,
      nameStart: isInside ? name.span.start : start,
      nameEnd: isInside ? name.span.end : start,
      children: fields,
    },
  ];
}

function isText(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.text !== '';
}

function shortDetail(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 60 || line.length < text.trimEnd().length ? `${line.slice(0, 59)}…` : line;
}

function foldable(file: SourceFile, from: Node, { span, alias }: Node): readonly Range[] {
  if (alias !== undefined || from.span.file !== file) return [];
  const { line } = positionAt(file, from.span.start);
  const start = endOfLine(file, line);
  const end = span.start + file.text.slice(span.start, span.end).trimEnd().length;
  return end > start ? [{ start, end }] : [];
}

/** Comments of several lines. */
function commentBlocks(file: SourceFile): readonly Range[] {
  return [...file.text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)].map(({ 0: block, index }) => ({
    start: endOfLine(file, positionAt(file, index).line),
    end: index + block.trimEnd().length,
  }));
}

/** Returns where a line, counted from 1, ends, without its line break. */
export function endOfLine(file: SourceFile, line: number): number {
  const starts = lineStarts(file);
  const start = starts[line - 1] ?? 0;
  return start + file.text.slice(start, starts[line] ?? file.text.length).replace(/\r?\n$/, '').length;
}

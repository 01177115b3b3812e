import { readFileSync } from 'node:fs';
import type { Entry, Node, ScalarNode } from '../../../../compiler/source/node.ts';
import { parseSource } from '../../../../compiler/source/parse-source.ts';
import { specKindOf } from '../../../../compiler/source/spec-kind.ts';
import type { SourceFile } from '../../../../compiler/text/span.ts';

/** What holds a value and nothing else: where it starts, and whether it is an item of a list. */
interface Holder {
  readonly start: number;
  readonly isItem: boolean;
}

/** A value that was written in a spec. */
export interface Leaf {
  readonly file: SourceFile;
  readonly path: string;
  /** The key that it stands behind, also through a list. */
  readonly key: string;
  readonly node: ScalarNode;
  /** The entry whose value it is; absent for an entry of a list. */
  readonly entry: Entry | undefined;
  /** Entries and items of lists around it that hold nothing else, the innermost first. */
  readonly around: readonly Holder[];
}

/** Returns the leaves of a spec; one that aliases use again is one leaf. */
export function leavesOf(file: SourceFile): readonly Leaf[] {
  const found = new Map<number, Leaf>();
  const visit = (
    node: Node,
    path: string,
    key: string,
    entry: Entry | undefined,
    outer: readonly Holder[],
  ) => {
    const holder =
      entry === undefined
        ? { start: node.span.start, isItem: true }
        : { start: entry.key.span.start, isItem: false };
    const around = childrenOf(node) === 1 && path !== '' ? [holder, ...outer] : [];
    if (node.kind === 'scalar') {
      const { start, end } = node.span;
      if (end > start && !found.has(start)) found.set(start, { file, path, key, node, entry, around: outer });
    } else if (node.kind === 'sequence') {
      node.items.forEach((item, index) => {
        visit(item, `${path}[${index}]`, key, undefined, around);
      });
    } else {
      for (const inner of node.entries) {
        const below = path === '' ? inner.key.text : `${path}.${inner.key.text}`;
        visit(inner.value, below, inner.key.text, inner, around);
      }
    }
  };
  const { root } = parseSource(file);
  if (root !== undefined) visit(root, '', '', undefined, []);
  return [...found.values()];
}

function childrenOf(node: Node): number {
  if (node.kind === 'scalar') return 0;
  return node.kind === 'sequence' ? node.items.length : node.entries.length;
}

/** A change of a spec: the text of the whole file, by name. */
export interface Mutant {
  readonly what: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Where the leaves that were changed start in the new text of their files; none where they were taken out. */
  readonly starts: readonly { readonly file: string; readonly start: number }[];
}

/** Returns changes of a leaf to what an entry that is there by default has in its place, such as the name of an agent. */
export function takenFromDefaults({ file, path, node, ...rest }: Leaf): readonly Mutant[] {
  const place = /(\w+)\[\d+\]\.(\w+)$/.exec(path);
  const texts = place === null ? [] : schemaOf(file.name).defaults.get(`${place[1]}.${place[2]}`);
  const others = (texts ?? []).filter((text) => text !== node.text);
  return others.map((text) => replaced([{ file, path, node, ...rest }], text));
}

/** Returns changes of a leaf alone, the likeliest to compile first: to all values that its schema lists, at least. */
export function mutantsOf(leaf: Leaf, all: readonly Leaf[]): readonly Mutant[] {
  const texts = [...new Set(otherTexts(leaf, all))].filter((text) => text !== leaf.node.text);
  return texts.map((text) => replaced([leaf], text));
}

/** Returns whether the schema lists the values of a leaf. */
export function isChoice({ file, key, node }: Leaf): boolean {
  return choicesOf(file.name, key).includes(node.text);
}

/** Returns a change of all leaves with the same text, for a name that others refer to. */
export function renamedTogether(leaf: Leaf, all: readonly Leaf[]): readonly Mutant[] {
  const same = all.filter(({ node }) => node.text === leaf.node.text);
  return same.length < 2 ? [] : editedTexts(leaf.node.text).map((text) => replaced(same, text));
}

/** Returns changes that take a leaf out of its mapping or list: alone, or with what holds nothing else. */
export function takenOut({ file, node, entry, around }: Leaf): readonly Mutant[] {
  const own =
    entry === undefined
      ? { start: node.span.start, isItem: true }
      : { start: entry.key.span.start, isItem: false };
  return [own, ...around].flatMap((holder, depth) => {
    const text = withoutLines(file.text, holder, node) ?? withoutFlow(file.text, holder, node, depth);
    return text === undefined ? [] : [gone(file, text)];
  });
}

/** Returns a text without the lines from a key, or an item, to the end of a value, where they hold nothing else. */
function withoutLines(text: string, { start, isItem }: Holder, { span }: ScalarNode): string | undefined {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', span.end - 1) + 1;
  if (end === 0 || start > span.start || !/^ *[\]}]* *(#.*)?$/.test(text.slice(span.end, end - 1)))
    return undefined;
  const before = text.slice(line, start);
  const rest = text.slice(end);
  if (/^ *$/.test(before) || (/^ *- $/.test(before) && isItem)) return text.slice(0, line) + rest;
  const next = rest.slice(0, before.length);
  if (!/^ *- $/.test(before) || !/^ +$/.test(next) || next.length < before.length) return undefined;
  return text.slice(0, line) + before + rest.slice(before.length);
}

/** Returns a text without an entry of `{a: b, c: d}` or `[a, b]`; behind its value this many brackets close in it. */
function withoutFlow(
  text: string,
  { start }: Holder,
  { span }: ScalarNode,
  depth: number,
): string | undefined {
  const closed = new RegExp(`^(\\s*[\\]}]){${depth}}`).exec(text.slice(span.end));
  if (closed === null || start > span.start) return undefined;
  const [head, rest] = [text.slice(0, start), text.slice(span.end + closed[0].length)];
  if (/[[{,]\s*$/.test(head) && /^\s*,/.test(rest)) return head + rest.replace(/^\s*,\s*/, '');
  if (/[[{,]\s*$/.test(head) && /^\s*[\]}]/.test(rest)) return head.replace(/,\s*$/, '') + rest;
  return undefined;
}

function gone(file: SourceFile, text: string): Mutant {
  return { what: 'taken out', texts: new Map([[file.name, text]]), starts: [] };
}

function replaced(leaves: readonly Leaf[], text: string): Mutant {
  const texts = new Map<string, string>();
  const starts: { file: string; start: number }[] = [];
  for (const file of new Set(leaves.map((leaf) => leaf.file))) {
    let result = '';
    let at = 0;
    const here = leaves.filter((leaf) => leaf.file === file);
    for (const { node } of [...here].sort((a, b) => a.node.span.start - b.node.span.start)) {
      result += file.text.slice(at, node.span.start);
      starts.push({ file: file.name, start: result.length });
      result += written(node, text);
      at = node.span.end;
    }
    texts.set(file.name, result + file.text.slice(at));
  }
  return { what: text.split('\n')[0] ?? '', texts, starts };
}

/** A block keeps its shape: every line that has words gets some more. */
function written({ span, style }: ScalarNode, text: string): string {
  const old = span.file.text.slice(span.start, span.end);
  if (text === 'bluegreen') return `${text}\n${' '.repeat(columnOf(span))}active: blue`;
  if (style === 'block') return old.replace(/^(?!\s*[|>])(.*\w.*)$/gm, '$1 more');
  if (style === 'quoted') return JSON.stringify(text);
  return /^[\w./:@+-]+$/.test(text) && !/[:]$/.test(text) ? text : JSON.stringify(text);
}

/** Returns the column of the key that a value stands behind. */
function columnOf({ file, start }: ScalarNode['span']): number {
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  return line.search(/[A-Za-z]/);
}

function otherTexts(leaf: Leaf, all: readonly Leaf[]): readonly string[] {
  const { file, key, node } = leaf;
  const { text } = node;
  if (node.style === 'block') return [`${text} more`];
  const flipped: Readonly<Record<string, string>> = { true: 'false', false: 'true', yes: 'no', no: 'yes' };
  const flip = flipped[text];
  if (flip !== undefined) return [flip];
  if (isChoice(leaf)) return choicesOf(file.name, key);
  const others = all.filter((one) => one.key === key && one.file === file).map((one) => one.node.text);
  return [...editedTexts(text), ...others];
}

/** Suffixes, other numbers, another host, path or image: whatever compiles first. */
function editedTexts(text: string): readonly string[] {
  const number = /^\d+$/.test(text) ? [String(Number(text) + 1), String(Math.max(1, Number(text) - 1))] : [];
  const digits = text.replace(/\d+(?=\D*$)/, (digit) => String(Number(digit) + 1));
  const first = text.replace(/\d+/, (digit) => String(Number(digit) + 1));
  return [
    ...number,
    ...(/^\d+(\.\d+)?([A-Za-z]{0,2}|%)$/.test(text) ? [first] : []),
    `${text}x`,
    text.replace(/^([a-z]+:\/\/)?([\w.-]+\.[a-z]+)/, '$1x$2'),
    text.replace(/^(.*?)(\.[a-z]+)$/, '$1x$2'),
    digits,
    first,
    `x${text}`,
    `${text}/x`,
    `${text} x`,
  ].filter((other) => other !== text);
}

/** What a schema says of values, by the keys that they stand behind. */
interface SchemaValues {
  /** The values that it lists. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** The texts in lists that are there by default, behind two keys: `agents.name`. */
  readonly defaults: ReadonlyMap<string, readonly string[]>;
}

const schemas = new Map<string, SchemaValues>();

function choicesOf(name: string, key: string): readonly string[] {
  return schemaOf(name).choices.get(key) ?? [];
}

function schemaOf(name: string): SchemaValues {
  const kind = specKindOf(name) ?? 'build';
  const known = schemas.get(kind) ?? readSchema(kind);
  schemas.set(kind, known);
  return known;
}

function readSchema(kind: string): SchemaValues {
  const choices = new Map<string, string[]>();
  const defaults = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, texts: readonly string[]) => {
    to.set(key, [...(to.get(key) ?? []), ...texts]);
  };
  const schema: RootSchema = JSON.parse(
    readFileSync(new URL(`../../../../schema/${kind}.schema.json`, import.meta.url), 'utf8'),
  );
  const visit = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('items' in value) add(choices, key, bareNames(value.items, schema));
    if ('enum' in value && Array.isArray(value.enum))
      add(choices, key, value.enum.filter((item) => item !== null).map(String));
    for (const entry of 'default' in value && Array.isArray(value.default) ? value.default : [])
      for (const [name, text] of Object.entries(entry ?? {}))
        if (typeof text === 'string') add(defaults, `${key}.${name}`, [text]);
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'properties' && typeof inner === 'object' && inner !== null)
        for (const [property, schema] of Object.entries(inner)) visit(schema, property);
      else visit(inner, key);
    }
  };
  visit(schema, '');
  return { choices, defaults };
}

/** As much of a schema as tells the things of a list from each other. */
interface RootSchema {
  readonly definitions?: Readonly<Record<string, ObjectSchema>>;
}

interface ObjectSchema {
  readonly 'x-entry'?: boolean;
  readonly properties?: Readonly<Record<string, { readonly $ref?: string }>>;
  readonly required?: readonly string[];
}

/** Returns the names that may stand alone in a list of things: of those without a field that they need. */
function bareNames(items: unknown, { definitions = {} }: RootSchema): readonly string[] {
  const definitionOf = (ref: unknown) =>
    typeof ref === 'string' ? definitions[ref.replace('#/definitions/', '')] : undefined;
  const entry =
    typeof items === 'object' && items !== null && '$ref' in items ? definitionOf(items.$ref) : undefined;
  if (entry?.['x-entry'] !== true) return [];
  return Object.entries(entry.properties ?? {}).flatMap(([name, { $ref }]) =>
    (definitionOf($ref)?.required ?? []).length === 0 ? [name] : [],
  );
}

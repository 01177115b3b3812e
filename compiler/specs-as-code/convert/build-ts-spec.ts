import { definitionName, type SchemaNode } from '../../../schema/schema-node.ts';
import type { Json } from '../../check/read/read-scalar.ts';
import type { ReadField, ReadValue } from '../../check/read/value.ts';
import type { SpecKind } from '../../source/spec-kind.ts';
import type { YamlComments } from './find-comments.ts';
import { isContainer, type Replacement, type Rows } from './find-rows.ts';
import { constantName, typeName } from './names.ts';
import { findSharedValues, type SharedValues } from './shared-values.ts';
import type { Constant, ListValue, Member, TsSpec, TsValue } from './ts-value.ts';

/** The functions of `bitesize` that make objects with a name, by their types. */
const helpers: ReadonlyMap<string, string> = new Map([
  ['Component', 'component'],
  ['Environment', 'environment'],
  ['Service', 'service'],
]);

/** All names that the module may import. */
const imported = ['build', 'application', 'environments', 'jenkins', 'jobs', 'job', ...helpers.values()];

/** Nothing repeats: every value is written where it stands. */
const nothingShared: SharedValues = {
  isShared: () => false,
  extended: () => undefined,
  rowsOf: () => undefined,
  variables: new Set(),
};

/** Returns a spec in TypeScript with the value that was read; with `share`, what repeats is written once. */
export function buildTsSpec(
  kind: SpecKind,
  root: ReadValue,
  schema: SchemaNode,
  comments: YamlComments,
  share: boolean,
): TsSpec {
  const isBare = ({ node: { span } }: ReadValue) => !comments.between(span.start, span.end);
  const shared = share ? findSharedValues(root, new Set(imported), isBare) : nothingShared;
  const builder = new SpecBuilder(schema, comments, shared);
  const value = builder.object(root, kind);
  return {
    header: comments.header,
    imports: [...new Set([kind, ...builder.imports])].sort(byName),
    constants: builder.constants,
    function: kind,
    root: value,
    footer: comments.footer,
  };
}

class SpecBuilder {
  readonly imports = new Set<string>();
  readonly constants: Constant[] = [];
  private readonly schema: SchemaNode;
  private readonly comments: YamlComments;
  private readonly shared: SharedValues;
  private readonly helpers: ReadonlyMap<string, string>;
  private readonly names = new Map<string, string>();
  private readonly taken: Set<string>;
  private replaced: ReadonlyMap<ReadValue, Replacement> = new Map();

  constructor(schema: SchemaNode, comments: YamlComments, shared: SharedValues) {
    this.schema = schema;
    // A job has one of several types, by its kind.
    const kinds = Object.values(schema.definitions?.Job?.['x-kinds'] ?? {}).map(definitionName);
    this.helpers = new Map([...helpers, ...kinds.map((name) => [name, 'job'] as const)]);
    this.comments = comments;
    this.shared = shared;
    this.taken = new Set([...imported, ...shared.variables]);
  }

  /** Returns the object of a mapping without asking whether it is a constant. */
  object(value: ReadValue, hint: string): TsValue {
    const base = this.shared.extended(value);
    const name = base === undefined ? undefined : this.constant(base, hint);
    const members: Member[] = name === undefined ? [] : [{ kind: 'spread', name, comments: [] }];
    const helper = name === undefined ? this.helperOf(value) : undefined;
    for (const [key, field] of value.fields ?? []) {
      if (helper !== undefined && key === 'name') continue;
      if (base !== undefined && base.fields?.get(key)?.key === field.key) continue;
      members.push(this.member(key, field));
    }
    const object: TsValue = { kind: 'object', members };
    if (helper === undefined) return object;
    this.imports.add(helper.function);
    return {
      kind: 'call',
      function: helper.function,
      arguments: [this.value(helper.name, 'name'), object],
    };
  }

  private member(key: string, { key: node, value }: ReadField): Member {
    const comments = this.comments.take(node.span.start);
    return { kind: 'field', key, comments, value: this.value(value, key) };
  }

  private value(value: ReadValue, hint: string): TsValue {
    const replacement = this.replaced.get(value);
    if (replacement !== undefined) return replacementOf(replacement);
    if (!this.holdsVariable(value) && this.shared.isShared(value)) {
      return { kind: 'code', code: this.constant(value, hint) };
    }
    return this.direct(value, hint);
  }

  private direct(value: ReadValue, hint: string): TsValue {
    if (value.fields !== undefined) return this.object(value, hint);
    if (value.items !== undefined) return this.list(value, hint);
    if (Array.isArray(value.json) && value.node.kind === 'scalar') {
      const [only] = value.json;
      return value.json.length === 1 && only !== undefined ? plainValue(only) : plainValue(value.json);
    }
    return plainValue(value.json);
  }

  private list(value: ReadValue, hint: string): TsValue {
    const { items = [] } = value;
    const rows = this.shared.rowsOf(value);
    const [first] = items;
    if (rows !== undefined && first !== undefined && !items.some((item) => this.shared.isShared(item)))
      return this.mapped(rows, first, hint);
    return {
      kind: 'list',
      items: items.map((item) => {
        const comments = this.comments.take(item.node.span.start);
        return { comments, value: this.value(item, nameOf(item) ?? hint) };
      }),
    };
  }

  private mapped({ variables, cells, replaced }: Rows, first: ReadValue, hint: string): TsValue {
    const before = this.replaced;
    this.replaced = new Map([...before, ...replaced]);
    const body = this.direct(first, hint);
    this.replaced = before;
    return { kind: 'mapped', variables, rows: rowList(variables, cells), body };
  }

  /** Returns the name of the constant with a value; the first time, the constant is made. */
  private constant(value: ReadValue, hint: string): string {
    const id = `${typeName(value.schema, this.schema)} ${JSON.stringify(value.json)}`;
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const made = this.direct(value, hint);
    const name = constantName(nameOf(value) ?? hint, this.taken);
    this.taken.add(name);
    this.names.set(id, name);
    const type = this.annotation(value, made);
    this.constants.push({ name, value: made, ...(type === undefined ? {} : { type }) });
    return name;
  }

  /** A function says what it returns; everything else would lose the exact types of its texts. */
  private annotation({ schema }: ReadValue, made: TsValue): string | undefined {
    if (made.kind === 'call') return undefined;
    const { type, names } = typeName(schema, this.schema);
    for (const name of names) this.imports.add(`type ${name}`);
    return type;
  }

  private helperOf(value: ReadValue): { readonly function: string; readonly name: ReadValue } | undefined {
    const { names } = typeName(value.schema, this.schema);
    const helper = this.helpers.get(names[0] ?? '');
    const name = value.fields?.get('name');
    if (helper === undefined || name === undefined || typeof name.value.json !== 'string') return undefined;
    return { function: helper, name: name.value };
  }

  private holdsVariable(value: ReadValue): boolean {
    if (this.replaced.size === 0 || !isContainer(value)) return false;
    const inner = [...(value.fields?.values() ?? [])].map((field) => field.value);
    return [...inner, ...(value.items ?? [])].some(
      (each) => this.replaced.has(each) || this.holdsVariable(each),
    );
  }
}

function nameOf(value: ReadValue): string | undefined {
  const name = value.fields?.get('name')?.value.json;
  return typeof name === 'string' ? name : undefined;
}

function replacementOf({ variable, before, after }: Replacement): TsValue {
  if (before === undefined || after === undefined) return { kind: 'code', code: variable };
  return { kind: 'template', parts: [before, { kind: 'code', code: variable }, after] };
}

function rowList(variables: readonly string[], cells: readonly (readonly ReadValue[])[]): ListValue {
  const items = cells.map((row) => {
    const values = row.map(({ json }) => plainValue(json));
    const [only] = values;
    if (values.length === 1 && only !== undefined) return { comments: [], value: only };
    const members = values.map(
      (value, index): Member => ({
        kind: 'field',
        key: variables[index] ?? '',
        value,
        comments: [],
      }),
    );
    return { comments: [], value: { kind: 'object' as const, members } };
  });
  return { kind: 'list', items };
}

/** Returns plain data as code. */
function plainValue(json: Json): TsValue {
  if (typeof json === 'string') return { kind: 'text', text: json };
  if (typeof json !== 'object' || json === null) return { kind: 'code', code: String(json) };
  if (Array.isArray(json)) {
    return { kind: 'list', items: json.map((item: Json) => ({ comments: [], value: plainValue(item) })) };
  }
  const members = Object.entries(json).map(
    ([key, item]): Member => ({
      kind: 'field',
      key,
      comments: [],
      value: plainValue(item as Json),
    }),
  );
  return { kind: 'object', members };
}

/** Names in the order of the alphabet, whether or not they are types. */
function byName(a: string, b: string): number {
  const [left, right] = [a.replace('type ', ''), b.replace('type ', '')];
  return left.toLowerCase() < right.toLowerCase() ? -1 : 1;
}

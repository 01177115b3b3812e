import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { allowedValues, fieldFacts } from '../docs/field-facts.ts';
import { type DocField, fieldIn } from '../docs/list-fields.ts';
import { sourceSchemas } from '../docs/source-schemas.ts';
import { yamlKey } from '../print/yaml-scalar.ts';
import { isCode, type SpecKind, specKindOf } from '../source/spec-kind.ts';
import { type Cursor, cursorAt } from './completion/cursor.ts';
import { nameOffers } from './completion/name-offers.ts';
import { MARK, type TypedPlace, typedPlace } from './completion/typed-place.ts';
import { fieldDocumentation } from './hover.ts';
import { textPiece } from './names/name-use.ts';
import { plainScalar } from './names/written-name.ts';
import type { Range } from './place.ts';
import type { SpecField, SpecObject } from './spec-tree.ts';
import { fileNamed, type ProjectView } from './workspace.ts';

/** Something that may be written at the cursor. */
export interface CompletionOffer {
  readonly label: string;
  /** A key, a value of a closed list, or the name of something that is defined in a spec. */
  readonly kind: 'field' | 'value' | 'name';
  /** A few words beside the label: its type, or where a name is defined. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly insertText: string;
  /** What the text takes the place of. */
  readonly replace: Range;
}

/** Returns what may be written at a place, the most likely first; the text there may be half typed. */
export function completeAt(view: ProjectView, name: string, offset: number): readonly CompletionOffer[] {
  const file = fileNamed(view, name);
  const kind = specKindOf(name);
  if (file === undefined || kind === undefined || isCode(file)) return [];
  const cursor = cursorAt(file, offset);
  const place = cursor && typedPlace(file, cursor);
  if (cursor === undefined || place === undefined) return [];
  if (place.kind === 'value') return valueOffers(view, place.field, valueRange(place, cursor), cursor);
  const { object, present } = place;
  if (!holdsFields(object.schema)) {
    const field = valueField(object);
    return field === undefined ? [] : valueOffers(view, field, cursor.word, cursor);
  }
  if (object.schema['x-entry'] === true && present.size > 0) return [];
  const short = present.size > 0 || cursor.hasColon ? undefined : shortField(kind, object);
  const lineBreak = file.text.includes('\r\n') ? '\r\n' : '\n';
  const fields = fieldsOf(kind, object)
    .filter((field) => !present.has(field.name))
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => fieldOffer(field, cursor, lineBreak));
  return [...(short === undefined ? [] : valueOffers(view, short, cursor.word, cursor)), ...fields];
}

/** Where an object may be written as its one field, the beginning of a key may be that of its value. */
function shortField(kind: SpecKind, { node, schema, parent, outer }: SpecObject): SpecField | undefined {
  const name = schema['x-short'];
  const written = name === undefined ? undefined : schema.properties?.[name];
  if (name === undefined || written === undefined) return undefined;
  const field = fieldIn(kind, schema, parent, name, written);
  return { field, key: undefined, value: node, owner: outer, objects: [] };
}

function holdsFields(schema: SchemaNode): boolean {
  return schema.properties !== undefined || schema['x-kinds'] !== undefined;
}

/** A key that is typed where no mapping belongs is the beginning of a value. */
function valueField({ node, schema, parent, outer }: SpecObject): SpecField | undefined {
  if (parent === undefined) return undefined;
  const own = schema.enum === undefined ? parent : { ...parent, node: schema };
  return { field: own, key: undefined, value: node, owner: outer, objects: [] };
}

function fieldsOf(kind: SpecKind, { schema, parent }: SpecObject): readonly DocField[] {
  const [chosen] = Object.values(schema['x-kinds'] ?? {});
  if (chosen === undefined)
    return Object.entries(schema.properties ?? {}).map(([name, written]) =>
      fieldIn(kind, schema, parent, name, written),
    );
  // Which fields there are is known when the kind is; these two have all of them.
  const first = resolveSchema(chosen, sourceSchemas[kind]);
  return ['name', 'kind'].flatMap((name) => {
    const written = first.properties?.[name];
    return written === undefined ? [] : [fieldIn(kind, first, parent, name, written)];
  });
}

/** What has to be written comes first, what has no effect last. */
function rank({ isRequired, node }: DocField): number {
  if (node['x-dead'] !== undefined || node.deprecationMessage !== undefined) return 2;
  return isRequired ? 0 : 1;
}

function fieldOffer(field: DocField, cursor: Cursor, lineBreak: string): CompletionOffer {
  const { name, isRequired } = field;
  const [type = ''] = fieldFacts(field);
  return {
    label: name,
    kind: 'field',
    detail: isRequired ? `${type}, required` : type,
    documentation: fieldDocumentation(field),
    insertText: cursor.quote === undefined ? keyText(field, cursor, lineBreak) : name,
    replace: cursor.word,
  };
}

/** Returns a key with what stands between it and its value. */
function keyText({ name, node, isList, owner }: DocField, cursor: Cursor, lineBreak: string): string {
  const key = yamlKey(name);
  if (cursor.hasColon || isWholeAlone(node, owner)) return key;
  const read = node['x-read'];
  const isOnOneLine = read !== undefined && read !== 'mapping';
  const hasMore = cursor.word.end < cursor.lineEnd;
  if (isOnOneLine || cursor.brackets.length > 0 || hasMore || node['x-short'] !== undefined)
    return `${key}: `;
  const indentation = ' '.repeat(cursor.word.start - cursor.lineStart + 2);
  return `${key}:${lineBreak}${indentation}${isList ? '- ' : ''}`;
}

/** A thing of which nothing has to be said is its bare name. */
function isWholeAlone(node: SchemaNode, owner: SchemaNode): boolean {
  const isObject = node.properties !== undefined && node['x-short'] === undefined;
  return owner['x-entry'] === true && isObject && (node.required ?? []).length === 0;
}

/** A label stands between others; every other value is one text. */
function valueRange(place: Extract<TypedPlace, { kind: 'value' }>, cursor: Cursor): Range {
  const { field, scalar } = place;
  if (field.field.node['x-refers'] === 'label' || scalar.text === MARK) return cursor.word;
  const { start, end } = textPiece(scalar);
  const { text } = scalar.span.file;
  const mark = text.indexOf(MARK, start);
  if (mark < 0 || mark > end) return cursor.word;
  return {
    start: cursor.word.start - (mark - start),
    end: cursor.word.end + (end - mark - MARK.length),
  };
}

function valueOffers(
  view: ProjectView,
  field: SpecField,
  replace: Range,
  cursor: Cursor,
): readonly CompletionOffer[] {
  const { node } = field.field;
  const offer = (label: string, rest: Pick<CompletionOffer, 'kind' | 'detail' | 'documentation'>) => ({
    label,
    ...rest,
    insertText: valueText(label, rest.kind, cursor),
    replace,
  });
  const isDefault = (value: unknown) => (node.default === value ? { detail: 'default' } : {});
  if (node['x-read'] === 'boolean')
    return [true, false].map((value) => offer(`${value}`, { kind: 'value', ...isDefault(value) }));
  const values = [...allowedValues(node), ...allowedValues(node.items ?? {}), ...things(node)].map(
    ([value, documentation]) =>
      offer(value, { kind: 'value', ...isDefault(value), ...(documentation && { documentation }) }),
  );
  const names = nameOffers(view, field).map(({ name, detail }) => offer(name, { kind: 'name', detail }));
  return [...values, ...names];
}

/** A thing may be its bare name. */
function things({ properties = {}, 'x-entry': isEntry }: SchemaNode): readonly [string, string][] {
  return isEntry === true
    ? Object.entries(properties).map(([name, { description = '' }]) => [name, description])
    : [];
}

function valueText(text: string, kind: CompletionOffer['kind'], { quote, needsBlank }: Cursor): string {
  const blank = needsBlank ? ' ' : '';
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (quote === "'") return text.replaceAll("'", "''");
  // What a word such as `true` means is up to the field.
  return blank + (kind === 'value' ? text : plainScalar(text));
}

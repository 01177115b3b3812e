import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../source/node.ts';
import { type HiddenCharacter, hiddenCharacter } from '../source/slips.ts';
import { type SuggestionAllowance, suggestion } from '../util/suggestion.ts';
import { ownersOf } from './field-owners.ts';
import { besideDiagnostic, fieldsBeside } from './fields-beside.ts';
import { definitionOf, foreignFieldHelp } from './foreign-fields.ts';
import { nameElsewhere } from './foreign-job-names.ts';
import { otherKindHelp, otherListHelp } from './other-job-lists.ts';

/** Fields that fit into one line of help. */
const FEW = 12;

/** After so many unknown fields of a spec, what is wrong is not the single name: the others are reported without help. */
const MOST_HELPED = 200;

/** What the findings about the unknown fields of one spec have in common. */
export interface UnknownFieldContext {
  readonly root: SchemaNode;
  readonly allowance: SuggestionAllowance;
  /** The unknown fields so far. */
  count: number;
  /** The keys of the mappings that have unknown fields. */
  readonly taken: Map<MappingNode, ReadonlySet<string>>;
  /** Their fields that belong below another one, and by which fields of an object that was seen. */
  readonly beside: Map<MappingNode, { readonly by: SchemaNode['properties']; readonly fields: FieldsIn }>;
}

type FieldsIn = ReturnType<typeof fieldsBeside>;

/** A key that the schema does not know. */
export interface UnknownField {
  /** Absent where the mistake was reported with a field before it. */
  readonly diagnostic?: Diagnostic | undefined;
  /** The field that was most likely meant: that it is missing is the same mistake. */
  readonly meant?: string;
  /** The key that it belongs below: it is missing there, and the key has a value but for that. */
  readonly below?: Entry;
}

/**
 * Returns the finding for a key that the schema does not know: with the object that has such a field when it is a
 * matter of indentation, else with the field that was most likely meant, else with the fields that exist.
 */
export function unknownField(
  entry: Entry,
  owner: MappingNode,
  schema: SchemaNode,
  context: UnknownFieldContext,
): UnknownField {
  const field = entry.key.text;
  const { span } = entry.key;
  if (++context.count > MOST_HELPED) return { diagnostic: diagnose('schema/unknown-field', { field }, span) };
  const hidden = hiddenCharacter(field);
  if (hidden !== undefined) return hiddenInField(entry, hidden, schema);
  const beside = besideIn(owner, schema, context).get(entry);
  if (beside !== undefined) {
    const diagnostic = beside.moved[0] === entry ? besideDiagnostic(beside, owner) : undefined;
    return { diagnostic, meant: field, below: beside.parent };
  }
  if (isPair(owner, schema)) return pairInField(entry);
  const foreign = foreignFieldHelp(field, schema, context.root);
  if (foreign !== undefined)
    return {
      diagnostic: diagnose('schema/unknown-field', { field }, span, { help: foreign }),
      ...meantBelow(foreign),
    };
  const taken = takenKeys(owner, context);
  const known = Object.keys(schema.properties ?? {}).filter((name) => !taken.has(name));
  const meant =
    nameElsewhere(field, definitionOf(schema, context.root), known) ??
    missingLike(field, taken, schema, context);
  const elsewhere =
    meant === undefined
      ? (otherListHelp(field, schema, context.root) ?? otherKindHelp(field, schema, context.root))
      : undefined;
  if (elsewhere !== undefined)
    return { diagnostic: diagnose('schema/unknown-field', { field }, span, { help: elsewhere }) };
  const owners = meant === undefined ? ownersOf(field, schema, context.root) : [];
  if (owners.length > 0)
    return {
      diagnostic: diagnose('schema/unknown-field', { field }, span, { help: placeHelp(field, owners) }),
    };
  const near = meant ?? suggestion(field, known, context.allowance);
  const around = aroundFields(entry, known);
  if (around !== undefined && !hasFields(near, around, schema, context.root))
    return {
      diagnostic: diagnose('schema/unknown-field', { field }, span, { help: aroundHelp(around) }),
      meant: around[0],
    };
  if (near === undefined) {
    return {
      diagnostic: diagnose('schema/unknown-field', { field }, span, { help: otherHelp(owner, schema) }),
    };
  }
  const diagnostic = diagnose('schema/unknown-field', { field }, span, {
    help: `did you mean \`${near}\`?`,
    fixes: [{ title: `rename \`${field}\` to \`${near}\``, edits: [{ span, text: near }], safe: false }],
  });
  return { diagnostic, meant: near };
}

/** Returns the fields of the object that stand one level too deep, below a key that is none: all that the key holds. */
function aroundFields(
  { value }: Entry,
  known: readonly string[],
): readonly [string, ...string[]] | undefined {
  if (value.kind !== 'mapping') return undefined;
  const [first, ...others] = value.entries.map(({ key }) => key.text);
  if (first === undefined || ![first, ...others].every((name) => known.includes(name))) return undefined;
  return [first, ...others];
}

/** Returns whether a field of the object has all of these itself: then only its name is misspelt. */
function hasFields(
  name: string | undefined,
  fields: readonly string[],
  { properties }: SchemaNode,
  root: SchemaNode,
): boolean {
  const field = name === undefined ? undefined : properties?.[name];
  const inner = field === undefined ? {} : (resolveSchema(field, root).properties ?? {});
  return fields.every((each) => Object.hasOwn(inner, each));
}

function aroundHelp(names: readonly string[]): string {
  const shown = names
    .slice(0, FEW)
    .map((name) => `\`${name}\``)
    .join(', ');
  return `write ${shown} in its place: nothing stands around ${names.length === 1 ? 'it' : 'them'}`;
}

/** Whoever writes what belongs below a field leaves that field out, too. */
function meantBelow(help: string): Pick<UnknownField, 'meant'> {
  const meant = /^it stands below `(\w+)`/.exec(help)?.[1];
  return meant === undefined ? {} : { meant };
}

/** `- LOG_LEVEL: info` where a list has entries of `name` and `value`. */
function isPair({ entries }: MappingNode, { properties }: SchemaNode): boolean {
  const [only, another] = entries;
  const isText = only?.value.kind === 'scalar' && another === undefined;
  return isText && properties?.name !== undefined && properties.value !== undefined;
}

function pairInField({ key: { text: field, span } }: Entry): UnknownField {
  const help = `write \`- name: ${field}\`, and \`value: ...\` below \`name\``;
  return { diagnostic: diagnose('schema/unknown-field', { field }, span, { help }), meant: 'name' };
}

/** A name that looks right and is another one. */
function hiddenInField(
  { key: { text: field, span } }: Entry,
  { name, rest }: HiddenCharacter,
  schema: SchemaNode,
): UnknownField {
  const isKnown = schema.properties?.[rest] !== undefined;
  const diagnostic = diagnose('schema/unknown-field', { field }, span, {
    help: `nobody sees the character ${name} in this name: write it anew`,
    fixes: isKnown ? [{ title: `write \`${rest}\``, edits: [{ span, text: rest }], safe: false }] : [],
  });
  return isKnown ? { diagnostic, meant: rest } : { diagnostic };
}

/** A required field that is missing is meant more readily than any other: its first letters are enough. */
function missingLike(
  field: string,
  taken: ReadonlySet<string>,
  schema: SchemaNode,
  { allowance }: UnknownFieldContext,
): string | undefined {
  const missing = schema.required?.filter((name) => !taken.has(name)) ?? [];
  return missing.find((name) => name.startsWith(field)) ?? suggestion(field, missing, allowance);
}

function takenKeys(owner: MappingNode, { taken }: UnknownFieldContext): ReadonlySet<string> {
  const known = taken.get(owner) ?? new Set(owner.entries.map(({ key }) => key.text));
  taken.set(owner, known);
  return known;
}

function besideIn(owner: MappingNode, schema: SchemaNode, { root, beside }: UnknownFieldContext): FieldsIn {
  const known = beside.get(owner);
  if (known !== undefined && known.by === schema.properties) return known.fields;
  const fields = fieldsBeside(owner, schema, root);
  beside.set(owner, { by: schema.properties, fields });
  return fields;
}

function placeHelp(field: string, owners: readonly string[]): string {
  const places = owners.slice(0, 3).join(' or ');
  return `\`${field}\` is a field of ${places}: check the indentation`;
}

function otherHelp(owner: MappingNode, schema: SchemaNode): string {
  const known = Object.keys(schema.properties ?? {});
  if (known.length <= FEW) return `known fields here: ${listed(known)}`;
  const isThirdParty = known.includes('options') && owner.entries.some(({ key }) => key.text === 'type');
  if (isThirdParty) return 'settings of a third-party resource stand under `options`';
  return `known fields here: ${listed(known.slice(0, FEW))} and ${known.length - FEW} more`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

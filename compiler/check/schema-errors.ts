import type { ErrorObject } from 'ajv';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../util/suggestion.ts';
import type { ReadValue } from './read/value.ts';
import type { SchemaNode } from './schema-node.ts';

/** A validator that ajv made at build time: true, or false with the errors in a property of itself. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null | undefined;
}

/** One mistake in a value: what to report, and the value to leave out. */
export interface SchemaError {
  readonly value: ReadValue;
  readonly diagnostic: Diagnostic;
}

/**
 * Returns what is wrong with a value, one finding per mistake: ajv's errors about one value are about one slip, so
 * the first by rank speaks for all of them. ajv's own words never reach a user.
 */
export function schemaErrors(root: ReadValue, validate: Validator): readonly SchemaError[] {
  if (validate(root.json)) return [];
  const found = new Map<ReadValue, { rank: number; diagnostic: Diagnostic }>();
  const missing: SchemaError[] = [];
  for (const error of validate.errors ?? []) {
    const at = valueAt(root, error.instancePath);
    const name = fieldNameOf(error.instancePath);
    if (error.keyword === 'required') {
      missing.push({ value: at, diagnostic: missingField(at, error, name) });
      continue;
    }
    const rank = error.keyword === 'type' ? 0 : 1;
    const known = found.get(at);
    if (known && known.rank <= rank) continue;
    found.set(at, { rank, diagnostic: describe(at, error, name) });
  }
  const others = [...found].map(([value, { diagnostic }]) => ({ value, diagnostic }));
  return [...others, ...missing.filter(({ value }) => !found.has(value))];
}

function valueAt(root: ReadValue, pointer: string): ReadValue {
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = value.fields?.get(name)?.value ?? value.items?.[Number(name)] ?? value;
  }
  return value;
}

/** Returns the name of the field that a pointer leads to; for an entry of a list, the name of the list. */
function fieldNameOf(pointer: string): string {
  const names = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  return names.at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? 'spec';
}

function missingField(at: ReadValue, error: ErrorObject, name: string): Diagnostic {
  const field = String(error.params.missingProperty);
  const inside = name === 'spec' ? 'the spec' : `an entry of \`${name}\``;
  const empty = at.node.kind === 'mapping' && at.node.entries.find(({ key }) => key.text === field);
  const first = at.node.kind === 'mapping' ? at.node.entries[0]?.key.span : undefined;
  return diagnose(
    'schema/missing-field',
    { field, in: inside },
    empty ? empty.key.span : (first ?? at.node.span),
    {
      help: empty ? `give \`${field}\` a value` : `add \`${field}: ...\``,
    },
  );
}

function describe(at: ReadValue, error: ErrorObject, name: string): Diagnostic {
  const span = at.node.span;
  const value = shown(at);
  switch (error.keyword) {
    case 'type':
      return diagnose(
        'schema/wrong-type',
        { field: name, expected: expectedType(at.schema), found: foundType(at) },
        span,
        { help: typeHelp(at, name) },
      );
    case 'enum':
      return diagnose('schema/not-allowed', { field: name, value }, span, { help: enumHelp(at) });
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return diagnose(
        'schema/out-of-range',
        { field: name, value, bound: `${error.params.comparison} ${error.params.limit}` },
        span,
      );
    case 'minItems':
    case 'minProperties':
      return diagnose('schema/too-few', { field: name, minimum: Number(error.params.limit) }, span);
    case 'uniqueItems':
      return diagnose('schema/repeated-value', { field: name }, span);
    default:
      return diagnose('schema/pattern', { field: name, value }, span, {
        help: at.schema.description ?? [],
      });
  }
}

/** A value as a message shows it; a field that may hold a secret is never shown. */
function shown(at: ReadValue): string {
  if (at.schema['x-secret'] === true) return '...';
  const text = typeof at.json === 'string' ? at.json : JSON.stringify(at.json);
  const line = text.split('\n')[0] ?? '';
  return line.length > 60 || line !== text ? `${line.slice(0, 57)}...` : line;
}

function expectedType(schema: SchemaNode): string {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const words: Record<string, string> = {
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'a mapping',
  };
  return types.map((type) => words[type] ?? type).join(' or ') || 'another type';
}

function foundType(at: ReadValue): string {
  if (at.node.kind === 'sequence') return 'a list';
  if (at.node.kind === 'mapping') return 'a mapping';
  return at.json === null ? 'nothing' : `\`${shown(at)}\``;
}

function typeHelp(at: ReadValue, name: string): string {
  const expected = expectedType(at.schema);
  if (expected === 'a list' && at.node.kind === 'scalar')
    return `write \`${name}: [${shown(at)}]\`, or one \`- \` line for each entry`;
  if (expected === 'a list') return `start each entry of \`${name}\` with \`- \``;
  if (expected === 'a mapping') return `write the fields of \`${name}\` as \`key: value\` lines below it`;
  return `write one value after \`${name}:\``;
}

function enumHelp(at: ReadValue): string {
  const allowed = (at.schema.enum ?? []).map(String);
  const near = typeof at.json === 'string' ? suggestion(at.json, allowed) : undefined;
  const list = allowed.map((item) => `\`${item}\``).join(', ');
  return near === undefined ? `use one of ${list}` : `did you mean \`${near}\`? Allowed: ${list}`;
}

import type { Mistake } from '../../schema/mistake.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Label } from '../diagnostics/diagnostic.ts';
import type { Entry, Node } from '../source/node.ts';
import { groupBy } from '../util/group-by.ts';
import type { SuggestionAllowance } from '../util/suggestion.ts';
import { describeError, type ErrorContext } from './describe-error.ts';
import type { ReadValue } from './read/value.ts';

/** A validator that ajv made at build time: true, or false with the errors in a property of itself. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly Mistake[] | null | undefined;
}

/** One mistake in a value: what to report, and the values to leave out. */
export interface SchemaError {
  readonly values: readonly ReadValue[];
  /** Absent where something else was reported about the value already. */
  readonly diagnostic?: Diagnostic;
}

/** What is wrong with a value, as far as it was looked at. */
export interface SchemaErrors {
  readonly errors: readonly SchemaError[];
  /** Mistakes that were not looked at: nobody knows which values are good, so none may be used. */
  readonly leftOut: number;
}

/** Mistakes of one spec that are looked at: a file with more is no spec. */
const MOST_ERRORS = 20_000;

/** Labels that point at further entries with the same mistake; more would hide what is wrong. */
const MOST_LABELS = 3;

/**
 * Returns what is wrong with a value, one finding per mistake: ajv's errors about one value are about one slip, so
 * the first by rank speaks for all of them. Entries of one list that all have the wrong shape are one slip, too.
 * ajv's own words never reach a user. Fields that are missing are told once for each object, but those that `isMeant`
 * finds in it under another name.
 */
export function schemaErrors(
  root: ReadValue,
  validate: Validator,
  allowance: SuggestionAllowance,
  isMeant: (node: Node, field: string) => boolean,
): SchemaErrors {
  if (validate(root.json)) return { errors: [], leftOut: 0 };
  const all = validate.errors ?? [];
  const found = new Map<ReadValue, { rank: number; error: Mistake }>();
  const missing = new Map<ReadValue, { readonly error: Mistake; readonly fields: string[] }>();
  for (const error of all.slice(0, MOST_ERRORS)) {
    const at = valueAt(root, error.instancePath);
    if (error.keyword === 'required') {
      const field = String(error.param);
      if (entryOf(at, field)?.value.reported) continue;
      const before = missing.get(at) ?? { error, fields: [] };
      missing.set(at, before);
      // What was written in its place was reported as no value.
      if (at.node.reported !== true && !isMeant(at.node, field)) before.fields.push(field);
      continue;
    }
    const rank = error.keyword === 'type' ? 0 : 1;
    const known = found.get(at);
    if (known === undefined || rank < known.rank) found.set(at, { rank, error });
  }
  const kinds = groupBy(found, ([at, { error }]) => mistakeOf(at, error));
  const others = [...kinds.values()].flatMap((same) =>
    merged(
      same.map(([at, { error }]) => ({ at, error })),
      { root: root.schema, allowance, ownerOf: (pointer) => valueAt(root, ownerPointer(pointer)) },
    ),
  );
  const sole = [...missing]
    .filter(([at]) => !found.has(at))
    .flatMap(([at, { error, fields }]) => missingFields(at, error, fields));
  return { errors: [...others, ...sole], leftOut: Math.max(0, all.length - MOST_ERRORS) };
}

interface Located {
  readonly at: ReadValue;
  readonly error: Mistake;
}

/** Entries of one list of the wrong type (`- - name: x` thirty times) count as the same mistake. */
function mistakeOf(at: ReadValue, error: Mistake): string | ReadValue {
  const list = /^(.*)\/\d+$/.exec(error.instancePath)?.[1];
  return list !== undefined && error.keyword === 'type' && at.node.kind !== 'scalar'
    ? `${list} ${at.node.kind}`
    : at;
}

function merged(same: readonly Located[], context: ErrorContext): SchemaError[] {
  const [first, ...others] = same.filter(({ at }) => at.node.reported !== true);
  if (first === undefined) return [{ values: same.map(({ at }) => at) }];
  const diagnostic = describeError(first.at, first.error, context);
  const values = same.map(({ at }) => at);
  if (others.length === 0) return [{ values, diagnostic }];
  const labels: Label[] = others
    .slice(0, MOST_LABELS)
    .map(({ at }) => ({ span: { ...at.node.span, end: at.node.span.start + 1 }, text: 'here, too' }));
  const more = `${others.length} more ${others.length === 1 ? 'entry has' : 'entries have'} the same mistake`;
  return [{ values, diagnostic: { ...diagnostic, labels, help: [...diagnostic.help, more] } }];
}

function ownerPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

function valueAt(root: ReadValue, pointer: string): ReadValue {
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = value.fields?.get(name)?.value ?? value.items?.[Number(name)] ?? value;
  }
  return value;
}

/** A field without a value is told at its key, and the fields that are not there together. */
function missingFields(at: ReadValue, error: Mistake, fields: readonly string[]): SchemaError[] {
  const owner = ownerName(error.instancePath);
  const values = [at];
  const absent = fields.filter((field) => entryOf(at, field) === undefined);
  const empty = fields.flatMap((field): SchemaError[] => {
    const entry = entryOf(at, field);
    if (entry === undefined) return [];
    const help = `give \`${field}\` a value`;
    return [
      {
        values,
        diagnostic: diagnose('schema/missing-field', { fields: [field], in: owner }, entry.key.span, {
          help,
        }),
      },
    ];
  });
  if (absent.length === 0) return empty.length === 0 ? [{ values }] : empty;
  const first = at.node.kind === 'mapping' ? at.node.entries[0]?.key.span : undefined;
  const help = absent.map((field) => `add \`${field}: ...\``);
  const diagnostic = diagnose('schema/missing-field', { fields: absent, in: owner }, first ?? at.node.span, {
    help,
  });
  return [...empty, { values, diagnostic }];
}

function entryOf({ node }: ReadValue, field: string): Entry | undefined {
  return node.kind === 'mapping' ? node.entries.find(({ key }) => key.text === field) : undefined;
}

/** Returns how a message names the object at a pointer: `the spec`, `an entry of \`volumes\``, `\`repository\``. */
function ownerName(pointer: string): string {
  const names = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  const name = names.at(-1);
  if (name === undefined) return 'the spec';
  return /\/\d+$/.test(pointer) ? `an entry of \`${name}\`` : `\`${name}\``;
}

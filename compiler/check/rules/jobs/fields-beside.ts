import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../../source/node.ts';
import { removal } from '../dead-fields.ts';
import { isWritten, keyOf } from '../rule.ts';

/** Reports a field that another one needs, and that is not written. */
export function* needs(object: LocatedObject, what: string, field: string): Generator<Diagnostic> {
  if (!lacks(object, [field])) return;
  const [key = what] = what.split(':');
  yield diagnose('check/needs-beside', { what, field }, keyOf(object, key), {
    help: `write \`${field}\` beside it`,
  });
}

/** Reports that several of some fields are written, or none of them. */
export function* exactlyOne(
  object: LocatedObject,
  thing: string,
  fields: readonly string[],
): Generator<Diagnostic> {
  yield* atMostOne(object, thing, fields);
  yield* atLeastOne(object, thing, fields);
}

/** Reports that several of some fields are written, at the second of them. */
export function* atMostOne(
  object: LocatedObject,
  thing: string,
  fields: readonly string[],
): Generator<Diagnostic> {
  const written = fields.filter((field) => isWritten(object, field));
  const [, second] = written;
  if (second === undefined) return;
  yield diagnose(
    'check/one-of',
    { thing: `\`${thing}\``, fields: written, isMissing: false },
    keyOf(object, second),
    { help: `keep one of ${listed(written)}` },
  );
}

/** Reports that none of some fields is written. */
export function* atLeastOne(
  object: LocatedObject,
  thing: string,
  fields: readonly string[],
): Generator<Diagnostic> {
  if (!lacks(object, fields)) return;
  yield diagnose('check/one-of', { thing: `\`${thing}\``, fields, isMissing: true }, object.$.span, {
    help: `write ${listed(fields)}`,
  });
}

/** Reports fields that are written and have no effect; `beside` is half a sentence that says what makes it so. */
export function* noEffect(
  object: LocatedObject,
  fields: readonly string[],
  beside: string,
): Generator<Diagnostic> {
  for (const field of fields) {
    const place = object.$.fields.get(field);
    if (place === undefined) continue;
    yield diagnose('check/no-effect-beside', { field, beside }, place.key, {
      help: `remove \`${field}\``,
      fixes: removal(field, place),
    });
  }
}

/** A field that nobody knows was reported, and may have been meant as one of them. */
function lacks(object: LocatedObject, fields: readonly string[]): boolean {
  return !object.$.hasUnknown && !fields.some((field) => isWritten(object, field));
}

/** Returns names as words of a sentence, for a choice. */
export function listed(fields: readonly string[]): string {
  return fields
    .map((field) => `\`${field}\``)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
}

import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../../source/node.ts';
import { isWritten, keyOf } from '../rule.ts';

/** Reports a field that another one needs, and that is not written. */
export function* needs(object: LocatedObject, what: string, field: string): Generator<Diagnostic> {
  if (isWritten(object, field)) return;
  const [key = what] = what.split(':');
  yield diagnose('check/needs-beside', { what, field }, keyOf(object, key), {
    help: `write \`${field}\` beside it`,
  });
}

/** Reports that both of two fields are written, or neither. */
export function* oneOf(
  object: LocatedObject,
  thing: string,
  one: string,
  other: string,
): Generator<Diagnostic> {
  yield* notBoth(object, thing, one, other);
  yield* notNeither(object, thing, one, other);
}

/** Reports that both of two fields are written. */
export function* notBoth(
  object: LocatedObject,
  thing: string,
  one: string,
  other: string,
): Generator<Diagnostic> {
  if (!isWritten(object, one) || !isWritten(object, other)) return;
  yield diagnose('check/one-of', { thing, one, other, both: true }, keyOf(object, other), {
    help: `leave out \`${one}\` or \`${other}\``,
  });
}

/** Reports that neither of two fields is written. */
export function* notNeither(
  object: LocatedObject,
  thing: string,
  one: string,
  other: string,
): Generator<Diagnostic> {
  if (isWritten(object, one) || isWritten(object, other)) return;
  yield diagnose('check/one-of', { thing, one, other, both: false }, object.$.span, {
    help: `write \`${one}\` or \`${other}\``,
  });
}

/** Reports a field that is written and has no effect, with what makes it so. */
export function* noEffect(object: LocatedObject, field: string, beside: string): Generator<Diagnostic> {
  if (!isWritten(object, field)) return;
  yield diagnose('check/no-effect-beside', { field, beside }, keyOf(object, field), {
    help: `remove \`${field}\``,
  });
}

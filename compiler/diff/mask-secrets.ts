import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Change, FieldChange, Risk } from './change.ts';
import type { Field } from './entity.ts';

/** Replaces the secrets that it knows in a text. */
export type Mask = (text: string) => string;

/** Shorter secrets are only replaced where they are a whole value: elsewhere they would match by chance. */
const SHORTEST = 4;

/** What a reader sees instead of a secret. */
const HIDDEN = '********';

/** Returns the mask for the secrets that stand in specs as plain text, as the findings about them say. */
export function secretMask(diagnostics: readonly Diagnostic[]): Mask {
  const found = diagnostics.flatMap(({ code, span }) =>
    code.startsWith('secret/') && span !== undefined
      ? valuesOf(span.file.text.slice(span.start, span.end))
      : [],
  );
  const secrets = [...new Set(found)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  return (text) =>
    secrets.reduce(
      (masked, secret) =>
        masked === secret ? HIDDEN : secret.length < SHORTEST ? masked : masked.replaceAll(secret, HIDDEN),
      text,
    );
}

/** Returns changes in which no secret can be read. */
export function maskChanges(changes: readonly Change[], mask: Mask): readonly Change[] {
  const field = (found: Field): Field => ({ ...found, value: mask(found.value) });
  const fieldChange = ({ before, after, ...rest }: FieldChange): FieldChange => ({
    ...rest,
    ...(before === undefined ? {} : { before: field(before) }),
    ...(after === undefined ? {} : { after: field(after) }),
  });
  const risk = ({ kind, text }: Risk): Risk => ({ kind, text: mask(text) });
  return changes.map((change) => ({
    ...change,
    fields: change.fields.map(fieldChange),
    risks: change.risks.map(risk),
  }));
}

/** A secret as it was written, and without the quotes around it. */
function valuesOf(written: string): readonly string[] {
  const text = written.trim();
  const inner = /^(["'`])(.*)\1$/s.exec(text)?.[2];
  return inner === undefined ? [text] : [text, inner];
}

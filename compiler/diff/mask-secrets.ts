import { maskSecretForms } from '../check/rules/secrets/mask-text.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseYaml } from '../source/parse-source.ts';
import type { Change, FieldChange, Risk } from './change.ts';
import type { Field } from './entity.ts';

/** Replaces the secrets that it knows in a text. */
export type Mask = (text: string) => string;

/** Shorter secrets are only replaced where they are a whole value: elsewhere they would match by chance. */
const SHORTEST = 4;

/** What a reader sees instead of a secret. */
const HIDDEN = '********';

/**
 * Returns the mask for the secrets that stand in specs as plain text, as the findings about them say. It also finds them
 * as Groovy, shell, XML or YAML write them: characters other than letters and digits may be escaped.
 */
export function secretMask(diagnostics: readonly Diagnostic[]): Mask {
  const found = diagnostics.flatMap(({ code, span }) =>
    code.startsWith('secret/') && span !== undefined
      ? valuesOf(span.file.text.slice(span.start, span.end))
      : [],
  );
  const secrets = [...new Set(found)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  const patterns = secrets.flatMap((secret) => patternOf(secret) ?? []);
  return (text) =>
    secrets.includes(text)
      ? HIDDEN
      : maskSecretForms(patterns.reduce((masked, pattern) => masked.replace(pattern, HIDDEN), text));
}

/** What is longer is a text of many lines, each of which is known as well. */
const LONGEST = 2000;

function patternOf(secret: string): RegExp | undefined {
  if (secret.length > LONGEST || secret.replace(/[^A-Za-z0-9]/g, '').length < SHORTEST) return undefined;
  const parts = secret.match(/[A-Za-z0-9]+|[^A-Za-z0-9]+/g) ?? [];
  const source = parts.map((part) =>
    /^[A-Za-z0-9]/.test(part) ? part : `(?:&#?\\w+;|[^A-Za-z0-9\\n]){1,${part.length * 6}}`,
  );
  return new RegExp(source.join(''), 'g');
}

/** Returns changes in which no secret can be read. */
export function maskChanges(changes: readonly Change[], mask: Mask): readonly Change[] {
  const field = (found: Field): Field => ({ ...found, value: mask(found.value) });
  const fieldChange = ({ path, before, after, ...rest }: FieldChange): FieldChange => ({
    ...rest,
    path: mask(path),
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

/**
 * A secret as it was written, without the quotes around it, and as it is read where it has escapes; of one of several
 * lines, also each line.
 */
function valuesOf(written: string): readonly string[] {
  const text = written.trim();
  const inner = /^(["'`])(.*)\1$/s.exec(text)?.[2];
  const values = [inner ?? text, ...(inner === undefined ? [] : readings(text, inner))];
  const lines = [text, ...values].flatMap((value) => (value.includes('\n') ? value.split('\n') : []));
  return [...values, ...lines.map((line) => line.trim()).filter((line) => line.length >= 2 * SHORTEST)];
}

/** What a quoted text means in YAML, in JSON and in TypeScript. */
function readings(quoted: string, inner: string): readonly string[] {
  if (!/\\|''|\n/.test(inner)) return [];
  const { root } = parseYaml({ name: 'secret.yaml', text: quoted });
  const yaml = root?.kind === 'scalar' ? [root.text] : [];
  return [...yaml, unescapeText(inner)];
}

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r?\n)|([\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** Returns a text of a program without its escapes. */
function unescapeText(text: string): string {
  return text.replace(ESCAPE, (_, braces, four, two, lineEnd, letter) => {
    const code: unknown = braces ?? four ?? two;
    if (typeof code === 'string') return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    return lineEnd === undefined ? (LETTERS[String(letter)] ?? String(letter)) : '';
  });
}

import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/origin.ts';
import { Sourced } from '../../text/sourced.ts';
import type { Span } from '../../text/span.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import type { Rule } from './rule.ts';
import { containersOf, eachOwnService } from './support/each-service.ts';
import { spanWithin } from './support/span-within.ts';

/** What word processors make of quotes, dashes and blanks, and what was typed. */
const TYPED: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟«»″'].map((letter) => [letter, '"'] as const),
  ...[...'‘’‚‛′'].map((letter) => [letter, "'"] as const),
  ...[...'‐‑‒–—―−'].map((letter) => [letter, '-'] as const),
  ...[...'\u00a0\u2007\u202f\u3000'].map((letter) => [letter, ' '] as const),
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\u2060', ''],
  ['\ufeff', ''],
]);

const QUOTED = /^([“”„‟«‘‚‛])(.*)([“”‟»’‛])$/s;

/** What may be a finding in any plain value: cheap to look for in a whole file. */
const LOOKS_ODD = /[“”„‟«»‘’‚‛\u00a0\u00ad\u2007\u200b\u202f\u2060\u3000\ufeff]/;

/** What nobody sees, within text that has no other letters than those of ASCII. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

const ODD_BLANKS = '\u00a0\u2007\u202f\u3000';

/** Quotes and dashes that only look like those of a shell are letters to it, and so they are to programs. */
export const lookAlikesRule: Rule = {
  name: 'look-alikes',
  *check(specs) {
    for (const text of stepsOf(specs)) yield* inCommand(text, IN_STEP);
    for (const text of commandsOf(specs)) yield* inCommand(text, IN_COMMAND);
    for (const text of valuesOf(specs)) yield* aroundValue(text);
    const odd = Object.values(specs).filter((spec) => LOOKS_ODD.test(spec?.$.span.file.text ?? ''));
    if (odd.length === 0) return;
    const looked = new Set([...stepsOf(specs), ...commandsOf(specs), ...valuesOf(specs)]);
    for (const text of lookAlikeTexts(odd)) if (!looked.has(text)) yield* inPlainValue(text);
  },
};

function* stepsOf(specs: Specs): Generator<Sourced<string>> {
  for (const { build } of specs.build?.components ?? []) {
    for (const { shell } of build) if (shell !== undefined) yield shell;
  }
  for (const { tests } of specs.environments?.environments ?? []) {
    for (const { commands } of tests) for (const { shell } of commands) yield shell;
  }
}

function* commandsOf(specs: Specs): Generator<Sourced<string>> {
  for (const { command } of [
    ...(specs.application?.applications ?? []),
    ...(specs.application?.containers ?? []),
  ]) {
    if (command !== undefined) yield command;
  }
}

function* valuesOf(specs: Specs): Generator<Sourced<string>> {
  for (const { env } of specs.build?.components ?? []) for (const { value } of env) yield value;
  for (const { service } of eachOwnService(specs)) {
    for (const { env } of containersOf(service)) for (const { value } of env) yield value;
  }
  const { env, agents } = settingsOf(specs);
  for (const { value } of [...env, ...agents.flatMap((agent) => agent.env)]) yield value;
}

/** What is quoted or a comment is text; a word that begins with a quote or a dash that is none is a finding. */
const WORDS = String.raw`'[^']*'|"(?:\\.|[^"\\])*"|\\.|(?<=^|\s)#.*|(?<=^|[\s=])[“”„‟«‘’‚‛‐‑‒–—―−](?=\S)`;

const IN_STEP = new RegExp(`${WORDS}|[\u00a0\u2007\u202f\u3000\u200b\ufeff]`, 'gmu');

/** Odd blanks in the command of an image are told by those who split it into words. */
const IN_COMMAND = new RegExp(WORDS, 'gmu');

function* inCommand(text: Sourced<string>, pattern: RegExp): Generator<Diagnostic> {
  if (!/[^\u0000-\u007f]/.test(text.value)) return;
  const script = withoutHereDocuments(text.value);
  for (const match of script.matchAll(pattern)) {
    const [letter] = match;
    if (letter.startsWith('#')) continue;
    const typed = TYPED.get(letter);
    if (typed === undefined) continue;
    const span = spanWithin(text, match.index, letter);
    yield lookAlike(letter, typed, span);
    return;
  }
}

/** Returns a script in which what a command is given to read (`<<END`) is blank: it is text. Everything stays where it is. */
function withoutHereDocuments(script: string): string {
  if (!script.includes('<<')) return script;
  const lines = script.split('\n');
  const lastPlace = new Map(lines.map((line, index) => [line.trim(), index] as const));
  const waiting: string[] = [];
  const kept = lines.map((line, index) => {
    const end = waiting.at(-1);
    if (end === undefined) {
      for (const [, word = ''] of line.matchAll(/(?<!<)<<-?[ \t]*[\\'"]?([\w.]+)/g))
        if ((lastPlace.get(word) ?? 0) > index) waiting.push(word);
      waiting.reverse();
      return line;
    }
    if (line.trim() === end) waiting.pop();
    return ' '.repeat(line.length);
  });
  return kept.join('\n');
}

function* aroundValue(value: Sourced<string>): Generator<Diagnostic> {
  const match = QUOTED.exec(value.value);
  if (match === null) return;
  const [, first = '', inner = ''] = match;
  const span = spanOf(value.origin);
  const written = span?.file.text.slice(span.start, span.end);
  const found = lookAlike(first, TYPED.get(first) ?? '"', span);
  const isPlain = written === value.value && !/[“”„‟«»‘’‚‛"\\]/.test(inner);
  if (span === undefined || !isPlain) {
    yield found;
    return;
  }
  const meant = `"${inner}"`;
  yield { ...found, fixes: [{ title: `write \`${meant}\``, edits: [{ span, text: meant }], safe: false }] };
}

/** The texts of a located value that have such a letter. */
function* lookAlikeTexts(value: unknown): Generator<Sourced<string>> {
  if (Array.isArray(value)) for (const item of value) yield* lookAlikeTexts(item);
  else if (value instanceof Sourced) {
    if (typeof value.value === 'string' && LOOKS_ODD.test(value.value)) yield value;
  } else if (typeof value === 'object' && value !== null && '$' in value)
    for (const [field, inner] of Object.entries(value)) if (field !== '$') yield* lookAlikeTexts(inner);
}

/**
 * A value as it stands in one line of a spec, without quotes of YAML: quotes around all of it, blanks at its ends and what
 * nobody sees were hardly meant. In prose such letters may be right.
 */
function* inPlainValue(text: Sourced<string>): Generator<Diagnostic> {
  const { value } = text;
  const span = spanOf(text.origin);
  if (span === undefined || span.file.text.slice(span.start, span.end) !== value) return;
  const [, inner = ''] = /^[“”„‟«‘‚‛]([^“”„‟«»‘’‚‛"\\]*)[“”‟»’‛]$/.exec(value) ?? [];
  if (inner !== '') yield* aroundValue(text);
  const plain = withoutEnds(value);
  const seen = plain.replaceAll(UNSEEN, '');
  const rest = /^[ -~]+$/.test(seen) ? seen : plain;
  if (rest === value || rest === '') return;
  const kept = new Set(rest);
  const letter = [...value].find((each) => TYPED.has(each) && !kept.has(each)) ?? '';
  const found = lookAlike(letter, TYPED.get(letter) ?? '', span);
  const fix = { title: 'remove what nobody sees', edits: [{ span, text: rest }], safe: false };
  yield { ...found, help: ['remove it'], fixes: [fix] };
}

/** Returns a text without odd blanks at its ends. */
function withoutEnds(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && ODD_BLANKS.includes(value.charAt(start))) start++;
  while (end > start && ODD_BLANKS.includes(value.charAt(end - 1))) end--;
  return value.slice(start, end);
}

function lookAlike(letter: string, typed: string, span: Span | undefined): Diagnostic {
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const meant = typed === '' ? 'nothing' : typed === ' ' ? 'a blank' : `\`${typed}\``;
  const shown = typed === '' || typed === ' ' ? code : `\`${letter}\` (${code})`;
  return diagnose('check/look-alike', { letter: shown, meant }, span, {
    help: typed === '' ? 'remove it' : `type ${meant} instead`,
  });
}

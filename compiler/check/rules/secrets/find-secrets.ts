import { assignmentForms } from './assignment-forms.ts';
import { secretName } from './secret-name.ts';
import { findShapes, findUrlPasswords } from './secret-shapes.ts';
import { findShellSecrets } from './shell-secrets.ts';
import { isFilledUp, looksRandom, type ValueKind, valueKind } from './value-kind.ts';

/** Returns what a value is to its name: a secret or a stand-in for one, or something that may be read by everybody. */
export function judgeValue(name: string, value: string): ValueKind {
  const sureness = secretName(name);
  if (sureness === undefined) return 'harmless';
  if (sureness === 'maybe' && !looksRandom(value) && !isLogin(name, value)) return 'harmless';
  if (sureness === 'digits' && !/^\d{3,12}$/.test(value)) return 'harmless';
  if (isNameOfSecret(name, value.trim()) || isPublic(value)) return 'harmless';
  return valueKind(value);
}

/** `BASIC_AUTH: user:password`. */
function isLogin(name: string, value: string): boolean {
  return /auth$/i.test(name) && /^[\w.@-]{1,100}:[^\s:/]{4,100}$/.test(value);
}

/**
 * `TLS_SECRET: web-tls` names a Secret, `AUTH_TOKEN: https://...` says where to get one, `MAX_TOKENS` counts them, and
 * `"API_KEY": "API_KEY"` says which credential a variable gets, `"API_KEY": "StringBinding"` how.
 */
function isNameOfSecret(name: string, value: string): boolean {
  if (value === name && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) return true;
  if (/^[a-z]+:\/\/[^@]*$/i.test(value)) return true;
  if (/^id=\w/.test(value) || BINDING_CLASS.test(value)) return true;
  if (/(?:secret|credential|creds?)s?$/i.test(name) && /^[a-z]+(-[a-z]+)+$/.test(value)) return true;
  if (/(?:pull|existing|tls|ssl|cert|ingress)[-_.]?secrets?$/i.test(name))
    return /^[a-z][a-z0-9-]*$/.test(value);
  if (/tokens?$/i.test(name)) return /^[\d_,]{1,12}(?:\.\d{1,4})?[kKmM]?$/.test(value);
  return /salt$/i.test(name) && /^\d{1,3}$/.test(value);
}

/** The classes of Credentials Binding that give a credential to a step. */
const BINDING_CLASS =
  /^(?:String|File|ZipFile|UsernamePassword(?:Multi)?|SSHUserPrivateKey|Certificate\w{0,20})Binding$/;

/** Keys that their makers give out for the browsers of everybody. */
const PUBLIC_KEY =
  /^(?:pk_(?:live|test)_|pk-lf-|pk\.eyJ|phc_|pub[0-9a-f]{32}$|FLWPUBK|ssh-(?:rsa|ed25519) |ecdsa-sha2-|-----BEGIN (?:[A-Z]+ )?(?:PUBLIC KEY|CERTIFICATE)|LS0tLS1CRUdJTiB(?:DRVJU|QVUJM))/;

function isPublic(value: string): boolean {
  return PUBLIC_KEY.test(value);
}

/** A value in a text, and the name that makes it a secret. */
interface NamedSecret {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A header whose value comes behind the end of a quote. */
const SCHEME = /^(?:bearer|basic|token|apikey|digest|negotiate)$/i;

/**
 * Returns the values in a text that names or commands say to be secrets. What is filled in at run time is none, and
 * neither are placeholders: texts are full of them, to show how a command is used.
 */
function findScriptSecrets(text: string): readonly NamedSecret[] {
  const found = new Map<number, NamedSecret>();
  let judge: ReturnType<typeof literalJudge> | undefined;
  const isLiteral = (name: string, value: string) => {
    judge ??= literalJudge();
    return judge(name, value);
  };
  const add = (name: string, start: number, end: number) => {
    const before = found.get(start);
    if (before === undefined || before.end < end) found.set(start, { name, start, end });
  };
  let small: string | undefined;
  const hasWord = (word: string) => {
    small ??= text.toLowerCase();
    return small.includes(word);
  };
  for (const { sign, words, head, value: pattern, isSure } of assignmentForms) {
    if (!text.includes(sign) || words?.some(hasWord) === false) continue;
    head.lastIndex = 0;
    for (let match = head.exec(text); match !== null; match = head.exec(text)) {
      const name = match.groups?.name ?? '';
      if (isSure !== true && secretName(name) === undefined) continue;
      pattern.lastIndex = head.lastIndex;
      const { single, double, bare } = pattern.exec(text)?.groups ?? {};
      const value = single ?? double ?? bare?.trimEnd() ?? '';
      if (value === '') continue;
      const start = head.lastIndex + text.slice(head.lastIndex, pattern.lastIndex).indexOf(value);
      head.lastIndex = pattern.lastIndex;
      if (!SCHEME.test(value) && isLiteral(isSure === true ? 'password' : name, value))
        add(name, start, start + value.length);
    }
  }
  if (!text.includes(' ')) return [...found.values()];
  for (const { name, start, end, text: value } of findShellSecrets(text)) {
    // A word with escapes or quotes inside is longer in the script.
    const isPlain = text.startsWith(value, start);
    if (isLiteral('password', value)) add(name, start, isPlain ? start + value.length : end);
  }
  return [...found.values()];
}

/** Returns a judge of values that looks at each once: a text may have the same secret at thousands of places. */
function literalJudge(): (name: string, value: string) => boolean {
  const known = new Map<string, boolean>();
  return (name, value) => {
    const key = `${name}=${value}`;
    const found = known.get(key) ?? judgeValue(name, value) === 'literal';
    known.set(key, found);
    return found;
  };
}

/** A piece of a text that is a secret or stands for one. */
export interface FoundSecret {
  /** By its form, as the password of a URL, by the name or the command that it is given to, or as a field of Jenkins. */
  readonly by: 'form' | 'url' | 'name' | 'field';
  /** What it is, with an article; the name that it is given to. */
  readonly what: string;
  readonly kind: 'placeholder' | 'literal';
  readonly start: number;
  readonly end: number;
}

/** Thousands of texts have nothing of it. */
const none: readonly never[] = [];

/**
 * Returns the secrets in a text in the order of the text; no two overlap. Where a form, a URL and a name find the same
 * one, the form says what it is, and nothing of what the others found is left out.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  if (text.length < SHORTEST) return none;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = secretsIn(text);
  letters += text.length;
  if (remembered.size >= MOST_REMEMBERED || letters > MOST_LETTERS) {
    remembered.clear();
    letters = text.length;
  }
  remembered.set(text, found);
  return found;
}

/**
 * Scripts stand in many jobs, and are looked at by several rules, and the projects of a fleet have most short texts in
 * common: what was found in the last ones is remembered.
 */
const remembered = new Map<string, readonly FoundSecret[]>();
const MOST_REMEMBERED = 1000;
const MOST_LETTERS = 2_000_000;
let letters = 0;

function secretsIn(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { what, start, text: secret } of findShapes(text)) {
    const kind = isFilledUp(secret) ? 'placeholder' : 'literal';
    found.push({ by: 'form', what, kind, start, end: start + secret.length });
  }
  for (const { start, text: secret } of findUrlPasswords(text)) {
    const kind = valueKind(secret);
    if (kind !== 'harmless')
      found.push({ by: 'url', what: 'the URL', kind, start, end: start + secret.length });
  }
  if (/[=:\s]/.test(text)) {
    for (const { name, start, end } of findScriptSecrets(text))
      found.push({ by: 'name', what: name, kind: 'literal', start, end });
  }
  return found.length === 0 ? none : found.length === 1 ? found : joined(found);
}

/** The shortest text that can have a name and a value: `PW=x`. */
const SHORTEST = 4;

/** Returns the pieces in the order of the text; those that overlap become one, which is called as the first of its kinds says. */
export function joined(found: readonly FoundSecret[]): readonly FoundSecret[] {
  const order = { form: 0, url: 1, field: 2, name: 3 };
  const all: FoundSecret[] = [];
  for (const next of found.toSorted((a, b) => a.start - b.start || order[a.by] - order[b.by])) {
    const last = all.at(-1);
    if (last === undefined || next.start >= last.end) {
      all.push(next);
      continue;
    }
    const better = order[next.by] < order[last.by] ? next : last;
    const kind = [last, next].some((one) => one.kind === 'literal') ? 'literal' : 'placeholder';
    all[all.length - 1] = { ...better, kind, start: last.start, end: Math.max(last.end, next.end) };
  }
  return all;
}

/** Returns whether a piece of a spec has a secret in plain text, so that it must not be shown as it is. */
export function holdsSecret(yaml: string): boolean {
  // The words of a command may be the entries of a list.
  const words = yaml.replace(/(?:['",[\]]|\n *- | )+/g, ' ');
  return [yaml, words].some((text) => findSecrets(text).some(({ kind }) => kind === 'literal'));
}

import { dump } from 'js-yaml';

/** A text of several lines, as js-yaml prints it with `yamlOptions` inside a mapping or a sequence. */
export interface YamlBlock {
  /** Without the indent and the line break before and after it. */
  readonly first: string;
  /** The lines of a block scalar, without their indent; undefined when all is on the first line. */
  readonly block?: string;
}

/** How we print YAML: nothing is folded, and nothing is shared by anchors. */
export const yamlOptions = { lineWidth: -1, noRefs: true } as const;

/** Enough for what all projects share; more start over. */
const MAX_KNOWN = 5_000;

/** Longer texts do not repeat. */
const MAX_KNOWN_LENGTH = 100;

const knownKeys = new Map<string, string | undefined>();
const knownTexts = new Map<string, string>();

/**
 * Returns a key as it stands before its `:`, or undefined when it takes more than a line. js-yaml prints each distinct
 * key once: it looks closely at every text, and manifests repeat the same few words.
 */
export function yamlKey(key: string): string | undefined {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (isPlainWord(key)) return remember(knownKeys, key, ownCopy(key));
  const printed = dump({ [key]: 0 }, yamlOptions);
  const text = printed.endsWith(': 0\n') ? printed.slice(0, -4) : undefined;
  return remember(knownKeys, key, text?.includes('\n') || text?.startsWith('? ') ? undefined : text);
}

/** Returns a value of one line as it stands after `key: ` or `- `. */
export function yamlScalar(value: string | number | boolean | null): string {
  if (typeof value === 'string') return oneLine(value);
  if (typeof value === 'number' && !isPlainNumber(value)) return dump([value], yamlOptions).slice(2, -1);
  return String(value);
}

/** Returns a text of several lines as it stands after `key: ` or `- `. */
export function yamlBlock(text: string): YamlBlock {
  if (/^[!-~][\n -~]*$/.test(text)) return { first: `|${chomping(text)}`, block: withLineBreak(text) };
  if (text.length > MAX_MATCHED) return { first: JSON.stringify(text) };
  // A block that keeps several line breaks at the end of a document is followed by `...`: the entry after it avoids that.
  const printed = dump([text, 0], yamlOptions).slice(2, -'- 0\n'.length);
  const end = printed.indexOf('\n');
  if (end === printed.length - 1) return { first: printed.slice(0, end) };
  return { first: printed.slice(0, end), block: printed.slice(end + 1).replaceAll(/^ {2}/gm, '') };
}

/** js-yaml treats very long keys in another way. */
const MAX_PLAIN = 1000;

/**
 * Regular expressions, those of js-yaml too, overflow the stack on a text of some megabytes, which the file of a gist
 * may be. Text of JSON is text of YAML.
 */
const MAX_MATCHED = 1_000_000;

/** Which ASCII characters a plain word is made of. Asking a table takes a fraction of what a regular expression does. */
const WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[A-Za-z0-9_./-]/.test(String.fromCharCode(code))),
);

/** Words of letters that YAML takes for something else, such as `false`, have at most five. */
function isPlainWord(text: string): boolean {
  if (text.length < 6 || text.length > MAX_PLAIN || !isLetter(text.charCodeAt(0))) return false;
  for (let at = 1; at < text.length; at++) if (WORD[text.charCodeAt(at)] !== 1) return false;
  return true;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Words, addresses (no colon at an end or before a space) and files such as `10-service-web.yaml` (no number). */
const PLAIN_TEXT = /^(?:[A-Za-z]|\d\d-[a-z])[A-Za-z0-9_./@-]{5,}(?::[A-Za-z0-9_./@-]+)*$/;

function isPlainNumber(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function oneLine(text: string): string {
  if (isPlainWord(text)) return text;
  const known = knownTexts.get(text);
  if (known !== undefined) return known;
  if (text.length > MAX_MATCHED) return JSON.stringify(text);
  if (PLAIN_TEXT.test(text)) return text;
  return remember(knownTexts, text, dump([text], yamlOptions).slice(2, -1));
}

function chomping(text: string): string {
  if (!text.endsWith('\n')) return '-';
  return text.endsWith('\n\n') ? '+' : '';
}

function withLineBreak(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function remember<T extends string | undefined>(known: Map<string, T>, text: string, printed: T): T {
  if (text.length > MAX_KNOWN_LENGTH) return printed;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(ownCopy(text), printed);
  return printed;
}

/**
 * Returns the same text in memory of its own. A piece of a text keeps the whole text alive, such as a spec, which a
 * cache must not do; the engine copies what it joins.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

import { DEFAULT_SCALAR_STYLE_RULES, dump, SCALAR_STYLE, type ScalarLayout } from 'js-yaml';

/** A text of several lines, as js-yaml prints it with `yamlOptions` inside a mapping or a sequence. */
export interface YamlBlock {
  /** Without the indent and the line break before and after it. */
  readonly first: string;
  /** The lines of a block scalar, without their indent; undefined when all is on the first line. */
  readonly block?: string;
}

/** How we print YAML: nothing is folded, nothing is shared by anchors, and no text looks like anything else. */
export const yamlOptions = {
  lineWidth: -1,
  noRefs: true,
  scalarStyleRules: [...Object.values(DEFAULT_SCALAR_STYLE_RULES), quoteNumberLike],
};

/** Quotes texts that js-yaml leaves plain: it only knows the numbers of YAML 1.1 and 1.2. */
function quoteNumberLike(layout: ScalarLayout): void {
  const { node, presenterOptions } = layout;
  const isText = node.tag === presenterOptions.schema.defaultScalarTag.tagName;
  if (layout.style === SCALAR_STYLE.PLAIN && isText && isNumberLike(node.value))
    layout.style = SCALAR_STYLE.SINGLE_QUOTED;
}

/**
 * Returns whether a reader could take a text for a number or a date. Go's readers (resolve.go of go.yaml.in/yaml) and
 * SnakeYAML (its Resolver) drop every `_`, and take prefixes in capital letters, signs behind `0b`, exponents of any
 * size without a sign, and days and months of one digit.
 */
function isNumberLike(text: string): boolean {
  if (!STARTS_LIKE_NUMBER.test(text)) return false;
  return NUMBER.test(text.replaceAll('_', '')) || DATE.test(text);
}

const STARTS_LIKE_NUMBER = /^(?:\d|(?:[-+]\.?|\.)[\d_])/;
const NUMBER = /^[-+]?(?:0[xob][-+.0-9a-fp]*|(?:\d+\.?\d*|\.\d*)?(?:e[-+]?\d*)?|\d[\d:]*(?:\.\d*)?)$/i;
const DATE = /^\d{1,4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/;

/** Enough for what all projects share; more start over. */
const MAX_KNOWN = 5_000;

/** Longer texts do not repeat. */
const MAX_KNOWN_LENGTH = 100;

const knownKeys = new Map<string, string>();
const knownTexts = new Map<string, string>();

/**
 * Returns a key as it stands before its `:`. A key of several lines, or of more than YAML looks ahead, begins with `? `
 * and its `:` stands on a line of its own. js-yaml prints each distinct key once: it looks closely at every text, and
 * manifests repeat the same few words.
 */
export function yamlKey(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (isPlainWord(key)) return remember(knownKeys, key, ownCopy(key));
  if (key.length > MAX_MATCHED) return `? ${doubleQuoted(key)}`;
  const printed = dump({ [key]: 0 }, yamlOptions);
  if (!printed.startsWith('? '))
    return remember(knownKeys, key, portable(printed.slice(0, -': 0\n'.length), key));
  return remember(knownKeys, key, `? ${portable(printed.slice(2, -'\n: 0\n'.length), key)}`);
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
  if (text.length > MAX_MATCHED) return { first: doubleQuoted(text) };
  // A block that keeps several line breaks at the end of a document is followed by `...`: the entry after it avoids that.
  const printed = dump([text, 0], yamlOptions).slice(2, -'- 0\n'.length);
  const end = printed.indexOf('\n');
  if (end === printed.length - 1) return { first: portable(printed.slice(0, end), text) };
  return { first: printed.slice(0, end), block: printed.slice(end + 1).replaceAll(/^ {2}/gm, '') };
}

/** js-yaml treats longer keys in another way. */
const LONGEST_KEY = 1000;

/** Regular expressions of js-yaml overflow the stack on a text of some megabytes, which the file of a gist may be. */
const MAX_MATCHED = 1_000_000;

/** Which ASCII characters a plain word is made of. Asking a table takes a fraction of what a regular expression does. */
const WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[A-Za-z0-9_./-]/.test(String.fromCharCode(code))),
);

/** Words of letters that YAML takes for something else, such as `false`, have at most five. */
function isPlainWord(text: string): boolean {
  if (text.length < 6 || text.length > LONGEST_KEY || !isLetter(text.charCodeAt(0))) return false;
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
  if (text.length > MAX_MATCHED) return doubleQuoted(text);
  if (PLAIN_TEXT.test(text)) return text;
  return remember(knownTexts, text, portable(dump([text], yamlOptions).slice(2, -1), text));
}

/** Returns what js-yaml printed for a text, without the escapes `\L` and `\P`, which snakeyaml-engine refuses. */
function portable(printed: string, text: string): string {
  return printed.startsWith('"') && /[\u2028\u2029]/.test(text) ? doubleQuoted(text) : printed;
}

/** Returns a text in double quotes: text of JSON is text of YAML, but for characters that YAML wants escaped. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function chomping(text: string): string {
  if (!text.endsWith('\n')) return '-';
  return text.endsWith('\n\n') ? '+' : '';
}

function withLineBreak(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function remember(known: Map<string, string>, text: string, printed: string): string {
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

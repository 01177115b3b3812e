import { dump } from 'js-yaml';

/** A scalar inside a mapping or a sequence, as js-yaml prints it with `yamlOptions`. */
export interface YamlScalar {
  /** Without the indent and the line break before and after it. */
  readonly first: string;
  /** The lines of a block scalar, without their indent; undefined when all is on the first line. */
  readonly block?: string;
}

/** How we print YAML: nothing is folded, and nothing is shared by anchors. */
export const yamlOptions = { lineWidth: -1, noRefs: true } as const;

/** Enough for what the manifests of a project share; more start over. */
const MAX_KNOWN = 20_000;

const knownKeys = new Map<string, string | undefined>();
const knownTexts = new Map<string, string>();

/**
 * Returns a key as it stands before its `:`, or undefined when it takes more than a line. js-yaml prints each distinct
 * key once: it looks closely at every text, and manifests repeat the same few words.
 */
export function yamlKey(key: string): string | undefined {
  if (isPlainWord(key)) return key;
  if (knownKeys.has(key)) return knownKeys.get(key);
  const printed = dump({ [key]: 0 }, yamlOptions);
  const text = printed.endsWith(': 0\n') ? printed.slice(0, -4) : undefined;
  return remember(knownKeys, key, text?.includes('\n') || text?.startsWith('? ') ? undefined : text);
}

/** Returns a value as it stands after `key: ` or `- `. */
export function yamlScalar(value: string | number | boolean | null): YamlScalar {
  if (typeof value === 'string')
    return value.includes('\n') ? severalLines(value) : { first: oneLine(value) };
  if (typeof value === 'number' && !isPlainNumber(value))
    return { first: dump([value], yamlOptions).slice(2, -1) };
  return { first: String(value) };
}

/** Words of letters that YAML takes for something else, such as `false`, have at most five. */
function isPlainWord(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_./-]{5,}$/.test(text) && text.length < 1000;
}

function isPlainNumber(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function oneLine(text: string): string {
  if (isPlainWord(text)) return text;
  return knownTexts.get(text) ?? remember(knownTexts, text, dump([text], yamlOptions).slice(2, -1));
}

/** ASCII in which no line starts with a space can only become a literal block; js-yaml decides about the rest. */
function severalLines(text: string): YamlScalar {
  if (/^[!-~][\n -~]*$/.test(text)) return { first: `|${chomping(text)}`, block: withLineBreak(text) };
  // A block that keeps several line breaks at the end of a document is followed by `...`: the entry after it avoids that.
  const printed = dump([text, 0], yamlOptions).slice(2, -'- 0\n'.length);
  const end = printed.indexOf('\n');
  if (end === printed.length - 1) return { first: printed.slice(0, end) };
  return { first: printed.slice(0, end), block: printed.slice(end + 1).replaceAll(/^ {2}/gm, '') };
}

function chomping(text: string): string {
  if (!text.endsWith('\n')) return '-';
  return text.endsWith('\n\n') ? '+' : '';
}

function withLineBreak(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

function remember<T>(known: Map<string, T>, text: string, printed: T): T {
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, printed);
  return printed;
}

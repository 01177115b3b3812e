import type { Place } from './place.ts';
import { type Term, textOf } from './term.ts';

/** Names of fields that say nothing beside what stands around them. */
const vague = new Set(['name', 'default', 'value', 'command', 'description', 'text', 'script', 'content']);

/** Returns a name for what stands at a path of fields. */
export function hintAt(path: readonly string[]): string {
  const words = path.filter((word) => !/^\d+$/.test(word));
  const last = words.at(-1) ?? 'value';
  const before = words.at(-2);
  if (!vague.has(last) || before === undefined) return last;
  return words.length > 2 || last === 'default' ? before : last;
}

/** Returns a name for what stands between two pieces of a text, or undefined when nothing says what it is. */
export function hintInText(before: string, values: readonly string[]): string | undefined {
  const stem = stemOf(values);
  if (stem !== undefined) return stem;
  const option =
    /(?:--?|[$\s;]|^)([A-Za-z_][\w-]{1,30})[=:]["']?$/.exec(before)?.[1] ??
    /--([A-Za-z][\w-]{1,30}) ["']?$/.exec(before)?.[1];
  if (option !== undefined) return option;
  if (values.every((value) => /^[\w./-]+:[\w.-]+$/.test(value))) return 'image';
  if (values.every((value) => /^\w+:\/\//.test(value))) return 'url';
  if (values.every((value) => /^['"]?[\w./-]+\/[\w./-]+:[\w.-]+/.test(value))) return 'image';
  if (values.every((value) => /^\s*(--?\w.*)?$/s.test(value))) return 'options';
  if (values.every((value) => /^\d[\d.]*$/.test(value))) return 'version';
  return undefined;
}

/** Returns a name for words of which a script has one piece each. */
export function hintOfWords(words: readonly string[]): string {
  return words.every((word) => /^[$~.]?[\w{}.-]*\//.test(word) || /^\$\w+$/.test(word)) ? 'paths' : 'words';
}

/** Texts that are one word with different numbers, such as `php81`, are about that word. */
function stemOf(values: readonly string[]): string | undefined {
  const stems = new Set(values.map((value) => /^([A-Za-z]{2,12})-?\d[\d.]*$/.exec(value)?.[1]));
  const [only] = stems;
  return stems.size === 1 ? only : undefined;
}

/** Lines that say nothing of what a script does. */
const SETTING =
  /^(\u0001|#|\/\/|set\b|export\b|if\b|fi\b|then\b|else\b|for\b|do\b|done\b|echo\b|exit\b|cd\b|import\b|@|"""|'''|<|\s*$)/;

/** Returns a name for a script: the first words of the first line that does something. */
export function hintOfScript(text: string): string {
  const lines = text
    .replace(/<[^>\n]*>/g, ' ')
    .split('\n')
    .map((line) => line.trim());
  const line = lines.find((each) => !SETTING.test(each)) ?? lines.find((each) => /\w/.test(each)) ?? 'script';
  const words = line.match(/[A-Za-z][A-Za-z0-9]+/g) ?? [];
  return ['exec', 'sudo', 'def'].includes(words[0] ?? '')
    ? words.slice(1, 3).join('-')
    : words.slice(0, 2).join('-');
}

/** Returns a name for a value that stands in several places: what it is, and of what. */
export function hintOfValue(term: Term, place: Place): string {
  const field = place.within?.field ?? 'value';
  if (term.kind === 'list') {
    const texts = term.items.flatMap((item) => textOf(item.term) ?? []);
    const last = field === 'value' && texts.length > 0 ? hintOfWords(texts) : field;
    const names = term.items.map((item) => namesIn(item.term)[0] ?? '');
    return `${commonWord(names) ?? names[0]?.replace(new RegExp(`-${field}$`), '')}-${last}`;
  }
  if (term.kind === 'scalar') return typeof term.value === 'string' ? `${wordsOfText(term.value)}` : field;
  if (term.kind === 'call') return term.of.hint;
  return namesIn(term).slice(0, 2).reverse().join('-') || field;
}

/** What an item says of itself: its name, then the thing that it is. */
function namesIn(term: Term): readonly string[] {
  if (term.kind === 'name' || term.kind === 'call') return [term.of.hint];
  if (term.kind === 'scalar') return [wordsOfText(String(term.value))];
  if (term.kind !== 'object') return [];
  const [[thing = '', value] = []] = term.fields;
  const name = textOf(term.fields.get('name'));
  if (name !== undefined) return [name];
  if (value?.kind === 'object') {
    const own = textOf(value.fields.get('name'));
    if (own !== undefined) return [own, thing];
    const [inner] = value.fields.values();
    const words = inner === undefined ? [] : namesIn(inner);
    return [...words.slice(0, 1), thing];
  }
  return value === undefined ? [] : [...namesIn(value).slice(0, 1), thing];
}

/** Returns the first word of all texts when it is the same one. */
function commonWord(texts: readonly string[]): string | undefined {
  const words = new Set<string | undefined>(texts.map((text) => /^[A-Za-z]+/.exec(text)?.[0]));
  const [only] = words;
  return words.size === 1 && texts.length > 1 ? only : undefined;
}

function wordsOfText(text: string): string {
  if (text.includes('\n')) return hintOfScript(text);
  const words = text.replace(/<[^>]*>/g, ' ').match(/[A-Za-z][A-Za-z0-9]+/g) ?? [];
  return words.slice(0, 3).join('-');
}

/** Returns a name for jobs: the words that all their names have, in their order; else what most have. */
export function hintOfJobs(names: readonly string[], kind: string): string {
  const words = names.map((name): readonly string[] => name.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
  const first: readonly string[] = words[0] ?? [];
  const common = first.filter((word) => words.every((each) => each.includes(word)));
  if (common.length > 0) return [...new Set(common)].slice(0, 4).join('-');
  const counts = new Map<string, number>();
  for (const each of words) for (const word of new Set(each)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [word, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  return count * 2 > names.length ? word : kind;
}

/** How a command of a spec is run. */
export type Command =
  /** Without a shell; `pattern` is the first word that a shell would have replaced by names of files. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly pattern?: string }
  /** Needs a shell: `because` is the piece of it that does. */
  | { readonly kind: 'shell'; readonly script: string; readonly because: string }
  | { readonly kind: 'unclosed-quote'; readonly quote: string }
  /** Looks like a blank and is a letter to a shell, such as `U+00A0`. */
  | { readonly kind: 'odd-blank'; readonly character: string };

/**
 * Returns the words of a command, split as a POSIX shell does: at blanks, with single and double quotes and backslashes
 * honoured. What only a shell can do (operators, redirections, variables, substitutions, built-in commands) makes it
 * a script of a shell; a `*` alone does not, since `java -cp lib/*` means it literally. B13: the plugin knew double
 * quotes only, and passed `&` or `$VAR` to the program.
 */
export function splitCommand(text: string): Command {
  const words: string[] = [];
  let word: string | undefined;
  let because: string | undefined;
  const patterns = new Set<number>();
  let at = 0;
  const add = (piece: string) => {
    word = (word ?? '') + piece;
  };
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "'" || character === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return { kind: 'unclosed-quote', quote: character };
      add(quoted.text);
      because ??= quoted.because;
      at = quoted.end;
      continue;
    }
    if (character === '\\' && at + 1 < text.length) {
      if (text.charAt(at + 1) !== '\n') add(text.charAt(at + 1));
      at += 2;
      continue;
    }
    if (/\s/.test(character) && !BLANK.test(character))
      return { kind: 'odd-blank', character: codeOf(character) };
    if (BLANK.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      if (character === '\n' && words.length > 0 && HAS_WORD.test(text.slice(at))) because ??= 'a line break';
      at += 1;
      continue;
    }
    because ??= shellPiece(text, at, word === undefined);
    if (character === '*') patterns.add(words.length);
    add(character);
    at += 1;
  }
  if (word !== undefined) words.push(word);
  because ??= shellWordAmong(words);
  if (because !== undefined)
    return { kind: 'shell', script: text.replace(/^[ \t\n]+|[ \t\n]+$/g, ''), because };
  const pattern = words.find((each, index) => patterns.has(index) && isPattern(each, words[index - 1]));
  return pattern === undefined ? { kind: 'words', words } : { kind: 'words', words, pattern };
}

/** The class path of Java has a `*` of its own, and so have schedules and addresses. */
function isPattern(word: string, before: string | undefined): boolean {
  if (/^(-cp|-classpath|--class-path|-p|--module-path)$/.test(before ?? '')) return false;
  return /^[\w./*~-]*$/.test(word) && /[/.]/.test(word);
}

/** What stands between words; a carriage return, a no-break space and others of Unicode do not. */
const BLANK = /[ \t\n]/;
const HAS_WORD = /[^ \t\n]/;

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

interface Quoted {
  readonly text: string;
  readonly end: number;
  readonly because: string | undefined;
}

/** Returns what stands in the quotes that open at `from`, or undefined when they never close. */
function readQuoted(text: string, from: number): Quoted | undefined {
  const quote = text.charAt(from);
  let inner = '';
  let because: string | undefined;
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) return { text: inner, end: at + 1, because };
    if (quote === '"' && character === '\\' && /["\\$`\n]/.test(text.charAt(at + 1))) {
      if (text.charAt(at + 1) !== '\n') inner += text.charAt(at + 1);
      at += 1;
      continue;
    }
    if (quote === '"') because ??= substitution(text, at);
    inner += character;
  }
  return undefined;
}

/** Returns the piece at a place outside of quotes that needs a shell. */
function shellPiece(text: string, at: number, startsWord: boolean): string | undefined {
  const operator = /^(&&|\|\||>>|<<|[|&;<>()])/.exec(text.slice(at, at + 2))?.[0];
  if (operator !== undefined) return operator;
  if (startsWord && /^[#~]/.test(text.charAt(at))) return text.charAt(at);
  return substitution(text, at);
}

function substitution(text: string, at: number): string | undefined {
  if (text.charAt(at) === '`') return '`';
  return /^\$(?:[A-Za-z_][A-Za-z_0-9]*|[0-9({@*#?$!-])/.exec(text.slice(at))?.[0];
}

/** Words that are no programs: the shell does them itself. */
const builtins = new Set([
  '.',
  'cd',
  'eval',
  'exec',
  'exit',
  'export',
  'set',
  'source',
  'ulimit',
  'umask',
  'unset',
]);

function shellWordAmong([first = '']: readonly string[]): string | undefined {
  if (builtins.has(first)) return first;
  return /^[A-Za-z_][A-Za-z0-9_]*=/.test(first) ? first.slice(0, first.indexOf('=') + 1) : undefined;
}

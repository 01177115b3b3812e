/** A word of a command, as far as it can be told. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it has neither quotes nor anything that the shell fills in. */
  readonly isPlain: boolean;
}

/** A word, or what stands between commands. */
type Token = Word | { readonly operator: string };

/** Returns words and operators of a script, without comments and texts that follow `<<`; what is left open ends it. */
export function* tokens(script: string): Generator<Token> {
  let at = 0;
  const waiting: { readonly end: string; readonly tabs: boolean }[] = [];
  while (at < script.length) {
    const letter = script.charAt(at);
    if (letter === '\n') {
      yield { operator: '\n' };
      at++;
      for (const { end, tabs } of waiting.splice(0)) {
        const after = behindText(script, at, end, tabs);
        if (after === undefined) return;
        at = after;
      }
    } else if (/\s/.test(letter)) at++;
    else if (letter === '\\' && /^\r?\n/.test(script.slice(at + 1, at + 3)))
      at += script.charAt(at + 1) === '\r' ? 3 : 2;
    else if (letter === '#') {
      const end = script.indexOf('\n', at);
      at = end === -1 ? script.length : end;
    } else if (/^[0-9&]?[<>]/.test(script.slice(at, at + 2))) {
      const [redirection = letter] =
        /^[0-9&]?(<<<|<<-?|<>|>>|>\||[<>]&?)/.exec(script.slice(at, at + 5)) ?? [];
      at += redirection.length;
      if (script.charAt(at) === '(') return;
      while (script.charAt(at) === ' ' || script.charAt(at) === '\t') at++;
      const target = readWord(script, at);
      if (target === undefined) return;
      at = target.end;
      if (/<<-?$/.test(redirection)) waiting.push({ end: target.text, tabs: redirection.endsWith('-') });
    } else if (/[;&|()]/.test(letter)) {
      const [operator = letter] = /^(?:;;|&&|\|\||\|&|[;&|()])/.exec(script.slice(at, at + 2)) ?? [];
      yield { operator };
      at += operator.length;
    } else {
      const word = readWord(script, at);
      if (word === undefined) return;
      yield word;
      at = word.end;
    }
  }
}

function behindText(script: string, from: number, end: string, tabs: boolean): number | undefined {
  for (let at = from; at < script.length; ) {
    const next = script.indexOf('\n', at);
    const line = script.slice(at, next === -1 ? script.length : next).replace(/\r$/, '');
    at = next === -1 ? script.length : next + 1;
    if ((tabs ? line.replace(/^\t+/, '') : line) === end) return at;
  }
  return undefined;
}

/** What stands in a word for itself. */
const LETTERS = /[^\s;&|()<>\\'"`$]+/y;

/** Returns a word; undefined when a quote or a bracket of it is never closed. */
function readWord(script: string, from: number): Word | undefined {
  let at = from;
  let text = '';
  let isPlain = true;
  while (at < script.length) {
    const letter = script.charAt(at);
    if (/[\s;&|()<>]/.test(letter)) break;
    if (letter === '\\') {
      isPlain = false;
      text += script.charAt(at + 1);
      at += 2;
      continue;
    }
    if (letter !== "'" && letter !== '"' && letter !== '`' && letter !== '$') {
      LETTERS.lastIndex = at;
      const run = LETTERS.exec(script)?.[0] ?? letter;
      text += run;
      at += run.length;
      continue;
    }
    isPlain = false;
    const end = behind(script, at, 0);
    if (end === undefined) return undefined;
    text += letter === "'" || letter === '"' ? script.slice(at + 1, end - 1) : script.slice(at, end);
    at = end;
  }
  return {
    text,
    start: from,
    end: at,
    isPlain: isPlain && (text.length === 1 || text === '[[' || !/[*?[\]~{}]/.test(text)),
  };
}

/** Deeper ones are not read: nobody writes them, and reading takes the stack. */
const MOST_DEPTH = 50;

/** Returns where a quoted text, `$(...)`, `${...}` or a name behind `$` ends that begins here; undefined when nowhere. */
function behind(script: string, from: number, depth: number): number | undefined {
  if (depth > MOST_DEPTH) return undefined;
  const first = script.charAt(from);
  if (first === "'" || first === '`') {
    const end = script.indexOf(first, from + 1);
    return end === -1 ? undefined : end + 1;
  }
  const second = script.charAt(from + 1);
  const close = first === '"' ? '"' : second === '(' ? ')' : second === '{' ? '}' : undefined;
  if (close === undefined) return from + 1;
  let open = 1;
  let at = from + (first === '"' ? 1 : 2);
  while (at < script.length) {
    const letter = script.charAt(at);
    if (letter === close) {
      open--;
      at++;
      if (open === 0) return at;
    } else if (letter === '\\') at += 2;
    else if (close === ')' && letter === '(') {
      open++;
      at++;
    } else if (letter === '$' || letter === '`' || (close !== '"' && (letter === '"' || letter === "'"))) {
      const end = behind(script, at, depth + 1);
      if (end === undefined) return undefined;
      at = end;
    } else at++;
  }
  return undefined;
}

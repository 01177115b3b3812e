/**
 * Returns what is wrong with a regular expression of Java, or undefined where it is good or that is not sure. Follows
 * `java.util.regex.Pattern` (JDK 17 to 25); where Java's rules go beyond what is written down here (intersections of
 * classes, comments, look-behind without a greatest length, names of properties) it says nothing.
 */
export function javaRegexProblem(text: string): string | undefined {
  const reader = new RegexReader(text);
  try {
    reader.alternatives();
    if (reader.char() === ')') return 'a `)` closes nothing';
  } catch (stop) {
    if (stop instanceof RegexStop) return stop.problem;
    throw stop;
  }
  return undefined;
}

/** Ends the reading: with a problem, or without one where more is not known. */
class RegexStop extends Error {
  readonly problem: string | undefined;

  constructor(problem?: string) {
    super(problem);
    this.problem = problem;
  }
}

/** Deeper ones are not judged: reading takes the stack. */
const MOST_DEPTH = 100;

const ESCAPES = /[AabBcdDefGhHknNpPrRsStuvVwWxXzZ\d]/;
const ESCAPES_IN_CLASS = /[acdDefhHnNpPrsStuvVwWx0]/;

class RegexReader {
  private readonly text: string;
  private at = 0;
  private depth = 0;
  private readonly names = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** Returns the character that comes next; empty at the end. */
  char(): string {
    return this.text.charAt(this.at);
  }

  /** Reads up to a `)` that it does not take, or to the end. */
  alternatives(): void {
    if (++this.depth > MOST_DEPTH) throw new RegexStop();
    for (;;) {
      const char = this.char();
      if (char === '' || char === ')') break;
      if (char === '|') this.at++;
      else if (/[*+?]/.test(char)) throw new RegexStop(`\`${char}\` has nothing before it to repeat`);
      else if (this.atom(char)) this.quantifier();
    }
    this.depth--;
  }

  /** Reads one thing that may be repeated; false for one that may not. */
  private atom(char: string): boolean {
    switch (char) {
      case '(':
        return this.group();
      case '[':
        this.class();
        return true;
      case '\\':
        this.escape(ESCAPES);
        return true;
      case '{':
        return true;
      default:
        this.at++;
        return true;
    }
  }

  private quantifier(): void {
    const char = this.char();
    if (char === '{') {
      const [all, least = '', , most = ''] = this.match(/\{(\d+)(,(\d*))?\}/y) ?? [];
      if (all === undefined)
        throw new RegexStop('a `{` begins no number of repetitions; write `\\{` for the character');
      if (most !== '' && Number(most) < Number(least)) throw new RegexStop(`\`${all}\` is backwards`);
      if (Number(least) > 1e9 || Number(most) > 1e9) throw new RegexStop();
    } else if (/[*+?]/.test(char)) this.at++;
    else return;
    if (/[?+]/.test(this.char())) this.at++;
  }

  private group(): boolean {
    const head = this.match(/\((?:\?(?:<[=!]|[:=!>]))?/y)?.[0] ?? '';
    if (head === '(' && this.char() === '?' && !this.named()) {
      const [, on = '', off = '', end] = this.match(/\?([a-zA-Z]*)(-[a-zA-Z]*)?([:)])?/y) ?? [];
      if (end === undefined || /[^cdimsuxU]/.test(on + off.slice(1)))
        throw new RegexStop('`(?` begins a group of no known kind');
      // White space and `#` mean something else from here on.
      if (on.includes('x')) throw new RegexStop();
      if (end === ')') return false;
    }
    this.alternatives();
    if (this.char() !== ')') throw new RegexStop('a `(` is not closed');
    this.at++;
    return true;
  }

  private named(): boolean {
    if (!this.text.startsWith('?<', this.at)) return false;
    const name = this.match(/\?<([a-zA-Z][a-zA-Z0-9]*)>/y)?.[1];
    if (name === undefined) throw new RegexStop('`(?<` begins a group without a name');
    if (this.names.has(name)) throw new RegexStop(`two groups are called \`${name}\``);
    this.names.add(name);
    return true;
  }

  private class(): void {
    if (++this.depth > MOST_DEPTH) throw new RegexStop();
    this.at++;
    if (this.char() === '^') this.at++;
    for (let isFirst = true; ; isFirst = false) {
      const char = this.char();
      if (char === '') throw new RegexStop('a `[` is not closed');
      if (this.text.startsWith('&&', this.at)) throw new RegexStop();
      if (char === ']' && !isFirst) break;
      if (char === '[') this.class();
      else if (char === '\\') this.escape(ESCAPES_IN_CLASS);
      else this.range();
    }
    this.at++;
    this.depth--;
  }

  /** Reads a character of a class, or a range of two that both stand there as they are. */
  private range(): void {
    const [all, low = '', high] = this.match(/([^\\])(?:-([^\\[\]]))?/suy) ?? [];
    if (all === undefined) throw new RegexStop();
    if (high === undefined) return;
    if ((high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0))
      throw new RegexStop(`the range \`${all}\` is backwards`);
  }

  private escape(known: RegExp): void {
    const quoted = this.match(/\\Q[\s\S]*?(?:\\E|$)/y);
    if (quoted !== undefined) return;
    const [all, char] = this.match(/\\([\s\S])/y) ?? [];
    if (all === undefined || char === undefined) throw new RegexStop('it ends in the middle of an escape');
    if (/[a-zA-Z\d]/.test(char) && !known.test(char)) throw new RegexStop(`\`${all}\` is no escape of Java`);
    const rest = { x: /[\da-fA-F]{2}|\{[\da-fA-F]+\}/y, u: /[\da-fA-F]{4}/y, 0: /[0-7]+/y }[char];
    if (rest !== undefined && this.match(rest) === undefined)
      throw new RegexStop(`\`${all}\` needs the number of a character`);
    if (char === 'c' && this.match(/[\s\S]/y) === undefined)
      throw new RegexStop('it ends in the middle of an escape');
    if (/[kNpP]/.test(char)) this.braces(char);
    // A boundary of a kind.
    if (char === 'b') this.match(/\{g\}/y);
  }

  private braces(char: string): void {
    const name = this.match(char === 'k' ? /<([^>]*)>/y : /\{[^}]*\}|[A-Za-z]/y);
    if (name === undefined) throw new RegexStop(char === 'k' ? '`\\k` needs the name of a group' : undefined);
    if (name[1] !== undefined && !this.names.has(name[1]))
      throw new RegexStop(`no group before is called \`${name[1]}\``);
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }
}

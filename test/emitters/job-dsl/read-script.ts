/** One call of a script: `name(arguments) { block }`. */
export interface Call {
  readonly method: string;
  /** The text between the parentheses; empty when there are none. */
  readonly arguments: string;
  readonly block?: readonly Call[];
}

/**
 * Returns the calls of a script. It knows no more of Groovy than flat Job DSL needs, so that anything else in an
 * emitted script (a loop, a variable, a GString) fails here. Configure blocks are passed over.
 */
export function readScript(text: string): Call[] {
  const reader = new ScriptReader(text);
  const calls = reader.calls();
  if (reader.at < text.length) throw new Error(`no statement at: ${text.slice(reader.at, reader.at + 60)}`);
  return calls;
}

class ScriptReader {
  at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  calls(): Call[] {
    const found: Call[] = [];
    for (;;) {
      this.match(/(?:\s|\/\/[^\n]*\n)*/y);
      const method = this.match(/[a-z]\w*/iy);
      if (method === undefined || method === '') return found;
      if (method === 'configure') {
        this.expect(' { ');
        this.skip('{', '}');
        continue;
      }
      const args = this.parentheses();
      if (!this.text.startsWith(' {\n', this.at)) {
        this.expect('\n');
        found.push({ method, arguments: args });
        continue;
      }
      this.at += 3;
      const block = this.calls();
      this.expect('}');
      found.push({ method, arguments: args, block });
    }
  }

  /** Returns what stands between parentheses, or an empty text when there are none. */
  private parentheses(): string {
    if (this.text[this.at] !== '(') return '';
    const start = ++this.at;
    this.skip('(', ')');
    return this.text.slice(start, this.at - 1);
  }

  /** Goes behind the bracket that closes; brackets in literals do not count. */
  private skip(open: string, close: string): void {
    for (let depth = 1; depth > 0; ) {
      const character = this.text[this.at];
      if (character === undefined) throw new Error(`no ${close}`);
      if (character === "'") this.match(/'''(?:\\[\s\S]|[^\\])*?'''|'(?:\\.|[^\\'\n])*'/y);
      else {
        if (character === '"' || character === '`') throw new Error('a literal that is not single-quoted');
        if (character === open) depth++;
        if (character === close) depth--;
        this.at++;
      }
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private expect(text: string): void {
    if (!this.text.startsWith(text, this.at)) {
      throw new Error(`expected ${JSON.stringify(text)} at: ${this.text.slice(this.at, this.at + 60)}`);
    }
    this.at += text.length;
  }
}

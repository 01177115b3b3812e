/** What is wrong with a fragment of XML, and where: offsets in UTF-16 code units, `end` exclusive. */
export interface XmlFragmentProblem {
  /** In the style of a diagnostic: lower case start, no full stop. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Names without a colon: Jenkins has no namespaces, and a prefix that nothing binds is not well-formed. */
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.\-\u00b7]*/uy;

/** A place in a text of XML, and the first problem that was met. After a problem nothing moves any more. */
export class XmlScanner {
  at = 0;
  problem: XmlFragmentProblem | undefined;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Notes a problem unless there is one already. */
  fail(message: string, start: number, end: number = start + 1): void {
    this.problem ??= { message, start, end: Math.min(end, Math.max(start, this.text.length)) };
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  startsWith(markup: string): boolean {
    return this.text.startsWith(markup, this.at);
  }

  /** Steps over the markup and says whether it was there. */
  accept(markup: string): boolean {
    if (this.problem !== undefined || !this.startsWith(markup)) return false;
    this.at += markup.length;
    return true;
  }

  expect(markup: string): void {
    if (!this.accept(markup)) this.fail(`\`${markup}\` is missing${this.seen()}`, this.at);
  }

  /** Returns the name that starts here. */
  name(what: string): string {
    if (this.startsWith('!DOCTYPE')) this.fail('a document type is not allowed', this.at - 1, this.at + 8);
    if (this.startsWith('?')) this.fail('a processing instruction is not allowed', this.at - 1);
    NAME.lastIndex = this.at;
    const name = NAME.exec(this.text)?.[0] ?? '';
    if (name === '') this.fail(`the name of ${what} is missing${this.seen()}`, this.at);
    this.at += name.length;
    if (this.startsWith(':')) this.fail('namespaces are not allowed', this.at - name.length, this.at + 1);
    return name;
  }

  /** Returns a quoted value without its quotes. */
  quoted(): string {
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") {
      this.fail(`the quote before a value is missing${this.seen()}`, this.at);
      return '';
    }
    this.at++;
    const start = this.at;
    const value = this.until(quote, 'a value');
    const bracket = value.indexOf('<');
    if (bracket !== -1) this.fail('a `<` in a value is written `&lt;`', start + bracket);
    return value;
  }

  /** Returns what stands before `end`, and steps over both. */
  until(end: string, what: string): string {
    if (this.problem !== undefined) return '';
    const found = this.text.indexOf(end, this.at);
    if (found === -1) {
      this.fail(`${what} has no end`, this.at);
      return '';
    }
    const text = this.text.slice(this.at, found);
    this.at = found + end.length;
    return text;
  }

  /** Returns the text before the next `<`. */
  untilMarkup(): string {
    if (this.problem !== undefined) return '';
    const found = this.text.indexOf('<', this.at);
    const end = found === -1 ? this.text.length : found;
    const text = this.text.slice(this.at, end);
    this.at = end;
    return text;
  }

  /** Steps over white space; false when there is a problem. */
  skipSpace(): boolean {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
    return this.problem === undefined;
  }

  private seen(): string {
    return this.atEnd() ? ' at the end' : ` before \`${this.text.slice(this.at, this.at + 1)}\``;
  }
}

/** A segment at the start of a line: source, line, column (from 0), and a name where there is one. */
export type Segment = readonly [source: number, line: number, column: number, name?: number];

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Writes the `mappings` of a source map (ECMA-426) line by line. All segments stand at the start of their line, and
 * most lines repeat the one before, so this takes a fraction of the time of a general encoder.
 */
export class Mappings {
  private text = '';
  private isFirst = true;
  private last: readonly Segment[] = [];
  private source = 0;
  private line = 0;
  private column = 0;
  private name = 0;

  /** Adds the next line. */
  add(segments: readonly Segment[]): void {
    if (!this.isFirst) this.text += ';';
    this.isFirst = false;
    if (segments === this.last && segments.length === 1) {
      this.text += segments[0]?.[3] === undefined ? 'AAAA' : 'AAAAA';
      return;
    }
    this.last = segments;
    for (let at = 0; at < segments.length; at++) {
      const segment = segments[at];
      if (segment !== undefined) this.text += `${at === 0 ? '' : ','}${this.encode(segment)}`;
    }
  }

  /** Returns the lines so far. */
  toString(): string {
    return this.text;
  }

  private encode([source, line, column, name]: Segment): string {
    const place = `A${digits(source - this.source)}${digits(line - this.line)}${digits(column - this.column)}`;
    this.source = source;
    this.line = line;
    this.column = column;
    if (name === undefined) return place;
    const named = place + digits(name - this.name);
    this.name = name;
    return named;
  }
}

/** Returns a number in Base64 VLQ: the sign in the lowest bit, then five bits per digit, the lowest first. */
function digits(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  while (rest > 31) {
    text += DIGITS[(rest & 31) | 32];
    rest >>>= 5;
  }
  return text + DIGITS[rest];
}

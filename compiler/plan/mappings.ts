import type { Place, Word } from './origin-places.ts';

/** Gives each word a number in the order in which they come up: a table of a source map. */
class WordNumbers {
  private words: Word[] = [];
  /** By the id of the word: no text has to be looked up for the thousands of lines of an output. */
  private readonly numbers: number[] = [];

  /** Returns the number of a word, from 0. */
  of(word: Word): number {
    const known = this.numbers[word.id];
    if (known !== undefined && this.words[known] === word) return known;
    this.numbers[word.id] = this.words.length;
    return this.words.push(word) - 1;
  }

  /** Returns the table as JSON. */
  toString(): string {
    let text = '';
    for (const { quoted } of this.words) text += text === '' ? quoted : `,${quoted}`;
    return `[${text}]`;
  }

  /** Starts a new table. */
  clear(): void {
    this.words = [];
  }
}

const decoder = new TextDecoder();

/** `A` to `/`: the digits of Base64 by their value. */
const digits = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const ZERO = 65;
const COMMA = 44;
const SEMICOLON = 59;

/** A sign, the zero of the column, and four numbers of at most seven digits. */
const MOST_BYTES_OF_A_SEGMENT = 30;

/**
 * Writes the `mappings` of source maps (ECMA-426) with the tables that their numbers lead to. All segments stand at the
 * start of their line, and most lines repeat the one before, so this takes a fraction of the time of a general encoder.
 * Bytes are written, since each digit as a text of its own costs more than all the rest of a source map; and one of
 * these serves all artifacts of an output, so that memory is taken, and bytes are made text, once.
 */
export class Mappings {
  readonly sources = new WordNumbers();
  readonly names = new WordNumbers();
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private source = 0;
  private line = 0;
  private column = 0;
  private name = 0;

  /** Adds lines, at least one, that all lead to the same places. */
  add(places: readonly Place[], lines: number): void {
    this.addLine(places);
    if (lines === 1) return;
    // Numbers are relative to the segment before: that is another one for the first line, but the same for all others.
    const start = this.length;
    this.addLine(places);
    this.repeat(start, lines - 2);
  }

  /** How much is written; what is written between two such places is the `mappings` of an artifact, after a sign. */
  get end(): number {
    return this.length;
  }

  /** Returns the lines of all artifacts so far. */
  toString(): string {
    return decoder.decode(this.bytes.subarray(0, this.length));
  }

  /** Starts the mappings of another artifact. */
  startMap(): void {
    this.sources.clear();
    this.names.clear();
    this.source = 0;
    this.line = 0;
    this.column = 0;
    this.name = 0;
  }

  /** Every line is written with a sign before it; that of the first one is left out in the end. */
  private addLine(places: readonly Place[]): void {
    this.reserve(1 + places.length * MOST_BYTES_OF_A_SEGMENT);
    this.bytes[this.length++] = SEMICOLON;
    for (let at = 0; at < places.length; at++) {
      const place = places[at];
      if (place === undefined) continue;
      if (at > 0) this.bytes[this.length++] = COMMA;
      this.addSegment(place);
    }
  }

  private addSegment({ source, line, column, name }: Place): void {
    const { bytes } = this;
    const sourceNumber = this.sources.of(source);
    let end = this.length;
    bytes[end++] = ZERO;
    end = putNumber(bytes, end, sourceNumber - this.source);
    end = putNumber(bytes, end, line - this.line);
    end = putNumber(bytes, end, column - this.column);
    this.source = sourceNumber;
    this.line = line;
    this.column = column;
    if (name !== undefined) {
      const nameNumber = this.names.of(name);
      end = putNumber(bytes, end, nameNumber - this.name);
      this.name = nameNumber;
    }
    this.length = end;
  }

  private repeat(start: number, times: number): void {
    const count = this.length - start;
    this.reserve(count * times);
    const { bytes } = this;
    const end = this.length + count * times;
    for (let at = this.length; at < end; at++) bytes[at] = bytes[at - count] ?? 0;
    this.length = end;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.length + count));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/**
 * Puts a number in Base64 VLQ at a place and returns where it ends: the sign in the lowest bit, then five bits per digit,
 * the lowest first.
 */
function putNumber(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  while (rest > 31) {
    bytes[end++] = digits[(rest & 31) | 32] ?? ZERO;
    rest >>>= 5;
  }
  bytes[end++] = digits[rest] ?? ZERO;
  return end;
}

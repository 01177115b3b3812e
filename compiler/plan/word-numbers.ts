import type { Word } from './origin-places.ts';

/** Gives each word a number in the order in which they come up: a table of a source map. */
export class WordNumbers {
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
    return `[${this.words.map(({ quoted }) => quoted).join(',')}]`;
  }

  /** Starts a new table. */
  clear(): void {
    this.words = [];
  }
}

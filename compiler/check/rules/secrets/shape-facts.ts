import data from './data/secret-shapes.json' with { type: 'json' };

/** What is known about the tokens of one maker. */
export interface ShapeFacts {
  readonly id: string;
  /** What a message calls it. */
  readonly what: string;
  /** What a token starts with, or what is in the middle of it where there is something `before`. */
  readonly starts: readonly string[];
  /** What stands before the start and belongs to the token, in the words of `parts`. */
  readonly before?: readonly string[];
  /** The rest: `hex 32` is 32 letters of an alphabet, `word 20+` at least 20, `digit 8-10` 8 to 10; else a text. */
  readonly parts: readonly string[];
  /** Whether a token always has a digit: a word of letters with the same start is none. */
  readonly digit?: boolean;
  /** `rest`: the start is the address of a service, which is none. */
  readonly secret?: string;
  readonly source: string;
}

/**
 * Facts about tokens, most from public sets of rules; where a start is distinctive, fewer or other letters than those
 * documented are enough. `unverified` ones were not compared with a source. `npx tsx scripts/verify-secret-shapes.ts` says how old they
 * are.
 */
export const shapeFacts: readonly ShapeFacts[] = data.shapes;

/** The day on which the facts were last compared with their sources, as YYYY-MM-DD. */
export const shapeDate: string = data.date;

/** The letters of tokens, by the names that the facts use: the inside of a class of a regular expression. */
export const alphabets: Readonly<Record<string, string>> = {
  digit: '0-9',
  hex: '0-9a-fA-F',
  lower: 'a-z0-9',
  upper: 'A-Z0-9',
  updash: 'A-Z0-9-',
  alnum: 'A-Za-z0-9',
  word: '\\w-',
  worddot: '\\w.-',
  wordeq: '\\w=-',
  base64: 'A-Za-z0-9+/=',
  tokenbase: '\\w+/=',
  azure: '\\w~.-',
  teams: '\\w@/-',
};

/** A piece of a token: a text that is always the same, or letters of an alphabet. */
export type ShapePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'letters'; readonly alphabet: string; readonly least: number; readonly most?: number };

/** Returns what a part of the facts says; `most` is absent where there is no limit. */
export function shapePart(part: string): ShapePart {
  const [, name = '', least = '', to] = /^(\w+) (\d+)(\+|-\d+)?$/.exec(part) ?? [];
  const alphabet = alphabets[name];
  if (alphabet === undefined) return { kind: 'text', text: part };
  const letters = { kind: 'letters', alphabet, least: Number(least) } as const;
  if (to === '+') return letters;
  return { ...letters, most: to === undefined ? letters.least : Number(to.slice(1)) };
}

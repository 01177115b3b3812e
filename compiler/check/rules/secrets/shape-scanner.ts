import { once } from '../../../util/once.ts';
import { type ShapeFacts, type ShapePart, shapeFacts, shapePart } from './shape-facts.ts';
import type { ShapedSecret } from './shaped-secret.ts';

/** A start of a token. */
interface Opening {
  readonly facts: ShapeFacts;
  readonly start: string;
  /** Made when a text has the start: of hundreds of starts hardly a text has any. */
  readonly around: () => Around;
}

/** What must stand around a start. */
interface Around {
  readonly before: RegExp | undefined;
  readonly rest: RegExp;
  /** Whether the start must begin a word: what comes next has no limit and something else behind it. */
  readonly isWord: boolean;
}

interface Scanner {
  /** Finds any start: one look at a text that has none of them is enough. */
  readonly anyStart: RegExp;
  /** By the first letter of the start, the longest one first. */
  readonly openings: ReadonlyMap<string, readonly Opening[]>;
}

/** No token has more letters than this before what it is found by. */
const MOST_BEFORE = 80;

/** Nearly all texts have nothing of it. */
const none: readonly never[] = [];

/** Made for the first text that is searched, since many commands search none. */
let scanner: Scanner | undefined;

/**
 * Returns the tokens in a text, by the facts about their makers. Each letter of a text is looked at a bounded number
 * of times: what begins inside a word of the same letters is no start, and letters end where the next part begins.
 */
export function scanShapes(text: string): readonly ShapedSecret[] {
  scanner ??= makeScanner();
  const { anyStart, openings } = scanner;
  anyStart.lastIndex = 0;
  const first = anyStart.exec(text);
  if (first === null) return none;
  const found: ShapedSecret[] = [];
  for (let hit: RegExpExecArray | null = first; hit !== null; hit = anyStart.exec(text)) {
    const secret = secretAt(text, hit.index, openings.get(text.charAt(hit.index)) ?? []);
    anyStart.lastIndex = secret === undefined ? hit.index + 1 : secret.start + secret.text.length;
    if (secret !== undefined) found.push(secret);
  }
  return found;
}

function secretAt(text: string, at: number, openings: readonly Opening[]): ShapedSecret | undefined {
  for (const { facts, start, around } of openings) {
    if (!text.startsWith(start, at)) continue;
    const { before, rest, isWord } = around();
    if (isWord && /[\w-]/.test(text.charAt(at - 1))) continue;
    rest.lastIndex = at + start.length;
    const end = rest.test(text) ? rest.lastIndex : -1;
    if (end === -1) continue;
    const lead = before?.exec(text.slice(Math.max(0, at - MOST_BEFORE), at))?.[0];
    if (before !== undefined && lead === undefined) continue;
    const from = facts.secret === 'rest' ? at + start.length : at - (lead?.length ?? 0);
    const secret = text.slice(from, end);
    if (facts.digit === true && !/\d/.test(secret.slice(start.length))) continue;
    return { what: facts.what, start: from, text: secret };
  }
  return undefined;
}

function makeScanner(): Scanner {
  const all = shapeFacts.flatMap((facts): readonly Opening[] => {
    const around = once(() => makeAround(facts));
    return facts.starts.map((start) => ({ facts, start, around }));
  });
  all.sort((a, b) => b.start.length - a.start.length);
  const openings = new Map<string, Opening[]>();
  for (const opening of all) {
    const first = opening.start.charAt(0);
    openings.set(first, [...(openings.get(first) ?? []), opening]);
  }
  const inside = all.filter(({ facts, start }) => facts.before !== undefined || !/^\w/.test(start));
  const first = all.filter((opening) => !inside.includes(opening));
  const either = (some: readonly Opening[]) => some.map(startSource).join('|');
  return { anyStart: new RegExp(`(?<![A-Za-z0-9_])(?:${either(first)})|${either(inside)}`, 'g'), openings };
}

function makeAround(facts: ShapeFacts): Around {
  const parts = facts.parts.map(shapePart);
  const last = parts.at(-1);
  const ends = last?.kind === 'letters' && last.most !== undefined ? `(?![${last.alphabet}])` : '';
  const before = facts.before?.map(shapePart);
  const first = before?.[0];
  return {
    before:
      before === undefined
        ? undefined
        : new RegExp(
            `(?<![${first?.kind === 'letters' ? first.alphabet : '-'}])${before.map(partSource).join('')}$`,
          ),
    rest: new RegExp(parts.map(partSource).join('') + ends, 'y'),
    isWord: parts.slice(0, -1).some((part) => part.kind === 'letters' && part.most === undefined),
  };
}

/** A start of one letter is common: it is one only before enough letters. */
function startSource({ start, facts }: Opening): string {
  const [first] = facts.parts;
  const next = start.length < 3 && first !== undefined ? shapePart(first) : undefined;
  const ahead = next?.kind === 'letters' ? `(?=${lettersSource(next.alphabet, next.least)})` : '';
  return escapePattern(start) + ahead;
}

function partSource(part: ShapePart): string {
  return part.kind === 'text'
    ? escapePattern(part.text)
    : lettersSource(part.alphabet, part.least, part.most ?? '');
}

function lettersSource(alphabet: string, least: number, most: number | string = least): string {
  return `[${alphabet}]{${least},${most}}`;
}

function escapePattern(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

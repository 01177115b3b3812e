import { compareText } from '../util/compare-text.ts';
import type { VersionNumber, VersionPart } from './version-number.ts';
import { parseVersion } from './version-number.ts';

/** Words with a meaning, oldest first. The empty word is the release itself. */
const knownWords = ['snapshot', 'alpha', 'beta', 'milestone', 'rc', '', 'sp'];

/**
 * Returns -1, 0 or 1 as Jenkins orders two versions.
 *
 * The order is the one of the original, with its flaws: it is a total order for the versions that plugins
 * have (numbers, commit hashes, `-rc` and the like), not for every text. `1.*` is above `1.5`, which equals `1.*`;
 * a literal `-SNAPSHOT` equals every time stamp; a zero before a qualifier (`1.0.rc1`) can close a circle.
 */
export function compareVersions(a: VersionNumber, b: VersionNumber): -1 | 0 | 1 {
  return compareParts(a.parts, b.parts) || compareSnapshots(a.snapshot, b.snapshot);
}

/** Returns the order of two versions that are still text. Those of one catalogue are only parsed once. */
export function compareVersionTexts(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return compareFirstNumbers(a, b) || compareVersions(parsedVersion(a), parsedVersion(b));
}

/**
 * Returns the order of two versions by the numbers that they begin with, each with a dot behind it, and the one that decides with
 * a dot, a dash or the end; 0 where these do not decide. Most versions differ there, and to parse a version takes much longer.
 * What a zero says depends on what follows.
 */
function compareFirstNumbers(a: string, b: string): -1 | 0 | 1 {
  for (let left = 0, right = 0; ; left++, right++) {
    const leftEnd = numberEnd(a, left);
    const rightEnd = numberEnd(b, right);
    if (leftEnd === -1 || rightEnd === -1) return 0;
    const first = Number(a.slice(left, leftEnd));
    const second = Number(b.slice(right, rightEnd));
    left = leftEnd;
    right = rightEnd;
    if (first !== second) return first === 0 || second === 0 ? 0 : sign(first - second);
    if (a.charCodeAt(left) !== DOT || b.charCodeAt(right) !== DOT) return 0;
  }
}

/** No number with more digits is surely exact. */
const MOST_DIGITS = 15;

const DOT = 46;
const DASH = 45;

/** Returns where the number ends that begins at a place; -1 where none does, or something else follows. */
function numberEnd(version: string, start: number): number {
  let end = start;
  while (isDigit(version.charCodeAt(end))) end++;
  if (end === start || end - start > MOST_DIGITS) return -1;
  const next = version.charCodeAt(end);
  return end === version.length || next === DOT || next === DASH ? end : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const parsed = new Map<string, VersionNumber>();
const parsedLimit = 10_000;

function parsedVersion(text: string): VersionNumber {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= parsedLimit) parsed.clear();
  const version = parseVersion(text);
  parsed.set(text, version);
  return version;
}

/** Returns whether the version is at least the minimum. */
export function isAtLeast(version: string, minimum: string): boolean {
  return compareVersionTexts(version, minimum) >= 0;
}

function compareParts(a: readonly VersionPart[], b: readonly VersionPart[]): -1 | 0 | 1 {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const left = a[index];
    const right = b[index];
    const order = left ? comparePart(left, right) : right ? negate(comparePart(right, undefined)) : 0;
    if (order !== 0) return order;
  }
  return 0;
}

/** The order of a part and the one at the same place of the other version, which may have ended. */
function comparePart(part: VersionPart, other: VersionPart | undefined): -1 | 0 | 1 {
  switch (part.kind) {
    case 'any':
      return other?.kind === 'any' ? 0 : 1;
    case 'number':
      if (other === undefined) return part.digits === '0' ? 0 : 1;
      if (other.kind === 'number') return compareDigits(part.digits, other.digits);
      return other.kind === 'any' ? 0 : 1;
    case 'group':
      if (other === undefined) return part.parts[0] ? comparePart(part.parts[0], undefined) : 0;
      if (other.kind === 'group') return compareParts(part.parts, other.parts);
      return other.kind === 'word' ? 1 : -1;
    case 'word':
      if (other === undefined) return compareWords(part.word, '');
      return other.kind === 'word' ? compareWords(part.word, other.word) : -1;
  }
}

function compareDigits(a: string, b: string): -1 | 0 | 1 {
  return sign(a.length - b.length || compareText(a, b));
}

/** Known words by age, then all others by their letters. */
function compareWords(a: string, b: string): -1 | 0 | 1 {
  return sign(wordRank(a) - wordRank(b) || compareText(a, b));
}

function wordRank(word: string): number {
  const index = knownWords.indexOf(word);
  return index === -1 ? knownWords.length : index;
}

/** Two time stamps by time, then build; a literal `-SNAPSHOT` says nothing about the time. */
function compareSnapshots(a: string | undefined, b: string | undefined): -1 | 0 | 1 {
  if (a === undefined) return b === undefined ? 0 : -1;
  if (b === undefined) return 1;
  if (a === '-SNAPSHOT' || b === '-SNAPSHOT') return 0;
  const build = (stamp: string): string => stamp.slice(17).replace(/^0+(?=\d)/, '');
  return sign(compareText(a.slice(1, 16), b.slice(1, 16)) || compareDigits(build(a), build(b)));
}

function negate(order: -1 | 0 | 1): -1 | 0 | 1 {
  return order === 0 ? 0 : order === 1 ? -1 : 1;
}

function sign(value: number): -1 | 0 | 1 {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}

/** A parsed version: what it was written as, and the parts that order it. */
export interface VersionNumber {
  readonly text: string;
  readonly parts: readonly VersionPart[];
  /** `-SNAPSHOT`, or the time stamp that a deployed snapshot has instead; undefined for a release. */
  readonly snapshot: string | undefined;
}

/** One part of a version. A group holds what follows a `-` between two digits: `5.3-895` is 5, 3 and a group. */
export type VersionPart =
  /** Decimal digits without leading zeros; kept as text because a time stamp may exceed an exact number. */
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'group'; readonly parts: readonly VersionPart[] }
  | { readonly kind: 'any' };

const zero: VersionPart = { kind: 'number', digits: '0' };
const snapshotPattern = /^.*((?:-\d{8}\.\d{6}-\d+)|-SNAPSHOT)(?: \(.*\))?$/d;
const tokenPattern = /\d+|[.\-*\s]|[^\d.\-*\s]+/g;

/**
 * Returns the parts of a version as Jenkins reads them. Every text is a version; none is refused.
 * Follows the behaviour of `hudson.util.VersionNumber` (jenkinsci/lib-version-number 1.15) for ASCII text.
 */
export function parseVersion(text: string): VersionNumber {
  const match = snapshotPattern.exec(text);
  const start = match?.indices?.[1]?.[0];
  const base = start === undefined ? text : `${text.slice(0, start)}-SNAPSHOT`;
  return { text, parts: parseParts(base.toLowerCase()), snapshot: match?.[1] };
}

function parseParts(text: string): readonly VersionPart[] {
  const root: VersionPart[] = [];
  const groups: VersionPart[][] = [root];
  let current = root;
  /** Text that is not yet a part, and whether the last digit or letter seen was a digit. */
  let pending = '';
  let numeric = false;
  const push = (beforeDigit: boolean): void => {
    current.push(numeric ? numberPart(pending) : wordPart(pending, beforeDigit));
    pending = '';
  };

  const tokens = text.match(tokenPattern) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token === '.' || token === '-') {
      if (pending === '') current.push(zero);
      else push(false);
      if (token === '-' && numeric) {
        dropTrailingNulls(current);
        if (isDigits(tokens[index + 1] ?? '')) {
          const group: VersionPart[] = [];
          current.push({ kind: 'group', parts: group });
          groups.push(group);
          current = group;
        }
      }
    } else if (token === '*') {
      // Jenkins drops what stands directly before a star: `1*` is the same as `*`.
      current.push({ kind: 'any' });
      pending = '';
    } else if (isDigits(token)) {
      if (pending !== '' && !numeric) push(true);
      pending = token;
      numeric = true;
    } else {
      // A blank ends any part; a letter ends a number only, so `rc` stays one word.
      if (pending !== '' && (numeric || token.trim() === '')) push(true);
      pending += token;
      numeric = false;
    }
  }
  if (pending !== '') push(false);
  for (const group of groups.reverse()) dropTrailingNulls(group);
  return root;
}

/** `1.0` and `1` are the same version: parts at the end that say nothing are dropped. */
function dropTrailingNulls(parts: VersionPart[]): void {
  for (let last = parts.at(-1); last !== undefined && isNull(last); last = parts.at(-1)) parts.pop();
}

function isNull(part: VersionPart): boolean {
  switch (part.kind) {
    case 'number':
      return part.digits === '0';
    case 'word':
      return part.word === '';
    case 'group':
      return part.parts.length === 0;
    case 'any':
      return false;
  }
}

function isDigits(token: string): boolean {
  return token >= '0' && token < ':';
}

function numberPart(text: string): VersionPart {
  return { kind: 'number', digits: text.replace(/^0+(?=\d)/, '') };
}

function wordPart(text: string, beforeDigit: boolean): VersionPart {
  const long = beforeDigit ? (shortWords.get(text) ?? text) : text;
  return { kind: 'word', word: aliases.get(long) ?? long };
}

const shortWords = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);
const aliases = new Map([
  ['ga', ''],
  ['final', ''],
  ['cr', 'rc'],
  ['ea', 'rc'],
]);

/** How much may still be spent on suggestions; a count of steps, so that every machine comes to the same result. */
export interface SuggestionAllowance {
  steps: number;
}

/** No name that somebody meant is longer, and no name is near one that is twice as long. */
const MOST_LETTERS = 100;

/** Steps for all suggestions about one spec: tens of thousands of near names, some tenths of a second. */
const MOST_STEPS = 10_000_000;

/** Returns the allowance of something that has spent nothing yet. */
export function newAllowance(): SuggestionAllowance {
  return { steps: MOST_STEPS };
}

const allowances = new WeakMap<object, SuggestionAllowance>();

/** Returns the allowance of a project, a spec or another thing about which suggestions are made in several places. */
export function allowanceOf(subject: object): SuggestionAllowance {
  const known = allowances.get(subject) ?? newAllowance();
  allowances.set(subject, known);
  return known;
}

/**
 * Returns the candidate that the author most likely meant by `wrong`, or undefined when none is close, or nothing is
 * left of the allowance. Distance is Damerau-Levenshtein without case; a third of the length may differ, as in
 * graphql-js and rustc.
 */
export function suggestion(
  wrong: string,
  candidates: Iterable<string>,
  allowance: SuggestionAllowance = newAllowance(),
): string | undefined {
  if (wrong.length > MOST_LETTERS) return undefined;
  const wanted = wrong.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const candidate of candidates) {
    if (allowance.steps <= 0) return undefined;
    allowance.steps--;
    if (candidate === wrong || Math.abs(candidate.length - wrong.length) >= bestDistance) continue;
    const distance = distanceWithin(wanted, candidate.toLowerCase(), bestDistance, allowance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Returns whether two texts are at most so many edits apart, case aside. */
export function areNear(left: string, right: string, edits: number): boolean {
  return (
    Math.abs(left.length - right.length) <= edits &&
    distanceWithin(left.toLowerCase(), right.toLowerCase(), edits + 1, newAllowance()) <= edits
  );
}

/**
 * Returns the edit distance of two texts, or `limit` as soon as it is known to reach it. Only the cells near the
 * diagonal are looked at: any other stands for more than `limit` edits.
 */
function distanceWithin(a: string, b: string, limit: number, allowance: SuggestionAllowance): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, limit));
  for (let row = 1; row <= a.length; row++) {
    const current = new Array<number>(b.length + 1).fill(limit);
    current[0] = Math.min(row, limit);
    let nearest = current[0];
    const last = Math.min(b.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= last; column++) {
      allowance.steps--;
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let value = Math.min(
        (previous[column] ?? limit) + 1,
        (current[column - 1] ?? limit) + 1,
        (previous[column - 1] ?? limit) + cost,
        limit,
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) value = Math.min(value, (beforePrevious[column - 2] ?? limit) + 1);
      current[column] = value;
      nearest = Math.min(nearest, value);
    }
    // A swap may still come from the row before this one, one edit above it.
    if (nearest >= limit && !previous.some((value) => value + 1 < limit)) return limit;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}

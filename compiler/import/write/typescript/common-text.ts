/** What texts have in common: pieces that all have, and between them what each has of its own. */
export type TextPattern = readonly (string | readonly string[])[];

/** What a place where texts differ costs for each text and at all, in characters. */
const PER_TEXT = 4;
const PER_HOLE = 10;

/**
 * Returns the pieces that all texts have in common, in their order, and the texts between them. A piece is there when it
 * saves more than it costs to cut the texts once more; it begins and ends where a word does, and no quotation mark is
 * parted from its other half.
 */
export function commonText(texts: readonly string[]): TextPattern {
  return wholeQuotes(joined(around(texts)));
}

function around(texts: readonly string[]): TextPattern {
  const [first = ''] = texts;
  if (texts.every((text) => text === first)) return first === '' ? [] : [first];
  const before = wholeWords(texts, commonStart(texts), 'start');
  const rest = texts.map((text) => text.slice(before.length));
  const after = wholeWords(rest, commonEnd(rest), 'end');
  const middle = rest.map((text) => text.slice(0, text.length - after.length));
  return [before, ...between(middle), after].filter((part) => part !== '');
}

function between(texts: readonly string[]): TextPattern {
  if (texts.every((text) => text === '')) return [];
  const block = longestBlock(texts);
  if (block === undefined) return [texts];
  const left = texts.map((text) => text.slice(0, text.indexOf(block)));
  const right = texts.map((text) => text.slice(text.indexOf(block) + block.length));
  return [...around(left), block, ...around(right)];
}

/** Returns a pattern with fewer holes: the shortest pieces between two holes become part of one. */
export function withFewerHoles(pattern: TextPattern, most: number): TextPattern {
  let parts = pattern;
  while (parts.filter((part) => typeof part !== 'string').length > most) {
    const inner = parts.flatMap((part, at) =>
      typeof part === 'string' && at > 0 && at < parts.length - 1 ? [{ at, length: part.length }] : [],
    );
    const [shortest] = inner.sort((a, b) => a.length - b.length);
    if (shortest === undefined) break;
    parts = merged(parts, shortest.at - 1, shortest.at + 1);
  }
  return parts;
}

/** Returns a pattern in which the parts from one to another are one hole. */
function merged(parts: TextPattern, from: number, to: number): TextPattern {
  const some = parts.slice(from, to + 1);
  const rows = some.find((part) => typeof part !== 'string')?.length ?? 0;
  const hole = Array.from({ length: rows }, (_, row) =>
    some.map((part) => (typeof part === 'string' ? part : part[row])).join(''),
  );
  return [...parts.slice(0, from), hole, ...parts.slice(to + 1)];
}

/** Returns a pattern in which no hole begins or ends inside quotation marks, unless it has none itself. */
function wholeQuotes(pattern: TextPattern): TextPattern {
  let parts = pattern;
  for (let at = 0; at < parts.length; at++) {
    const hole = parts[at];
    if (typeof hole !== 'object') continue;
    const before = at === 0 ? '' : parts[at - 1];
    const after = at === parts.length - 1 ? '' : parts[at + 1];
    if (typeof before !== 'string' || typeof after !== 'string') continue;
    const line = parts
      .slice(0, at)
      .map((part) => (typeof part === 'string' ? part : (part[0] ?? '')))
      .join('')
      .replace(/^[\s\S]*\n/, '');
    if (hole.every((text) => !/["']/.test(text)) || (isBalanced(line) && hole.every(isBalanced))) continue;
    const left = isBalanced(line) ? '' : lastWordOf(before);
    const right = hole.every((text) => isBalanced(left + text))
      ? ''
      : (/^(?:\S+|[^\S\n]+\S+)/.exec(after)?.[0] ?? '');
    if (left === '' && right === '') continue;
    parts = joined(
      [
        ...parts.slice(0, Math.max(0, at - 1)),
        before.slice(0, before.length - left.length),
        hole.map((text) => left + text + right),
        after.slice(right.length),
        ...parts.slice(at + 2),
      ].filter((part) => part !== ''),
    );
    at = -1;
  }
  return parts;
}

function isBalanced(text: string): boolean {
  const bare = text.replace(/\\./g, '');
  return bare.split('"').length % 2 === 1 && bare.split("'").length % 2 === 1;
}

/** Returns a pattern in which no two texts and no two holes are neighbours. */
function joined(parts: TextPattern): TextPattern {
  const result: (string | readonly string[])[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (typeof part === 'object' && typeof last === 'object')
      result[result.length - 1] = last.map((text, row) => `${text}${part[row]}`);
    else result.push(part);
  }
  return result;
}

/** Returns the longest run of words that all texts have and that is worth a cut. */
function longestBlock(texts: readonly string[]): string | undefined {
  const shortest = texts.reduce((a, b) => (b.length < a.length ? b : a));
  const least = Math.ceil(PER_TEXT + (PER_TEXT + PER_HOLE) / Math.max(1, texts.length - 1));
  const pieces = shortest.match(/\w+|\s+|[^\w\s]/g) ?? [];
  if (pieces.length > MOST_PIECES) return undefined;
  let best: string | undefined;
  for (let start = 0; start < pieces.length; start++) {
    let run = '';
    for (let end = start; end < pieces.length; end++) {
      run += pieces[end];
      if (run.length <= (best?.length ?? 0)) continue;
      if (!texts.every((text) => text.includes(run))) break;
      if (run.length >= least && /\w{2}/.test(run) && texts.every((text) => standsAlone(text, run)))
        best = run;
    }
  }
  return best;
}

/** The most pieces of a text in which a common run is looked for. */
const MOST_PIECES = 600;

/** A piece that begins or ends inside a word is no piece. */
function standsAlone(text: string, piece: string): boolean {
  const at = text.indexOf(piece);
  return !cutsWord(text, at) && !cutsWord(text, at + piece.length);
}

function cutsWord(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  // A block of lines is written between marks.
  return (/[\w\u0001]/.test(before) && /[\w\u0001]/.test(after)) || (before === '-' && after === '-');
}

function commonStart(texts: readonly string[]): string {
  return texts.reduce((start, text) => {
    let length = 0;
    while (length < start.length && start[length] === text[length]) length++;
    return start.slice(0, length);
  });
}

function commonEnd(texts: readonly string[]): string {
  return texts.reduce((end, text) => {
    let length = 0;
    while (length < end.length && end.at(-1 - length) === text.at(-1 - length)) length++;
    return end.slice(end.length - length);
  });
}

/** Returns the part of a common start or end that ends with whole words in each text. */
function wholeWords(texts: readonly string[], piece: string, side: 'start' | 'end'): string {
  let length = piece.length;
  const cuts = (size: number) =>
    texts.some((text) => cutsWord(text, side === 'start' ? size : text.length - size));
  while (length > 0 && (cuts(length) || splitsPair(piece, side, length))) length--;
  return side === 'start' ? piece.slice(0, length) : piece.slice(piece.length - length);
}

/** Half a character of two code units is no piece. */
function splitsPair(piece: string, side: 'start' | 'end', length: number): boolean {
  const code = side === 'start' ? piece.charCodeAt(length - 1) : piece.charCodeAt(piece.length - length);
  return side === 'start' ? code >= 0xd800 && code <= 0xdbff : code >= 0xdc00 && code <= 0xdfff;
}

/** Returns the last word of a text with the blanks behind it. */
function lastWordOf(text: string): string {
  const word = text.trimEnd().split(/\s/).at(-1) ?? '';
  return word === '' ? '' : text.slice(text.lastIndexOf(word));
}

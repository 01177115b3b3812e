import { commonLines, findRepeated, type LinesPattern, lineKeys, type Repeated } from './common-lines.ts';
import { type TextPattern, withFewerHoles } from './common-text.ts';
import { hintInText, hintOfScript, hintOfWords } from './hints.ts';
import { anyText, anyTexts } from './place.ts';
import {
  type Declaration,
  type FunctionDeclaration,
  type Hole,
  type Home,
  mapParts,
  newId,
  type Term,
  templateTerm,
  textOf,
  textTerm,
} from './term.ts';
import { findTextBlocks, type TextBlocks } from './text-blocks.ts';

/** A text of more lines is a script: it has a name, and stands apart. */
const MOST_LINES = 5;

/** A shorter text of several lines is a phrase: where others are like it, a function says what they have in common. */
const LEAST_PHRASE = 40;

/** Returns how many lines a text has; the end of the last one begins no other. */
function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1))
    lines++;
  return lines;
}

function isScript(text: string): boolean {
  return linesIn(text) > MOST_LINES;
}

function isPhrase(text: string): boolean {
  return text.length >= LEAST_PHRASE && !isScript(text) && linesIn(text) > 1;
}

/** Returns terms in which each script is the name of a constant, or the call of a function that makes it. */
export function nameScripts(terms: readonly Term[]): readonly Term[] {
  const texts = new Set<string>();
  const collect = (term: Term): Term => {
    const text = textOf(term);
    if (text !== undefined) texts.add(text);
    return mapParts(term, collect);
  };
  for (const term of terms) collect(term);
  const made = new Map<string, Term>();
  new ScriptNames([...texts].filter(isScript)).name(made);
  for (const family of textFamilies([...texts].filter(isPhrase), [])) {
    const pattern = family.length > 1 ? patternOf(family, []) : undefined;
    if (pattern !== undefined && savedBy(pattern, family.length) > 0)
      callFunction(family, textFunction(pattern, 'shared', textTerm), made);
  }
  const replace = (term: Term): Term => made.get(textOf(term) ?? '') ?? mapParts(term, replace);
  return terms.map(replace);
}

/** What a function and its calls take beside what varies. */
const PER_FUNCTION = 60;
const PER_CALL = 20;

/** Returns how many characters a function saves where texts would be written out. */
function savedBy(pattern: LinesPattern, texts: number): number {
  const fixed = pattern.reduce((sum, part) => sum + lengthOf(part), 0);
  return fixed * (texts - 1) - PER_CALL * texts - PER_FUNCTION;
}

/** How much of two scripts has to be the same for one function to make both. */
const LIKE = 0.5;

/** Returns texts in groups, each of which has most of its lines in common. */
function textFamilies(
  texts: readonly string[],
  repeated: readonly Repeated[],
): readonly (readonly string[])[] {
  const families: { readonly lines: Map<string, number>; readonly size: number; readonly texts: string[] }[] =
    [];
  const byLine = new Map<string, Set<(typeof families)[number]>>();
  for (const text of texts) {
    const lines = weightedLines(text, repeated);
    const candidates = new Map<(typeof families)[number], number>();
    const pieces = piecesOf(lines);
    for (const [line, size] of lines) {
      for (const family of byLine.get(line) ?? [])
        if (piecesOf(family.lines) === pieces) candidates.set(family, (candidates.get(family) ?? 0) + size);
    }
    const size = [...lines.values()].reduce((sum, each) => sum + each, 0);
    let best: (typeof families)[number] | undefined;
    let most = 0;
    for (const [family, common] of candidates) {
      const share = (2 * common) / (family.size + size);
      if (share > most) [best, most] = [family, share];
    }
    if (best !== undefined && most >= LIKE) {
      best.texts.push(text);
      continue;
    }
    const family = { lines, size, texts: [text] };
    families.push(family);
    for (const line of lines.keys()) byLine.set(line, (byLine.get(line) ?? new Set()).add(family));
  }
  return families.map((family) => family.texts);
}

/** The repeated pieces: a script without them is of another shape. */
function piecesOf(lines: ReadonlyMap<string, number>): string {
  return [...lines.keys()].filter((line) => line.startsWith('\u0000')).join();
}

/** Lines with their lengths; blank ones and those of one word say nothing. */
function weightedLines(text: string, repeated: readonly Repeated[]): Map<string, number> {
  const lines = new Map<string, number>();
  for (const line of lineKeys(text, repeated)) if (line.trim().length > 5) lines.set(line, line.length);
  return lines;
}

/** The most places in which the scripts of a function may differ. */
const MOST_HOLES = 4;

function callFunction(texts: readonly string[], of: FunctionDeclaration, made: Map<string, Term>): void {
  texts.forEach((text, row) => {
    made.set(text, { kind: 'call', of, values: of.parameters.map(({ values }) => values[row]) });
  });
}

/** Scripts with their names; long runs of lines that several have are constants of their own. */
class ScriptNames {
  private readonly scripts: readonly string[];
  private readonly blocks: TextBlocks;
  private readonly names: readonly Term[];

  constructor(scripts: readonly string[]) {
    this.scripts = scripts;
    this.blocks = findTextBlocks(scripts);
    this.names = this.blocks.blocks.map((block) => constantOf(block, textTerm(block)));
  }

  name(made: Map<string, Term>): void {
    const condensed = this.scripts.map(this.blocks.condense);
    const found = new Map<string, Term>();
    const repeated = findRepeated(condensed);
    for (const family of textFamilies([...new Set(condensed)], repeated)) {
      const pattern = family.length > 1 ? patternOf(family, repeated) : undefined;
      if (pattern === undefined)
        for (const text of family) found.set(text, constantOf(text, this.term(text)));
      else callFunction(family, textFunction(pattern, 'scripts', this.term), found);
    }
    for (const [index, script] of this.scripts.entries())
      made.set(script, found.get(condensed[index] ?? '') ?? textTerm(script));
  }

  private term = (text: string): Term =>
    templateTerm(
      this.blocks.parts(text).map((part) => (typeof part === 'string' ? part : (this.names[part] ?? ''))),
    );
}

/** Returns what scripts have in common, or undefined when that is too little for a function. */
function patternOf(texts: readonly string[], repeated: readonly Repeated[]): LinesPattern | undefined {
  const found = commonLines(texts, repeated);
  const isPlain = found.every((part) => typeof part === 'string' || Array.isArray(part));
  const pattern = isPlain ? withFewerHoles(found as TextPattern, MOST_HOLES) : found;
  const fixed = pattern.reduce((sum, part) => sum + lengthOf(part), 0);
  const own = pattern.reduce((sum, part) => sum + (Array.isArray(part) ? part.join('').length : 0), 0);
  return fixed * 2 < own / texts.length || pattern.length > 2 * MOST_HOLES + 3 ? undefined : pattern;
}

function lengthOf(part: LinesPattern[number]): number {
  if (typeof part === 'string') return part.length;
  return 'piece' in part ? part.piece.join('').length : 0;
}

function constantOf(text: string, body: Term): Term {
  const of: Declaration = {
    kind: 'constant',
    id: newId(),
    home: 'scripts',
    hint: hintOfScript(text),
    place: anyText,
    body,
  };
  return { kind: 'name', of };
}

/** Returns the function of texts with a pattern; `expand` makes terms of its pieces. */
function textFunction(
  pattern: LinesPattern,
  home: Home,
  expand: (text: string) => Term,
): FunctionDeclaration {
  const own = (text: string) =>
    home === 'scripts' && isScript(text) ? constantOf(text, expand(text)) : expand(text);
  const parameters: Hole[] = [];
  const parts = pattern.map((part, index): string | Term => {
    if (typeof part === 'string') return expand(part);
    if ('piece' in part) {
      const values = part.words.map(listOf);
      const hole: Hole = {
        id: newId(),
        place: anyTexts,
        hint: hintOfWords(part.words.flat()),
        wants: 'value',
        values,
      };
      parameters.push(hole);
      return { kind: 'each', list: { kind: 'variable', hole }, piece: part.piece };
    }
    const before = pattern[index - 1];
    const hint = hintInText(typeof before === 'string' ? before : '', part);
    const values = part.map(own);
    const vague = hint === undefined ? { isVague: true as const } : {};
    const hole: Hole = { id: newId(), place: anyText, hint: hint ?? 'text', wants: 'text', values, ...vague };
    parameters.push(hole);
    return { kind: 'variable', hole };
  });
  return {
    kind: 'function',
    id: newId(),
    home,
    hint: hintOfScript(pattern.filter((part) => typeof part === 'string').join('\n')),
    place: anyText,
    parameters,
    body: templateTerm(parts),
  };
}

function listOf(words: readonly string[]): Term {
  return { kind: 'list', items: words.map((word) => ({ spread: false, term: textTerm(word) })) };
}

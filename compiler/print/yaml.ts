import { dump } from 'js-yaml';
import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import type { Traceable } from '../text/traceable.ts';
import { type LineMark, shiftMarks, TracedText } from '../text/traced-text.ts';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * Returns one YAML document for a tree, with the origins of its lines. Keys keep their order, texts of several
 * lines become block scalars and are never folded, nothing is shared by anchors. `undefined` keys are left out.
 */
export function printYaml(tree: Traceable): TracedText {
  const text = dump(plain(tree), { lineWidth: -1, noRefs: true });
  const walker = new LineWalker(text.split('\n'));
  walker.value(tree, 0);
  return new TracedText(text, walker.marks);
}

/** Returns the same tree without origins. */
export function plain(tree: Traceable): Plain {
  if (tree instanceof Sourced) return plain(tree.value);
  if (tree instanceof TracedText) return tree.text;
  if (Array.isArray(tree)) return tree.map(plain);
  if (typeof tree !== 'object' || tree === null) return tree as Plain;
  const result: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(tree)) {
    if (value !== undefined) result[key] = plain(value);
  }
  return result;
}

/**
 * Follows the tree through the printed lines. js-yaml prints one line for a key or a scalar of one line, and a
 * header with deeper lines for a block scalar, so counting lines is enough to know where each value landed.
 */
class LineWalker {
  readonly marks: LineMark[] = [];
  private readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** Returns the line after the value, whose first line is `line`. */
  value(tree: Traceable, line: number): number {
    if (tree instanceof Sourced) return this.marked(tree, line);
    if (tree instanceof TracedText) return this.script(tree, line);
    if (Array.isArray(tree)) return this.list(tree, line);
    if (typeof tree === 'object' && tree !== null)
      return this.mapping(tree as Record<string, Traceable>, line);
    return this.scalarEnd(line, tree);
  }

  private marked({ value, origin }: { value: Traceable; origin: Origin }, line: number): number {
    const at = this.marks.push({ first: line, last: line, origin }) - 1;
    const end = this.value(value, line);
    this.marks[at] = { first: line, last: Math.max(line, end - 1), origin };
    return end;
  }

  private list(items: readonly Traceable[], line: number): number {
    let next = line;
    for (const item of items) next = this.value(item, next);
    return items.length === 0 ? line + 1 : next;
  }

  private mapping(entries: Record<string, Traceable | undefined>, line: number): number {
    let next = line;
    for (const value of Object.values(entries)) {
      if (value === undefined) continue;
      next = this.entry(value, next);
    }
    return next === line ? line + 1 : next;
  }

  private entry(value: Traceable, line: number): number {
    if (value instanceof Sourced && isFilledCollection(value)) {
      const end = this.value(content(value), line + 1);
      this.marks.push({ first: line, last: end - 1, origin: value.origin });
      return end;
    }
    return this.value(value, isFilledCollection(value) ? line + 1 : line);
  }

  private script(script: TracedText, line: number): number {
    const end = this.scalarEnd(line, script.text);
    if (end > line + 1) this.marks.push(...shiftMarks(script.marks, line + 1));
    return end;
  }

  /** A text of several lines is either a block scalar, which has a header line, or one quoted line. */
  private scalarEnd(line: number, value: Traceable): number {
    if (typeof value !== 'string' || !value.includes('\n')) return line + 1;
    if (!/[|][0-9+-]*$/.test(this.lines[line] ?? '')) return line + 1;
    const breaks = value.split('\n').length - 1;
    return line + 1 + (value.endsWith('\n') ? breaks : breaks + 1);
  }
}

function content(tree: Traceable): Traceable {
  return tree instanceof Sourced ? content(tree.value) : tree;
}

function isFilledCollection(tree: Traceable): boolean {
  const inner = content(tree);
  if (inner instanceof TracedText || typeof inner !== 'object' || inner === null) return false;
  if (Array.isArray(inner)) return inner.length > 0;
  return Object.values(inner).some((value) => value !== undefined);
}

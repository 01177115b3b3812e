import { countBreaks } from '../text/count-breaks.ts';
import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import { addShifted, type LineMark, type Traceable, TracedText } from '../text/traced-text.ts';
import { yamlBlock, yamlKey, yamlScalar } from './yaml-scalar.ts';

/** A mark whose end is not known yet. */
type OpenMark = { -readonly [Key in keyof LineMark]: LineMark[Key] };

type Mapping = Readonly<Record<string, Traceable | undefined>>;

/**
 * Prints the collections of a document in block style, as js-yaml does, and notes which lines each value lands on.
 * Scalars come from js-yaml. Two spaces per level, `- ` stands before the first line of an item.
 */
export class YamlPrinter {
  private text: string;
  private readonly marks: LineMark[] = [];
  /** The line that comes next, counted from 0. */
  private line: number;
  /** The last line that was written belongs to a block scalar that keeps its empty lines. */
  private isOpen = false;
  /** Where all of it comes from. */
  private readonly whole: OpenMark | undefined;

  /** The head is what stands above the document: whole lines. All of it comes from the origin. */
  constructor(head: TracedText, origin: Origin | undefined) {
    this.text = head.text;
    this.line = head.breaks;
    this.whole = origin && { first: 0, last: 0, origin };
    if (this.whole !== undefined) this.marks.push(this.whole);
    for (const mark of head.marks) this.marks.push(mark);
  }

  /** Returns what was printed. */
  traced(): TracedText {
    if (this.whole !== undefined) this.whole.last = this.line - 1;
    return new TracedText(this.text, this.marks);
  }

  /** Prints a whole document. The end of the text must be told from the empty lines of a block scalar. */
  document(tree: Traceable): void {
    this.value(tree, '');
    if (this.isOpen) this.text += '...\n';
  }

  /** Prints lines as they are. */
  lines(text: string): void {
    this.text += text;
    this.line += countBreaks(text);
  }

  /** Prints a value whose first line has begun, and the line break after it. Most values are texts. */
  private value(tree: Traceable, indent: string): void {
    if (typeof tree !== 'object' || tree === null) this.scalar(tree, indent);
    else if (tree instanceof Sourced) this.marked(tree, indent);
    else if (tree instanceof TracedText) this.script(tree, indent);
    else if (!isFilled(tree)) this.scalarLine(Array.isArray(tree) ? '[]' : '{}');
    else if (isList(tree)) this.list(tree, indent);
    else this.mapping(tree, indent);
  }

  private marked({ value, origin }: { value: Traceable; origin: Origin }, indent: string): void {
    const first = this.line;
    const mark = { first, last: first, origin };
    this.marks.push(mark);
    this.value(value, indent);
    mark.last = Math.max(first, this.line - 1);
  }

  private list(items: readonly Traceable[], indent: string): void {
    const deeper = `${indent}  `;
    let start = '- ';
    for (const item of items) {
      this.text += start;
      start = `${indent}- `;
      this.value(item, deeper);
    }
  }

  private mapping(entries: Mapping, indent: string): void {
    const deeper = `${indent}  `;
    let start = '';
    for (const key in entries) {
      const value = entries[key];
      if (value === undefined) continue;
      const printed = yamlKey(key);
      if (start !== '') this.text += start;
      this.text += printed;
      start = indent;
      if (printed.startsWith('? ')) this.explicit(value, indent);
      else this.entry(value, deeper);
    }
  }

  /** Prints what stands behind a key that begins with `?`: on the next line, behind a `:` of its own. */
  private explicit(value: Traceable, indent: string): void {
    this.line++;
    this.text += `\n${indent}: `;
    this.value(value, `${indent}  `);
  }

  /** Prints what stands behind a key. */
  private entry(value: Traceable, indent: string): void {
    if (typeof value !== 'object' || value === null) {
      this.text += ': ';
      this.scalar(value, indent);
      return;
    }
    const inner = value instanceof Sourced ? contentOf(value) : value;
    if (!isFilledCollection(inner)) {
      this.text += ': ';
      this.value(value, indent);
      return;
    }
    const first = this.line++;
    this.text += `:\n${indent}`;
    if (isList(inner)) this.list(inner, indent);
    else this.mapping(inner, indent);
    if (value instanceof Sourced) this.marks.push({ first, last: this.line - 1, origin: value.origin });
  }

  private script(script: TracedText, indent: string): void {
    const first = this.line;
    this.scalar(script.text, indent);
    if (this.line > first + 1) addShifted(this.marks, script.marks, first + 1);
  }

  private scalar(value: string | number | boolean | null, indent: string): void {
    if (typeof value === 'string' && value.includes('\n')) this.block(value, indent);
    else this.scalarLine(yamlScalar(value));
  }

  private block(value: string, indent: string): void {
    const { first, block } = yamlBlock(value);
    this.scalarLine(first);
    if (block === undefined) return;
    // Empty lines take no indent. The block ends with a line break.
    for (let start = 0, end = block.indexOf('\n'); end !== -1; end = block.indexOf('\n', start)) {
      if (end === start) this.text += '\n';
      else this.text += indent + block.slice(start, end + 1);
      start = end + 1;
      this.line++;
    }
    this.isOpen = block.endsWith('\n\n') || block === '\n';
  }

  private scalarLine(text: string): void {
    this.text += text;
    this.text += '\n';
    this.line++;
    this.isOpen = false;
  }
}

/** Returns whether a value takes lines of its own below its key. */
export function isFilledCollection(tree: Traceable): tree is readonly Traceable[] | Mapping {
  if (typeof tree !== 'object' || tree === null || tree instanceof TracedText || tree instanceof Sourced)
    return false;
  return isFilled(tree);
}

function contentOf(tree: Traceable): Traceable {
  return tree instanceof Sourced ? contentOf(tree.value) : tree;
}

function isList(tree: readonly Traceable[] | Mapping): tree is readonly Traceable[] {
  return Array.isArray(tree);
}

function isFilled(tree: readonly Traceable[] | Mapping): boolean {
  if (isList(tree)) return tree.length > 0;
  for (const key in tree) if (tree[key] !== undefined) return true;
  return false;
}

import { TemplateWriter } from '../../compiler/print/template-writer.ts';
import { FileText } from '../../compiler/text/file-text.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import type { Text, TracedText, Valued } from '../../compiler/text/traced-text.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import type { ItemNode } from './node.ts';

/** What can be given to a method of Job DSL. One that is absent is left out. */
export type DslValue = Text | Valued<number> | Valued<boolean> | readonly Text[] | undefined;

/** Code of ours, or a value (in a list of one) that becomes a literal. */
export type DslPiece = string | readonly [DslValue];

/**
 * Calls in one closure, such as steps, parameters or names of a view; longer lists get several blocks. The JVM allows
 * 64 KB for the code of one method: a call with a few literals takes up to 60 bytes, so this many stay below half.
 */
const BLOCK_SIZE = 500;

const INDENT = '    ';

/**
 * Writes the calls of a Job DSL script. Values become Groovy literals here and nowhere else, with their origins; a text
 * that has a file of its own is read from it.
 */
export class DslWriter {
  /** The texts that the calls read from files. */
  readonly files: FileText[] = [];
  private readonly out: TemplateWriter;
  private margin = '';

  constructor(out: TemplateWriter) {
    this.out = out;
  }

  /** Writes `method(value, …)` on a line of its own. */
  call(method: string, ...values: readonly DslValue[]): void {
    this.head(method, values);
    this.out.add(')\n', 1);
  }

  /** Writes the call unless its value is absent. */
  given(method: string, value: DslValue): void {
    if (value !== undefined) this.call(method, value);
  }

  /** Writes `method { … }`, or `method(value, …) { … }` where there are values. */
  block(method: string, body: () => void, ...values: readonly DslValue[]): void {
    if (values.length === 0) this.out.add(`${this.margin}${method}`, 0);
    else {
      this.head(method, values);
      this.out.add(')', 0);
    }
    this.out.add(' {\n', 1);
    this.inside(body);
  }

  /** Writes nodes one after the other, each with its origin. */
  each<Node extends ItemNode>(nodes: readonly Node[] | undefined, write: (node: Node) => void): void {
    for (const node of nodes ?? []) this.from(node.origin, () => write(node));
  }

  /** Writes nodes in blocks of a method, in as many as they need. */
  blocks<Node extends ItemNode>(
    method: string,
    nodes: readonly Node[] | undefined,
    write: (node: Node) => void,
  ): void {
    for (const some of chunks(nodes ?? [], BLOCK_SIZE)) this.block(method, () => this.each(some, write));
  }

  /** Writes values in blocks of a method, one call for each. */
  valueBlocks(method: string, inner: string, values: readonly DslValue[] | undefined): void {
    for (const some of chunks(values ?? [], BLOCK_SIZE))
      this.block(method, () => {
        for (const value of some) this.call(inner, value);
      });
  }

  /** Marks the lines that the body writes with an origin. */
  from(origin: Origin, body: () => void): void {
    const mark = this.out.open(origin);
    body();
    this.out.close(mark);
  }

  /** Writes a comment of one line. */
  comment(text: string): void {
    this.out.add(`${this.margin}// `, 0);
    this.out.comment(text);
    this.out.add('\n', 1);
  }

  /** Writes a statement of pieces: code of ours, and values (in a list of one) as literals. */
  statement(...pieces: readonly DslPiece[]): void {
    this.out.add(this.margin, 0);
    for (const piece of pieces) {
      if (typeof piece === 'string') this.out.add(piece, 0);
      else this.value(piece[0]);
    }
    this.out.add('\n', 1);
  }

  /** Writes a closure or loop whose head ends in code of ours, such as `configure { project ->`. */
  closure(head: readonly DslPiece[], body: () => void): void {
    this.statement(...head);
    this.inside(body);
  }

  private inside(body: () => void): void {
    const { margin } = this;
    this.margin = margin + INDENT;
    body();
    this.margin = margin;
    this.out.add(`${margin}}\n`, 1);
  }

  private head(method: string, values: readonly DslValue[]): void {
    this.out.add(`${this.margin}${method}(`, 0);
    let isFirst = true;
    for (const value of values) {
      if (value === undefined) continue;
      if (!isFirst) this.out.add(', ', 0);
      this.value(value);
      isFirst = false;
    }
  }

  /** A text with a file of its own is read from there (`DslFactory.readFileFromWorkspace`). */
  private value(value: DslValue): void {
    if (!(value instanceof FileText)) {
      this.out.groovy(value);
      return;
    }
    this.files.push(value);
    this.out.add('readFileFromWorkspace(', 0);
    this.out.groovy(value.file.inWorkspace);
    this.out.add(')', 0);
  }
}

/** A piece of a Job DSL script. */
export interface DslText {
  readonly text: TracedText;
  /** The texts that it reads from files, in the order of its calls. */
  readonly files: readonly FileText[];
}

/** Returns what is written, with the origins of its lines. */
export function writtenDsl(write: (dsl: DslWriter) => void): DslText {
  const out = new TemplateWriter();
  const dsl = new DslWriter(out);
  write(dsl);
  return { text: out.traced(), files: dsl.files };
}

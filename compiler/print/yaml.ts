import { dump } from 'js-yaml';
import { countBreaks } from '../text/count-breaks.ts';
import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import {
  type LineMark,
  originsOf,
  plainValue,
  type Traceable,
  TracedText,
  type Valued,
} from '../text/traced-text.ts';
import { oneLine } from './lines.ts';
import { isFilledCollection, YamlPrinter } from './yaml-printer.ts';
import { yamlOptions } from './yaml-scalar.ts';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What is around a document. */
export interface YamlFrame {
  /** Lines of comments that stand above it. */
  readonly head?: TracedText;
  /** Where all of it comes from, head included. */
  readonly origin?: Origin | undefined;
}

/**
 * Returns one YAML document for a tree, with the origins of its lines: what js-yaml prints, but each distinct scalar is
 * printed only once. Keys keep their order, texts of several lines become block scalars and are never folded, nothing
 * is shared by anchors. `undefined` keys are left out.
 */
export function printYaml(tree: Traceable, { head = noHead, origin }: YamlFrame = {}): TracedText {
  const printer = new YamlPrinter(head.text);
  // A scalar that is a whole document has rules of its own.
  if (!isFilledCollection(contentOf(tree))) {
    const text = head.text + dump(plain(tree), yamlOptions);
    return new TracedText(text, [...whole(countBreaks(text), origin), ...head.marks]);
  }
  printer.document(tree);
  return new TracedText(printer.text, [...whole(printer.line, origin), ...head.marks, ...printer.marks]);
}

const noHead = new TracedText('');

function whole(lines: number, origin: Origin | undefined): readonly LineMark[] {
  return origin === undefined ? [] : [{ first: 0, last: lines - 1, origin }];
}

/** Returns the same tree without origins. */
export function plain(tree: Traceable): Plain {
  if (tree instanceof Sourced) return plain(tree.value);
  if (tree instanceof TracedText) return tree.text;
  if (Array.isArray(tree)) return tree.map(plain);
  if (typeof tree !== 'object' || tree === null) return tree as Plain;
  // Assigning to a key named `__proto__` would lose it.
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) => (value === undefined ? [] : [[key, plain(value)]])),
  );
}

function contentOf(tree: Traceable): Traceable {
  return tree instanceof Sourced ? contentOf(tree.value) : tree;
}

/**
 * Returns lines of comments that start with `#`, each with its line break. No text can leave its line, and what no YAML
 * may hold as it is becomes a space.
 */
export function commentLines(comments: readonly Valued<string>[]): TracedText {
  return new TracedText(
    comments.map((comment) => `# ${oneLine(plainValue(comment)).replace(UNPRINTABLE, ' ')}\n`).join(''),
    comments.flatMap((comment, line) =>
      originsOf(comment).map((origin) => ({ first: line, last: line, origin })),
    ),
  );
}

const UNPRINTABLE = /[\u007f-\u009f\ufffe\uffff]/g;

import { maskSecretForms } from '../check/rules/secrets/mask-text.ts';
import type { Entry, Node } from '../source/node.ts';
import { parseSource } from '../source/parse-source.ts';
import { isCode } from '../source/spec-kind.ts';
import type { Span } from '../text/span.ts';
import { firstAtLeast } from '../util/first-at-least.ts';
import { shortText } from '../util/short-text.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

/** Where the entries of a list or mapping stand. Made once, so that a search does not look at all of them. */
class NodePlaces {
  /** The value of the field `name` of a mapping. */
  readonly named: Node | undefined;
  private readonly sorted: readonly Place[];
  private readonly starts: readonly number[];
  /** The furthest end of all places up to here: what aliases repeat stands inside other places. */
  private readonly furthest: readonly number[];

  constructor(node: Exclude<Node, { kind: 'scalar' }>) {
    this.named =
      node.kind === 'mapping' ? node.entries.find(({ key }) => key.text === 'name')?.value : undefined;
    this.sorted = placesOf(node).sort((a, b) => a.start - b.start || a.index - b.index);
    this.starts = this.sorted.map(({ start }) => start);
    let end = 0;
    this.furthest = this.sorted.map((place) => {
      end = Math.max(end, place.end);
      return end;
    });
  }

  /** Returns the index of the first entry that holds an offset; -1 when none does. */
  indexAt(offset: number): number {
    let found = -1;
    for (let at = firstAtLeast(this.starts, offset + 1) - 1; (this.furthest[at] ?? -1) >= offset; at--) {
      const place = this.sorted[at];
      if (place === undefined || place.end < offset) continue;
      found = found === -1 ? place.index : Math.min(found, place.index);
    }
    return found;
  }
}

/** A place that several entries have, such as that of an alias, counts for the first of them. */
function placesOf(node: Exclude<Node, { kind: 'scalar' }>): Place[] {
  const nodes =
    node.kind === 'sequence'
      ? node.items.map((item) => [item])
      : node.entries.map(({ key, value }) => [key, value]);
  const seen = new Map<string, Place>();
  nodes.forEach((pair, index) => {
    for (const {
      span: { start, end },
    } of pair) {
      const key = `${start} ${end}`;
      if (!seen.has(key)) seen.set(key, { start, end, index });
    }
  });
  return [...seen.values()];
}

/**
 * Returns the named things that a span stands in, from the outside in, such as `environment "Development"` and
 * `service "web"`. An entry of a list without a name is shown by its place: `tests[0]`. Empty in a broken file and in
 * TypeScript, where the place in the text is not the place in the value.
 */
export function breadcrumb(span: Span): readonly string[] {
  if (isCode(span.file)) return [];
  const { root } = parseSource(span.file);
  return root === undefined ? [] : stepsTo(root, span.start);
}

function stepsTo(root: Node, offset: number): readonly string[] {
  const steps: string[] = [];
  let node: Node | undefined = root;
  let key = '';
  while (node !== undefined && node.kind !== 'scalar') {
    if (node.kind === 'mapping') {
      const entry: Entry | undefined = node.entries[placesIn(node).indexAt(offset)];
      key = entry?.key.text ?? '';
      node = entry !== undefined && holds(entry.value, offset) ? entry.value : undefined;
    } else {
      const index = placesIn(node).indexAt(offset);
      node = node.items[index];
      if (node?.kind === 'mapping') steps.push(stepName(key, node, index));
    }
  }
  return steps;
}

function stepName(key: string, node: Node, index: number): string {
  const name = node.kind === 'mapping' ? placesIn(node).named : undefined;
  if (name?.kind !== 'scalar' || name.text === '') return `${shortText(key, MOST_OF_NAME)}[${index}]`;
  return `${shortText(singular(key), MOST_OF_NAME)} ${JSON.stringify(shortText(maskSecretForms(name.text), MOST_OF_NAME))}`;
}

/** A name is shown in every finding below it. */
const MOST_OF_NAME = 300;

const places = new WeakMap<Node, NodePlaces>();

/** What stands in a list or mapping is asked for once for each finding. */
function placesIn(node: Exclude<Node, { kind: 'scalar' }>): NodePlaces {
  const known = places.get(node) ?? new NodePlaces(node);
  places.set(node, known);
  return known;
}

/** The lists of the specs are plain plurals. */
function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function holds(node: Node, offset: number): boolean {
  return node.span.start <= offset && offset <= node.span.end;
}

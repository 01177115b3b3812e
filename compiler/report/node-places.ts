import type { Node } from '../source/node.ts';
import { firstAtLeast } from '../util/first-at-least.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

/** Where the entries of a list or mapping stand. Made once, so that a search does not look at all of them. */
export class NodePlaces {
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

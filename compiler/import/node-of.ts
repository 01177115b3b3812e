import type { JsonValue } from '../../schema/schema-node.ts';
import type { Node } from '../source/node.ts';
import type { Span } from '../text/span.ts';

/** The way from plain data to a value in it. */
export type DataPath = readonly (string | number)[];

const file = { name: 'jobs.bitesize', text: '' };

/** Where values are that stand in no text. */
const nowhere: Span = { file, start: 0, end: 0 };

/** Returns plain data as it is read from a spec. */
export function nodeOf(value: JsonValue): Node {
  return nodeAt(value, [], undefined);
}

/** The same; what is told the way to each value, in their order, gives its number: a span for want of a text. */
export function numberedNodeOf(value: JsonValue, numberOf: (path: DataPath) => number): Node {
  return nodeAt(value, [], numberOf);
}

function nodeAt(value: JsonValue, path: DataPath, numberOf: ((path: DataPath) => number) | undefined): Node {
  const start = numberOf?.(path);
  const span = start === undefined ? nowhere : { file, start, end: start + 1 };
  const inside = (key: string | number) => (numberOf === undefined ? path : [...path, key]);
  if (Array.isArray(value))
    return {
      kind: 'sequence',
      items: value.map((item, index) => nodeAt(item, inside(index), numberOf)),
      span,
    };
  if (typeof value === 'object' && value !== null)
    return {
      kind: 'mapping',
      entries: Object.entries(value).map(([key, inner]) => ({
        key: { kind: 'scalar', text: key, style: 'quoted', span },
        value: nodeAt(inner as JsonValue, inside(key), numberOf),
      })),
      span,
    };
  return {
    kind: 'scalar',
    text: String(value ?? ''),
    style: typeof value === 'string' ? 'quoted' : 'plain',
    span,
  };
}

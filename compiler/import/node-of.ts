import type { JsonValue } from '../../schema/schema-node.ts';
import type { Node } from '../source/node.ts';

const file = { name: 'jobs.bitesize', text: '' };
const span = { file, start: 0, end: 0 };

/** Returns plain data as it is read from a spec. */
export function nodeOf(value: JsonValue): Node {
  if (Array.isArray(value)) return { kind: 'sequence', items: value.map(nodeOf), span };
  if (typeof value === 'object' && value !== null)
    return {
      kind: 'mapping',
      entries: Object.entries(value).map(([key, inner]) => ({
        key: { kind: 'scalar', text: key, style: 'quoted', span },
        value: nodeOf(inner as JsonValue),
      })),
      span,
    };
  return {
    kind: 'scalar',
    text: value === null ? '' : String(value),
    style: typeof value === 'string' ? 'quoted' : 'plain',
    span,
  };
}

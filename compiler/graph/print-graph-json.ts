import { printJson } from '../print/print-json.ts';
import { type Origin, spanOf } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import type { Graph } from './graph.ts';

/** Returns the graph as JSON with the place of each node as `file:line:column`; nodes in `changed` say so. */
export function printGraphJson(graph: Graph, changed: ReadonlySet<string> = new Set()): string {
  const nodes = graph.nodes.map(({ origin, ...node }) => ({
    ...node,
    ...placeOf(origin),
    ...(changed.has(node.id) ? { changed: true } : {}),
  }));
  return printJson({ version: 1, project: graph.project, nodes, edges: graph.edges });
}

function placeOf(origin: Origin): { readonly at?: string } {
  const span = spanOf(origin);
  if (span === undefined) return {};
  const { line, column } = positionAt(span.file, span.start);
  return { at: `${span.file.name}:${line}:${column}` };
}

import type { Graph } from './graph.ts';
import { printDot } from './print-dot.ts';

/**
 * Returns the graph as an SVG document, drawn by Graphviz in WebAssembly: no network, nothing installed. The layout
 * engine is loaded only here.
 */
export async function printSvg(graph: Graph, changed: ReadonlySet<string> = new Set()): Promise<string> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  return viz.renderString(printDot(graph, changed), { format: 'svg' });
}

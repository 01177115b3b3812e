import type { Graph, GraphNode, GraphNodeKind } from './graph.ts';
import { groupsOf } from './print-mermaid.ts';

/** Shape and colour of each kind of node; readable on light and dark paper, and without colour by shape. */
const styles: Readonly<Record<GraphNodeKind, string>> = {
  controller: 'shape=component, fillcolor="#fef3c7"',
  project: 'shape=folder, fillcolor="#dbeafe"',
  component: 'shape=box, fillcolor="#dbeafe"',
  'pull-requests': 'shape=cds, fillcolor="#dbeafe"',
  image: 'shape=box3d, fillcolor="#e0e7ff"',
  environment: 'shape=box, style="filled,rounded", fillcolor="#dcfce7"',
  approval: 'shape=diamond, fillcolor="#fef3c7"',
  test: 'shape=note, fillcolor="#fae8ff"',
  job: 'shape=box, fillcolor="#ffedd5"',
  service: 'shape=ellipse, fillcolor="#f1f5f9"',
  'third-party': 'shape=cylinder, fillcolor="#f1f5f9"',
};

/** Returns the graph in Graphviz' language; nodes in `changed` get a thick frame. */
export function printDot(graph: Graph, changed: ReadonlySet<string> = new Set()): string {
  const lines = [
    'digraph {',
    `  graph [rankdir=LR, fontname="Helvetica,Arial,sans-serif", label=${quote(graph.project)}, labelloc=t, bgcolor=transparent];`,
    '  node [style=filled, fontname="Helvetica,Arial,sans-serif", fontsize=11, color="#475569"];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=9, color="#64748b"];',
  ];
  for (const node of graph.nodes.filter(({ group }) => group === undefined))
    lines.push(`  ${box(node, changed)}`);
  groupsOf(graph).forEach((group, index) => {
    lines.push(`  subgraph cluster_${index} {`, `    label=${quote(group)}; color="#94a3b8"; style=rounded;`);
    for (const node of graph.nodes) if (node.group === group) lines.push(`    ${box(node, changed)}`);
    lines.push('  }');
  });
  for (const { from, to, label } of graph.edges) {
    lines.push(`  ${quote(from)} -> ${quote(to)}${label === undefined ? '' : ` [label=${quote(label)}]`};`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function box(node: GraphNode, changed: ReadonlySet<string>): string {
  const mark = changed.has(node.id) ? ', penwidth=3, color="#d97706"' : '';
  const tooltip = node.job === undefined ? node.label : `job ${node.job}`;
  return `${quote(node.id)} [label=${quote(node.label)}, tooltip=${quote(tooltip)}, ${styles[node.kind]}${mark}];`;
}

/** A quoted string of the DOT language: only the quote and the backslash have a meaning in it. */
function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/**
 * Returns the graph as an SVG document, drawn by Graphviz in WebAssembly: no network, nothing installed. The layout
 * engine is loaded only here.
 */
export async function printSvg(graph: Graph, changed: ReadonlySet<string> = new Set()): Promise<string> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  return viz.renderString(printDot(graph, changed), { format: 'svg' });
}

import type { Graph, GraphNode, GraphNodeKind } from './graph.ts';

/** The brackets that give a node of each kind its shape. */
const shapes: Readonly<Record<GraphNodeKind, readonly [string, string]>> = {
  controller: ['[(', ')]'],
  project: ['[', ']'],
  component: ['[', ']'],
  'pull-requests': ['[/', '/]'],
  image: ['[[', ']]'],
  environment: ['([', '])'],
  approval: ['{', '}'],
  test: ['>', ']'],
  job: ['[\\', '\\]'],
  service: ['(', ')'],
  'third-party': ['[(', ')]'],
};

/** Returns the graph as a Mermaid flowchart; nodes in `changed` are marked. Labels cannot break out of their quotes. */
export function printMermaid(graph: Graph, changed: ReadonlySet<string> = new Set()): string {
  const ids = new Map(graph.nodes.map((node, index) => [node.id, `n${index}`]));
  const lines = ['flowchart LR'];
  for (const node of graph.nodes.filter(({ group }) => group === undefined))
    lines.push(`  ${box(node, ids)}`);
  for (const group of groupsOf(graph)) {
    lines.push(`  subgraph g${ids.get(`environment:${group}`)}["${escapeLabel(group)}"]`);
    for (const node of graph.nodes) if (node.group === group) lines.push(`    ${box(node, ids)}`);
    lines.push('  end');
  }
  for (const { from, to, label } of graph.edges) {
    const text = label === undefined ? '' : `|${escapeLabel(label)}|`;
    lines.push(`  ${ids.get(from)} -->${text} ${ids.get(to)}`);
  }
  const marked = graph.nodes.filter(({ id }) => changed.has(id)).map(({ id }) => ids.get(id));
  if (marked.length > 0) {
    lines.push('  classDef changed stroke:#d97706,stroke-width:3px', `  class ${marked.join(',')} changed`);
  }
  return `${lines.join('\n')}\n`;
}

/** Returns the names of the groups in the order of their first node. */
export function groupsOf(graph: Graph): readonly string[] {
  return [...new Set(graph.nodes.flatMap(({ group }) => (group === undefined ? [] : [group])))];
}

function box(node: GraphNode, ids: ReadonlyMap<string, string>): string {
  const [open, close] = shapes[node.kind];
  return `${ids.get(node.id)}${open}"${escapeLabel(node.label)}"${close}`;
}

/** Mermaid reads HTML entities in quoted labels; everything that could end a label or start markup becomes one. */
function escapeLabel(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._/:()-]/gu, (character) => `#${character.codePointAt(0)};`);
}

import type { Graph } from '../graph/graph.ts';
import type { Change } from './change.ts';

/** Returns the ids of the nodes of a picture that a change set touches: by job, image, or object of a service. */
export function changedNodes(graph: Graph, changes: readonly Change[]): ReadonlySet<string> {
  const names = new Set(changes.map(({ kind, name }) => `${kind}:${name}`));
  const objects = changes
    .filter(({ kind }) => kind === 'kubernetes-object')
    .map(({ name }) => name.split('/'));
  return new Set(
    graph.nodes
      .filter(({ job, kind, label, group }) => {
        if (job !== undefined && names.has(`job:${job}`)) return true;
        if (kind === 'image') return names.has(`image:${label}`);
        if (group === undefined) return false;
        const folder = group.toLowerCase().replace(/[^a-z0-9]+/g, '-');
        const service = label.split(' ')[0] ?? label;
        return objects.some(
          ([at, , name]) => at === folder && name?.replace(/-(blue|green)$/, '') === service,
        );
      })
      .map(({ id }) => id),
  );
}

import type { Graph, GraphNode } from '../graph/graph.ts';
import { slug } from '../util/slug.ts';
import type { Change } from './change.ts';
import type { Entity } from './entity.ts';

/** A reference of a pod to an object that services share. */
const SHARED = /\b(claimName|configMap\.name|configMapRef\.name|configMapKeyRef\.name)$/;

/**
 * Returns the ids of the nodes of a picture that a change set touches: by job, image, or object of a service. A claim
 * or ConfigMap belongs to all services whose pods use it; `now` holds everything that there is afterwards.
 */
export function changedNodes(
  graph: Graph,
  changes: readonly Change[],
  now: readonly Entity[],
): ReadonlySet<string> {
  const names = new Set(changes.map(({ kind, name }) => `${kind}:${name}`));
  const services = changedServices(changes, now);
  const isChanged = ({ job, kind, label, group }: GraphNode) => {
    if (job !== undefined && names.has(`job:${job}`)) return true;
    if (kind === 'image') return names.has(`image:${label}`);
    return group !== undefined && services.has(`${slug(group)}/${label.split(' ')[0] ?? label}`);
  };
  return new Set(graph.nodes.filter(isChanged).map(({ id }) => id));
}

/** Services as `<folder of the environment>/<name>`. */
function changedServices(changes: readonly Change[], now: readonly Entity[]): ReadonlySet<string> {
  const objects = changes.filter(({ kind }) => kind === 'kubernetes-object').map(({ name }) => name);
  const found = new Set(objects.map(serviceOf));
  const shared = new Set(
    objects.map((name) => name.split('/')).map(([folder, , name]) => `${folder}/${name}`),
  );
  for (const { kind, name, fields } of now) {
    if (kind !== 'kubernetes-object') continue;
    const folder = name.split('/')[0];
    const uses = [...fields].some(
      ([path, { value }]) => SHARED.test(path) && shared.has(`${folder}/${value}`),
    );
    if (uses) found.add(serviceOf(name));
  }
  return found;
}

function serviceOf(object: string): string {
  const [folder, , name = ''] = object.split('/');
  return `${folder}/${name.replace(/-(blue|green)$/, '')}`;
}

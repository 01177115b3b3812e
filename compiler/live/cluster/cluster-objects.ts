import { roleFields } from '../../diff/entities-of.ts';
import type { Entity } from '../../diff/entity.ts';
import { flatten } from '../../diff/flatten.ts';
import type { Artifact } from '../../model/artifact.ts';
import type { Ir } from '../../model/ir.ts';
import type { ObjectId } from '../../model/kubernetes/kubernetes-object.ts';
import type { Rollout } from '../../model/kubernetes/service.ts';
import type { Compilation } from '../../pipeline.ts';
import { type DataRecord, parseObject, parseTraced, textAt } from './object-data.ts';

/** Who applies an object: people, as the README of the controller says, or one of the jobs. */
export type Applier = 'people' | 'service-manage' | 'deploy';

/** An object that the specs make, as its file in the output has it. */
export interface ClusterObject {
  readonly id: ObjectId;
  /** Of the output, with its path. */
  readonly file: string;
  /** What is applied, but for the version that a job fills in. */
  readonly text: string;
  readonly data: DataRecord;
  /** As `diff` calls it, with the places of the specs. */
  readonly entity: Entity;
  readonly by: Applier;
  /** Of what runs an image. */
  readonly rollout?: Rollout;
  /** The environment that it belongs to, as the spec calls it. */
  readonly environment?: string;
}

const FILE =
  /^kubernetes\/(?:jenkins|environments\/([^/]+)(\/deployments)?)\/(?!kustomization\.yaml$)[^/]+\.yaml$/;

/** Returns the Kubernetes objects of a compiled project in the order of their files; none of one that does not compile. */
export function clusterObjects({
  artifacts,
  ir,
}: Pick<Compilation, 'artifacts' | 'ir'>): readonly ClusterObject[] {
  if (ir === undefined) return [];
  return artifacts.flatMap((artifact) => {
    const match = FILE.exec(artifact.path);
    const object = match && objectOf(artifact, ir, { slug: match[1], isDeployed: match[2] !== undefined });
    return object ? [object] : [];
  });
}

interface Place {
  /** Folder of the environment; undefined for the controller. */
  readonly slug: string | undefined;
  readonly isDeployed: boolean;
}

function objectOf(
  { path, content, origin }: Artifact,
  ir: Ir,
  { slug, isDeployed }: Place,
): ClusterObject | undefined {
  const data = parseObject(content.text);
  const traced = parseTraced(content);
  const id = data && idOf(data);
  if (data === undefined || traced === undefined || id === undefined) return undefined;
  const folder = slug ?? ['jenkins', id.namespace].filter(Boolean).join('/');
  const environment = ir.environments.find((one) => one.slug === slug);
  const rollout = environment?.services
    .flatMap(({ rollouts }) => rollouts)
    .find(({ object }) => object.id.kind === id.kind && object.id.name === id.name);
  return {
    id,
    file: path,
    text: content.text,
    data,
    entity: {
      kind: 'kubernetes-object',
      name: `${folder}/${id.kind}/${id.name}`,
      origin,
      fields: objectFields(id.kind, traced),
    },
    by: slug === undefined ? 'people' : isDeployed ? 'deploy' : 'service-manage',
    ...(rollout === undefined ? {} : { rollout }),
    ...(environment === undefined ? {} : { environment: environment.name.value }),
  };
}

/** Returns what names an object; undefined for data that is no object. */
export function idOf(data: DataRecord): ObjectId | undefined {
  const apiVersion = textAt(data, 'apiVersion');
  const kind = textAt(data, 'kind');
  const name = textAt(data, 'metadata', 'name');
  const namespace = textAt(data, 'metadata', 'namespace');
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined;
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

/** Returns the API group of an object; empty for the core. */
export function groupOf({ apiVersion }: Pick<ObjectId, 'apiVersion'>): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** Returns a text that is the same for one object of a cluster, whichever version of its kind it is asked for in. */
export function keyOf(id: ObjectId): string {
  return [groupOf(id), id.kind, id.namespace ?? '', id.name].join('\n');
}

/** Returns the fields of an object as `diff` has them. */
export function objectFields(kind: string, data: unknown): Entity['fields'] {
  const fields = flatten(data);
  return kind.endsWith('Role') ? roleFields(fields) : fields;
}

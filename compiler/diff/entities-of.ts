import { type Item, itemElement } from '../../jenkins/all-items.ts';
import { printDockerfile } from '../model/images/dockerfile.ts';
import type { Ir } from '../model/ir.ts';
import type { KubernetesObject } from '../model/kubernetes/kubernetes-object.ts';
import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import { plainText } from '../text/traced-text.ts';
import type { Entity, EntityKind, Field } from './entity.ts';
import { flatten } from './flatten.ts';

/** A leaf of a rule of a Role: the rule, which of its three lists, and the entry. */
const LEAF = /^rules\[(.*?)\]\.(apiGroups|resources|verbs)\[(.*?)\]$/;

interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly verbs: (readonly [string, Field])[];
}

/**
 * Returns the fields of a Role with one rule a resource. How rules are grouped means nothing to the cluster; what may
 * be done with a resource does. A rule is no entry of a list, since none takes the place of another.
 */
export function roleFields(fields: ReadonlyMap<string, Field>): ReadonlyMap<string, Field> {
  const rules = new Map<string, Rule>();
  const result = new Map<string, Field>();
  for (const [path, field] of fields) {
    const [, name, list, entry = ''] = LEAF.exec(path) ?? [];
    if (name === undefined) {
      result.set(path, field);
      continue;
    }
    const rule = rules.get(name) ?? { apiGroups: [], resources: [], verbs: [] };
    rules.set(name, rule);
    if (list === 'verbs') rule.verbs.push([entry, field]);
    else rule[list === 'resources' ? 'resources' : 'apiGroups'].push(entry);
  }
  for (const { apiGroups, resources, verbs } of rules.values()) {
    for (const group of apiGroups) {
      for (const resource of resources) {
        const name = group === '' ? resource : `${group}/${resource}`;
        for (const [verb, field] of verbs) result.set(`rules.${name}.verbs[${verb}]`, field);
      }
    }
  }
  return result;
}

/** A reference to a key of a Secret in a manifest. */
const REFERENCE = /^(.*\bsecretKeyRef)\.name$/;

/**
 * Returns the keys of Secrets that the objects of environments read, each once: somebody has to make them in the
 * namespace before the pods start.
 */
function neededSecrets(objects: readonly Entity[]): readonly Entity[] {
  const found = new Map<string, Entity>();
  for (const { name: object, fields } of objects) {
    for (const [path, secret] of fields) {
      const reference = REFERENCE.exec(path)?.[1];
      const key = reference === undefined ? undefined : fields.get(`${reference}.key`);
      if (key === undefined) continue;
      const namespace = fields.get('metadata.namespace');
      const name = `${namespace?.value ?? object.split('/')[0]}/${secret.value}/${key.value}`;
      if (found.has(name)) continue;
      found.set(name, {
        kind: 'credential',
        name,
        origin: key.origin ?? secret.origin,
        fields: new Map([
          ...(namespace === undefined ? [] : [['namespace', namespace] as const]),
          ['secret', secret],
          ['key', key],
        ]),
      });
    }
  }
  return [...found.values()];
}

/** Returns everything that an output is made of, as things with fields. */
export function entitiesOf(ir: Ir): readonly Entity[] {
  const { controller } = ir;
  const deployed = ir.environments.flatMap(({ slug, shared, services }) => [
    ...shared.map((object) => objectEntity(slug, object)),
    ...services.flatMap(({ objects, rollouts }) => [
      ...objects.map((object) => objectEntity(slug, object)),
      ...rollouts.map(({ object }) => objectEntity(slug, object)),
    ]),
  ]);
  return [
    ...ir.items.map(itemEntity),
    ...ir.ownScripts.map((script) => entity('own-script', script.file, script.origin, { text: script.text })),
    ...controller.startFiles.map(({ file, origin, text }) =>
      entity('own-script', file, origin, { rights: 'all', text }),
    ),
    ...ir.plugins.plugins.map(({ id, version, root, needs, pin }) =>
      entity('plugin', id, needs[0]?.origin, {
        origin: needs[0]?.origin,
        version: pin === undefined ? version : new Sourced(version, pin.origin),
        root,
      }),
    ),
    ...controller.secrets.map((secret) => {
      const name = `${content(secret.secret)}/${content(secret.key)}`;
      return entity('credential', name, originIn(secret.secret), secret);
    }),
    ...neededSecrets(deployed),
    ...controller.initScripts.map((script) => entity('init-script', script.name, script.origin, script)),
    entity('setting', 'controller', ir.project.origin, settingsOf(ir)),
    ...ir.images.map(({ application, origin, push, pull, version, ...made }) =>
      entity('image', application.value, origin, {
        push,
        pull,
        version,
        ...(made.dockerfile === undefined
          ? {
              build: {
                ...made.build,
                args: Object.fromEntries(made.build.args.map(({ name, value }) => [name, value])),
              },
            }
          : { dockerfile: printDockerfile(made.dockerfile) }),
      }),
    ),
    ...controller.objects.map((object) =>
      objectEntity(['jenkins', object.id.namespace].filter(Boolean).join('/'), object),
    ),
    ...deployed,
  ];
}

/** Returns a job, folder or view with its fields as the specs make it. */
export function itemEntity(item: Item): Entity {
  const made: Entity = {
    ...entity(itemKind(item), plainText(item.name), item.origin, item),
    element: () => itemElement(item),
  };
  return item.family === 'jobs' ? { ...made, isOwn: true } : made;
}

function itemKind(item: Item): EntityKind {
  if (item.kind === 'folder') return 'folder';
  return item.kind.endsWith('-view') ? 'view' : 'job';
}

/** What is in no Kubernetes object of the controller. */
function settingsOf({ controller }: Ir): object {
  const { core, url, timeZone, seedMode, image } = controller;
  return { core, url, timeZone, seedMode, image };
}

function objectEntity(folder: string, { id, manifest, origin }: KubernetesObject): Entity {
  const object = entity('kubernetes-object', `${folder}/${id.kind}/${id.name}`, origin, manifest);
  return id.kind.endsWith('Role') ? { ...object, fields: roleFields(object.fields) } : object;
}

function entity(kind: EntityKind, name: string, origin: Origin | undefined, value: unknown): Entity {
  return { kind, name, origin, fields: flatten(value) };
}

function content(value: unknown): string {
  return String(value instanceof Sourced ? value.value : value);
}

function originIn(value: unknown): Origin | undefined {
  return value instanceof Sourced ? value.origin : undefined;
}

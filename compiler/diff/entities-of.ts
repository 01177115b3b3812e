import type { Ir } from '../ir/ir.ts';
import type { Item } from '../ir/items/item.ts';
import { plainText } from '../ir/items/text.ts';
import type { KubernetesObject } from '../ir/kubernetes/kubernetes-object.ts';
import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import type { Entity, EntityKind } from './entity.ts';
import { flatten } from './flatten.ts';

/** Returns everything that an output is made of, as things with fields. */
export function entitiesOf(ir: Ir): readonly Entity[] {
  const { controller } = ir;
  return [
    ...ir.items.map((item) => entity(itemKind(item), plainText(item.name), item.origin, item)),
    ...ir.plugins.plugins.map(({ id, version, root, needs }) =>
      entity('plugin', id, needs[0]?.origin, { version, root }),
    ),
    ...controller.secrets.map((secret) => {
      const name = `${content(secret.secret)}/${content(secret.key)}`;
      return entity('credential', name, originIn(secret.secret), secret);
    }),
    ...controller.initScripts.map((script) => entity('init-script', script.name, script.origin, script)),
    entity('setting', 'controller', ir.project.origin, settingsOf(ir)),
    ...ir.images.map((image) => entity('image', image.application.value, image.origin, image)),
    ...ir.environments.flatMap(({ slug, shared, services }) => [
      ...shared.map((object) => objectEntity(slug, object)),
      ...services.flatMap(({ objects, rollouts }) => [
        ...objects.map((object) => objectEntity(slug, object)),
        ...rollouts.map(({ object }) => objectEntity(slug, object)),
      ]),
    ]),
  ];
}

function itemKind(item: Item): EntityKind {
  if (item.kind === 'folder') return 'folder';
  return item.kind.endsWith('-view') ? 'view' : 'job';
}

function settingsOf({ controller }: Ir): object {
  const { core, url, timeZone, seedMode, image, deployment } = controller;
  return { core, url, timeZone, seedMode, image, deployment };
}

function objectEntity(folder: string, { id, manifest, origin }: KubernetesObject): Entity {
  return entity('kubernetes-object', `${folder}/${id.kind}/${id.name}`, origin, manifest);
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

import { type Item, itemElement } from '../../jenkins/all-items.ts';
import type { Entity, Field } from '../diff/entity.ts';
import { flatten } from '../diff/flatten.ts';
import { hideSecrets } from '../import/plan/hide-secrets.ts';
import { jobItem } from '../import/printers.ts';
import { ConfigReader } from '../import/reader.ts';
import { elementOf, type Tree } from '../import/tree.ts';
import type { LiveKind } from './live-plan.ts';
import type { LiveItem } from './live-state.ts';
import { configTree, plainConfig } from './same.ts';
import type { WantedItem } from './wanted.ts';

/** What was learned for reading serves all that is read. */
let reader: ConfigReader | undefined;

/**
 * Makes entities of configurations, in the vocabulary of jobs.bitesize whatever they were written in: so the two sides of a
 * difference have the same fields.
 */
export class EntityMaker {
  /** The secrets that configurations hold. */
  readonly secrets = new Set<string>();

  /** Returns an item of a server. */
  live(kind: LiveKind, name: string, tree: Tree): Entity {
    const item = this.itemOf(tree);
    return {
      kind,
      name,
      origin: undefined,
      fields: plainFields(item === undefined ? treeFields(tree) : flatten(item)),
      element: () => elementOf(tree),
      isOwn: true,
    };
  }

  /** Returns an item of a server that nothing of ours stands beside. */
  alone({ kind, name, xml }: LiveItem): Entity {
    const root = configTree(xml);
    if (root === undefined) return { kind, name, origin: undefined, fields: new Map() };
    return this.live(kind, name, plainConfig(root));
  }

  /** Returns an item of the specs; its fields come from the lines of those, as far as they are called the same there. */
  own({ kind, name, item }: WantedItem, tree: Tree): Entity {
    const written = flatten(item);
    const entity = this.live(kind, name, tree);
    const fields = [...entity.fields].map(([path, field]): readonly [string, Field] => {
      const source = written.get(path);
      if (source?.value === field.value) return [path, source];
      return [path, { value: field.value, origin: source?.origin ?? item.origin }];
    });
    return { ...entity, origin: item.origin, fields: new Map(fields), element: () => itemElement(item) };
  }

  private itemOf(tree: Tree): Item | undefined {
    reader ??= new ConfigReader();
    const { kind, spec } = reader.item(tree, NAME);
    for (const { value } of hideSecrets({ name: NAME, kind, spec }).hidden) this.secrets.add(value);
    return jobItem({ ...spec, kind, name: NAME });
  }
}

/** The name that all items have while they are compared: it stands in no configuration. */
const NAME = 'job';

/** What was read comes from no line of a spec, and its name is the one that it has for reading. */
function plainFields(fields: ReadonlyMap<string, Field>): ReadonlyMap<string, Field> {
  return new Map(
    [...fields].flatMap(([path, { value }]) =>
      path === 'name' ? [] : [[path, { value, origin: undefined }]],
    ),
  );
}

/**
 * Returns the texts, attributes and empty elements of a configuration by where they stand, and the order of the elements
 * in a list.
 */
export function treeFields(root: Tree): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  visit(root, '', fields);
  return fields;
}

function visit(tree: Tree, path: string, fields: Map<string, Field>): void {
  const put = (name: string, value: string) => fields.set(name, { value, origin: undefined });
  for (const [name, value] of Object.entries(tree.attributes)) put(`${path}@${name}`, value);
  const isBare = Object.keys(tree.attributes).length === 0;
  if (tree.children.length === 0 && (tree.text !== '' || isBare))
    put(path === '' ? tree.name : path, tree.text);
  const names = tree.children.map(({ name }) => name);
  if (new Set(names).size > 1 && names.some((name) => name.includes('.')))
    put(`order of ${path}`, names.join(', '));
  const counts = new Map<string, number>();
  for (const child of tree.children) {
    const nth = counts.get(child.name) ?? 0;
    counts.set(child.name, nth + 1);
    const isOnly = names.filter((name) => name === child.name).length === 1;
    const step = isOnly ? child.name : `${child.name}[${nth}]`;
    visit(child, path === '' ? step : `${path}/${step}`, fields);
  }
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../../compiler/diff/change.ts';
import type { Tree } from '../../../compiler/import/tree.ts';
import { xmlText } from '../../../compiler/import/xml-text.ts';
import { compareConfigs, configTree } from '../../../compiler/live/same.ts';
import { itemKey, type WantedItem } from '../../../compiler/live/wanted.ts';
import { exampleProject, itemsOf, liveItem, SimulatedJenkins } from './simulated.ts';

/*
 * Whatever persons do by hand to a Jenkins: what a plan would overwrite is shown in it, and after it was done there is
 * nothing left to do.
 */

/** One thing that somebody does. Numbers choose among what is there. */
type Edit =
  /** Of an element of a configuration. */
  | {
      readonly kind: 'text' | 'attribute' | 'add' | 'add-class' | 'copy' | 'remove' | 'swap';
      readonly item: number;
      readonly at: number;
    }
  /** Of an item as a whole. */
  | {
      readonly kind: 'delete' | 'rename' | 'disable' | 'unmark' | 'other-kind' | 'new';
      readonly item: number;
    };

const where = { item: fc.nat(), at: fc.nat() };
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom('text', 'attribute', 'add', 'add-class', 'copy', 'remove', 'swap' as const),
        ...where,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('delete', 'rename', 'disable', 'unmark', 'other-kind', 'new' as const),
        item: where.item,
      }),
    },
  ) as fc.Arbitrary<Edit>,
  { minLength: 1, maxLength: 8 },
);

const projects = await Promise.all(['sample-app', 'own-jobs'].map(exampleProject));

it.each(projects.map((project) => [project.name, itemsOf(project)] as const))(
  '%s: what somebody did by hand is shown before it is overwritten',
  (_, wanted) => {
    const jenkins = new SimulatedJenkins();
    jenkins.apply(jenkins.plan(wanted));
    const fresh = { items: [...jenkins.items.values()] };
    fc.assert(
      fc.property(edits, (done) => {
        const jenkins = new SimulatedJenkins(fresh.items);
        done.forEach((edit, index) => void perform(jenkins, edit, `edit-${index}-x`));
        const made = jenkins.plan(wanted, { delete: true, maxRemovals: 1000 });
        expectShown(jenkins, wanted, made.changes);
        const others = [...jenkins.items].filter(([, { xml }]) => xml.includes('>by hand<'));
        jenkins.apply(made);
        for (const [key, other] of others) expect(jenkins.items.get(key)).toBe(other);
        const again = jenkins.plan(wanted, { delete: true, maxRemovals: 1000 });
        expect(again.plan?.steps).toEqual([]);
        expect(again.changes).toEqual([]);
      }),
      { seed: Number(process.env.BITESIZE_FUZZ_SEED ?? 20170101), numRuns: 50 },
    );
  },
  120_000,
);

function perform(jenkins: SimulatedJenkins, edit: Edit, token: string): void {
  const all = [...jenkins.items.values()];
  const item = all[edit.item % all.length];
  if (item === undefined) return;
  const { kind, name } = item;
  switch (edit.kind) {
    case 'delete':
      jenkins.remove(item);
      return;
    case 'rename':
      if (kind !== 'view') jenkins.move(item, [...name.split('/').slice(0, -1), token].join('/'));
      return;
    case 'new':
      jenkins.put(liveItem('job', token, '<project><description>by hand</description></project>'));
      return;
    case 'unmark':
      jenkins.edit(kind, name, (xml) => xml.replace(/&lt;!-- Managed by bitesize: .*? --&gt;/, ''));
      return;
    case 'disable':
      if (kind === 'job')
        jenkins.edit(kind, name, (xml) =>
          xml.includes('<disabled>')
            ? xml.replace('<disabled>false', '<disabled>true')
            : xml.replace(/(<\/[\w.-]+>\s*)$/, '<disabled>true</disabled>$1'),
        );
      return;
    case 'other-kind': {
      const root = item.root === 'project' ? 'flow-definition' : 'project';
      if (kind === 'job')
        jenkins.put(liveItem('job', name, `<${root}><description>${token}</description></${root}>`));
      return;
    }
    default:
      jenkins.put(liveItem(kind, name, xmlText(editedTree(treeOf(item.xml), edit, token))));
  }
}

/** Returns a configuration with one of its elements changed. */
function editedTree(root: Tree, { kind, at }: Extract<Edit, { readonly at: number }>, token: string): Tree {
  const place = at % sizeOf(root);
  let count = 0;
  const visit = (tree: Tree): Tree => {
    const here = count++ === place;
    const { children } = tree;
    const inner = children.map(visit);
    const put = (some: readonly Tree[]): Tree => ({ ...tree, text: '', children: some });
    if (!here) return { ...tree, children: inner };
    const leaf = (name: string, text: string): Tree => ({ name, attributes: {}, children: [], text });
    const [first, ...rest] = children;
    switch (kind) {
      case 'text':
        return children.length === 0 ? { ...tree, text: token } : { ...tree, children: inner };
      case 'attribute':
        return { ...tree, attributes: { ...tree.attributes, class: `x.${token}` } };
      case 'add':
        return tree.text === '' ? put([...children, leaf('edited', token)]) : tree;
      case 'add-class':
        return tree.text === ''
          ? put([...children, { ...leaf('x.Edited', ''), children: [leaf('a', token)] }])
          : tree;
      case 'copy':
        return first === undefined ? tree : put([first, ...children]);
      case 'remove':
        return first === undefined ? tree : put(rest);
      case 'swap':
        return put([...children].reverse());
    }
  };
  return visit(root);
}

function sizeOf(tree: Tree): number {
  return tree.children.reduce((sum, child) => sum + sizeOf(child), 1);
}

/** Everything of an item that says something else than the specs has to be in its change. */
function expectShown(
  jenkins: SimulatedJenkins,
  wanted: readonly WantedItem[],
  changes: readonly Change[],
): void {
  for (const item of wanted) {
    const change = changes.find(({ kind, name }) => kind === item.kind && name === item.name);
    const live = jenkins.items.get(itemKey({ ...item, name: change?.from ?? item.name }));
    if (live === undefined) continue;
    const { isSame, ...configs } = compareConfigs(treeOf(live.xml), treeOf(item.xml));
    if (isSame && live.root === item.xml.match(/<([\w.-]+)[ >]/)?.[1]) continue;
    const shown = (change?.fields ?? []).filter(({ path }) => path !== 'managed by');
    expect(shown, `${item.name} is overwritten`).not.toEqual([]);
    const told = JSON.stringify(shown);
    const unshown = [...xmlText(configs.live).matchAll(/edit-\d+-x/g)].filter(
      ([token]) => !told.includes(token),
    );
    expect(unshown, `${item.name}: ${told}`).toEqual([]);
    // What is only in the specs is shown as well; other words may be called otherwise there.
    const there = new Set(wordsOf(configs.live));
    for (const word of wordsOf(configs.own).filter((each) => !there.has(each))) expect(told).toContain(word);
  }
}

/** The long words in the texts of a tree, but names of results and the like. */
function wordsOf(tree: Tree): readonly string[] {
  const words = tree.text.match(/[A-Za-z_]{10,}/g) ?? [];
  return [...words.filter((word) => word !== word.toUpperCase()), ...tree.children.flatMap(wordsOf)];
}

function treeOf(xml: string): Tree {
  const tree = configTree(xml);
  if (tree === undefined) throw new Error(`no XML: ${xml}`);
  return tree;
}

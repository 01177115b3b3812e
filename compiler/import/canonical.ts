import { compareText } from '../util/compare-text.ts';
import type { Tree } from './tree.ts';

/*
 * Two configurations are the same when Jenkins makes the same of them. XStream reads the fields of an object by their
 * names, in any order, and makes the object without its constructor: a field that has no element is false, 0 or null,
 * whatever its initializer says. Elements named after a class are items of a list, whose order counts.
 */

/** Returns the form in which two trees are equal that Jenkins reads alike; undefined where nothing is left of it. */
export function canonical(tree: Tree): Tree {
  return canonicalOf(tree, true) ?? { ...tree, attributes: {}, children: [], text: '' };
}

function canonicalOf(tree: Tree, isKept: boolean): Tree | undefined {
  const attributes = Object.fromEntries(
    Object.entries(tree.attributes).filter(
      ([name, value]) => name !== 'plugin' && !(name === 'class' && isCollection(value)),
    ),
  );
  const isList = isItems(tree);
  const children = tree.children
    .filter((child) => !isFallback(tree, child))
    .flatMap((child) => canonicalOf(child, isList || isItem(child)) ?? []);
  if (children.length === 0 && !isKept && Object.keys(attributes).length === 0 && isAbsent(tree.text))
    return undefined;
  return {
    name: tree.name,
    attributes,
    children: SETS.has(tree.name) ? inAnyOrder(children) : isList ? children : sorted(children),
    text: children.length === 0 ? textOf(tree) : '',
  };
}

/** Elements whose items are looked up, and not gone through: properties by their classes, results by their names. */
const SETS = new Set(['properties', 'results', 'completedStatus']);

function inAnyOrder(children: readonly Tree[]): readonly Tree[] {
  return [...children].sort(
    (a, b) => compareText(a.name, b.name) || compareText(JSON.stringify(a), JSON.stringify(b)),
  );
}

/** Elements whose text is read as properties of Java. */
const PROPERTIES_TEXTS = new Set(['properties', 'propertiesContent']);

/** Line ends at the end of properties mean nothing. */
function textOf({ name, text }: Tree): string {
  if (name === 'projectUrl') return text.endsWith('/') ? text : `${text}/`;
  return PROPERTIES_TEXTS.has(name) ? text.replace(/\s+$/, '') : text;
}

/** What a class makes of a field without an element when it is read (`readResolve`), by class and field. */
const FALLBACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'org.jenkinsci.plugins.postbuildscript.model.PostBuildStep': { executeOn: 'BOTH' },
  'com.chikli.hudson.plugin.naginator.NaginatorPublisher': { regexpForMatrixStrategy: 'TestParent' },
  'com.tikal.jenkins.plugins.multijob.PhaseJobsConfig': { killPhaseOnJobResultCondition: 'NEVER' },
};

function isFallback(owner: Tree, { name, text }: Tree): boolean {
  return FALLBACKS[owner.attributes.class ?? owner.name]?.[name] === text;
}

/** What Java gives a field that has no element. */
function isAbsent(text: string): boolean {
  return text === '' || text === 'false' || text === '0';
}

/** Whether a class is one of lists, of which a field takes any. */
function isCollection(name: string): boolean {
  return /^(?:vector|list|linked-list|set|linked-hash-set|java\.util\.)/.test(name);
}

const ITEMS = new Set(['string', 'int', 'long', 'boolean', 'null', 'entry']);

/** Whether the elements inside are items of a list and no fields. */
function isItems({ children }: Tree): boolean {
  return children.length > 0 && children.every(({ name }) => ITEMS.has(name) || isClass(name));
}

function isItem({ name }: Tree): boolean {
  return isClass(name);
}

function isClass(name: string): boolean {
  return name.includes('.');
}

/** Fields in the order of their names; those of one name stay in theirs. */
function sorted(children: readonly Tree[]): readonly Tree[] {
  const order = [...children.keys()].sort((a, b) => {
    const first = children[a];
    const second = children[b];
    if (first === undefined || second === undefined) return 0;
    const isFirst = isClass(first.name);
    if (isFirst !== isClass(second.name)) return isFirst ? 1 : -1;
    return isFirst ? a - b : compareText(first.name, second.name) || a - b;
  });
  return order.flatMap((index) => children[index] ?? []);
}

/** Returns how many elements, attributes and texts of two canonical trees differ; 0 when they are equal. */
export function distance(a: Tree, b: Tree): number {
  let found = a.name === b.name ? 0 : 1;
  if (a.text !== b.text) found++;
  for (const name of new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]))
    if (a.attributes[name] !== b.attributes[name]) found++;
  return found + listDistance(a.children, b.children);
}

function listDistance(a: readonly Tree[], b: readonly Tree[]): number {
  if (a.length === b.length && a.every(({ name }, index) => name === b[index]?.name))
    return a.reduce((sum, tree, index) => sum + distance(tree, b[index] as Tree), 0);
  let found = 0;
  const rest = [...b];
  for (const tree of a) {
    const at = rest.findIndex(({ name }) => name === tree.name);
    const other = at === -1 ? undefined : rest[at];
    if (other === undefined) found += weight(tree);
    else {
      rest.splice(at, 1);
      found += distance(tree, other);
    }
  }
  for (const tree of rest) found += weight(tree);
  // The same elements in another order.
  return found === 0 ? 1 : found;
}

function weight(tree: Tree): number {
  return tree.children.reduce((sum, child) => sum + weight(child), 1);
}

import { compareText } from '../util/compare-text.ts';
import { currentForm } from './current-form.ts';
import { isLiteral } from './literal-fields.ts';
import type { Tree } from './tree.ts';

/*
 * Two configurations are the same when Jenkins makes the same of them. XStream reads the fields of an object by their
 * names, in any order, and makes the object without its constructor: a field that has no element is false, 0 or null,
 * whatever its initializer says; an object is not null, whatever its fields are. Elements named after a class are items of a list, whose order counts.
 */

/** Returns the form in which two trees are equal that Jenkins reads alike. */
export function canonical(tree: Tree): Tree {
  return canonicalCurrent(currentForm(tree));
}

/** Returns a text that is the same for trees in their current form that Jenkins reads alike. */
export function canonicalText(tree: Tree): string {
  return JSON.stringify(canonicalCurrent(tree));
}

/** Returns the canonical form of a tree that is in its current form (`currentForm`). */
export function canonicalCurrent(tree: Tree): Tree {
  return canonicalTree(tree, false);
}

/**
 * Returns a tree in its current form in the order of its canonical form, with the fields that say no more than missing
 * ones: what a reader takes for absent may be something else than false.
 */
export function orderedCurrent(tree: Tree): Tree {
  return canonicalTree(tree, true);
}

function canonicalTree(tree: Tree, keepsNothing: boolean): Tree {
  const attributes = Object.fromEntries(
    Object.entries(tree.attributes).filter(
      ([name, value]) => name !== 'plugin' && !(name === 'class' && isCollection(value)),
    ),
  );
  const isList = isItems(tree);
  const children = tree.children.flatMap((child) => {
    const made = canonicalTree(child, keepsNothing);
    if (keepsNothing || isList || isClass(child.name) || isThere(tree, child)) return [made];
    const read = withSwitch(tree, made);
    return isNothing(tree, read) ? [] : [read];
  });
  return {
    name: tree.name,
    attributes,
    children: SETS.has(tree.name) ? inAnyOrder(children) : isList ? children : sorted(children),
    text: children.length === 0 ? textOf(tree) : '',
  };
}

/**
 * Elements whose items are looked up, and not gone through: properties by their classes, results by their names,
 * targets of coverage by what they measure, permissions by themselves. Traits of sources are a set of one for each class
 * (`SCMTrait.asSetList` of the plugin scm-api, 2026-11), and all that any of them asks for holds.
 */
const SETS = new Set([
  'properties',
  'results',
  'completedStatus',
  'targets',
  'traits',
  'hudson.security.AuthorizationMatrixProperty',
]);

function inAnyOrder(children: readonly Tree[]): readonly Tree[] {
  return [...children].sort(
    (a, b) => compareText(a.name, b.name) || compareText(JSON.stringify(a), JSON.stringify(b)),
  );
}

/** Elements whose text is read line by line: properties of Java, and schedules with parameters. */
const LINES = new Set(['properties', 'propertiesContent', 'parameterizedSpecification']);

/** Line ends at the end of such texts mean nothing. */
function textOf({ name, text }: Tree): string {
  // `GithubUrl.normalize` of the plugin github (2026-06) ends an address with a slash.
  if (name === 'projectUrl') return text.endsWith('/') ? text : `${text}/`;
  return LINES.has(name) ? text.trimEnd() : text;
}

/** Objects that say nothing where all their fields are empty: EnvInject (2026-11) takes an empty script for none. */
const EMPTY_OBJECTS = new Set(['secureGroovyScript']);

/** Fields whose object says something by being there, even where none of its own fields has an element. */
const PRESENT = new Set([
  // `BlockableBuildTriggerConfig` of Parameterized Trigger waits where it has a `BlockingBehaviour` (2026-11).
  'hudson.plugins.parameterizedtrigger.BlockableBuildTriggerConfig block',
  // `GerritTrigger.isEnableTopicAssociation` of Gerrit Trigger (2026-11).
  'com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger topicAssociation',
  // `ThrottleJobProperty.isThrottleMatrixBuilds` of Throttle Concurrent Builds is true without it (2026-11).
  'hudson.plugins.throttleconcurrents.ThrottleJobProperty matrixOptions',
]);

/** Whether a field has an object: that is none of its own fields, and something else than no object. */
function isThere(owner: Tree, { name, children }: Tree): boolean {
  if (children.some((child) => !isClass(child.name) && !ITEMS.has(child.name)))
    return !EMPTY_OBJECTS.has(name);
  return isPresent(owner.attributes.class ?? owner.name, name);
}

/** Whether an element of an object of a class says something by being there, even where nothing is in it. */
export function isPresent(owner: string, name: string): boolean {
  return PRESENT.has(`${owner} ${name}`);
}

/** Flags are read whatever their case is (`BooleanConverter.fromString` of XStream); Python writes `True`. */
function withSwitch(owner: Tree, field: Tree): Tree {
  const text = switchText(field.text);
  return text === field.text || isLiteral(owner, field) ? field : { ...field, text };
}

/** Returns a text as a flag is written; others as they are. */
export function switchText(text: string): string {
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text;
}

/** Whether a field is as one that has no element: Java gives it null, false or 0. */
function isNothing(owner: Tree, field: Tree): boolean {
  const { children, attributes, text } = field;
  if (children.length > 0 || Object.keys(attributes).length > 0) return false;
  return text === '' || ((text === 'false' || text === '0') && !isLiteral(owner, field));
}

/** Whether a class is one of lists, of which a field takes any. */
function isCollection(name: string): boolean {
  return /^(?:(?:empty-|linked-|singleton-|sorted-|tree-)?(?:list|set|map)$|vector$|linked-hash-(?:map|set)$|java\.util\.|hudson\.util\.DescribableList$|hudson\.model\.View\$PropertyList$)/.test(
    name,
  );
}

const ITEMS = new Set(['string', 'int', 'long', 'boolean', 'null', 'entry']);

/** Whether the elements inside are items of a list and no fields. */
function isItems({ children }: Tree): boolean {
  return children.length > 0 && children.every(({ name }) => ITEMS.has(name) || isClass(name));
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

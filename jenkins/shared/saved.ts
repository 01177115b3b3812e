import type { SavedMark, XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText } from '../../compiler/text/traced-text.ts';
import { appendNode, appendSize, inParts, isElements, type NodeCount } from './configure.ts';
import type { DslPiece, DslWriter } from './dsl-writer.ts';
import { childrenOf } from './xml.ts';

/*
 * Jenkins writes a configuration in its own form when it saves it: it adds elements that were not there, and turns old
 * ones into what they became. config.xml has that form from the start, so that a comparison with a running Jenkins
 * shows changes only. Where Job DSL has no method for it, the element is marked, and `savedCalls` makes the same of
 * what the engine prints in a configure block.
 */

/**
 * Returns an element marked as one that Jenkins adds when it saves, instead of its siblings of the given names, which
 * Job DSL prints. It stands behind its other siblings: configure blocks append.
 */
export function saved(target: XmlElement, ...insteadOf: readonly string[]): XmlElement {
  return marked(target, { kind: 'added', insteadOf });
}

/** Returns the same for an element that stands before its siblings: what reads it takes it from there only. */
export function savedFirst(target: XmlElement, ...insteadOf: readonly string[]): XmlElement {
  return marked(target, { kind: 'added', insteadOf, isFirst: true });
}

/** Returns an element marked as one that Jenkins saves without the `class` that Job DSL prints. */
export function savedWithoutClass(target: XmlElement): XmlElement {
  return marked(target, { kind: 'without-class' });
}

/** Returns the root of an item that stands inside another one and has a configure block of its own. */
export function savedByItself(target: XmlElement): XmlElement {
  return marked(target, { kind: 'by-itself' });
}

function marked({ name, attributes, content, origin }: XmlElement, saved: SavedMark): XmlElement {
  return { name, attributes, content, origin, saved };
}

/**
 * Returns siblings in the order in which they are given, whatever of them Job DSL has a method for: the configure
 * block moves those that it adds to their places. Those that have to be first stand before all others.
 */
export function inGivenOrder(siblings: readonly XmlElement[]): readonly XmlElement[] {
  if (!siblings.some(isAdded)) return siblings;
  const ordered = [...siblings.filter(isFirst), ...siblings.filter((child) => !isFirst(child))];
  const last = ordered.findLastIndex((child) => !isAdded(child));
  return ordered.map((child, index) =>
    child.saved?.kind === 'added' && !isFirst(child) && index < last
      ? marked(child, { ...child.saved, at: index })
      : child,
  );
}

/** Returns siblings in the order that the configure block leaves them in: it moves some to the front, and appends others. */
export function inSavedOrder(siblings: readonly XmlElement[]): readonly XmlElement[] {
  if (!siblings.some(isAdded)) return siblings;
  return [
    ...siblings.filter(isFirst),
    ...siblings.filter((child) => !isAdded(child)),
    ...siblings.filter((child) => isAdded(child) && !isFirst(child)),
  ];
}

function isAdded({ saved: mark }: XmlElement): boolean {
  return mark?.kind === 'added';
}

function isFirst({ saved: mark }: XmlElement): boolean {
  return mark?.kind === 'added' && mark.isFirst === true;
}

/** Writes the configure block for what is marked below the root of an item; nothing where nothing is. */
export function savedCalls(root: XmlElement, dsl: DslWriter): void {
  const changed = new Set<XmlElement>();
  for (const child of childrenOf(root)) findChanged(child, changed);
  if (changed.size === 0) return;
  dsl.closure(['configure { project ->'], () => {
    dsl.comment('The form in which Jenkins saves it; Job DSL has no methods for that.');
    changeInside({ code: ['project'], isNode: true }, root, { changed, dsl, nodes: { count: 0 } });
  });
}

/** Adds an element at which or inside which anything is marked, and those in it that are such; says whether it is one. */
function findChanged(target: XmlElement, changed: Set<XmlElement>): boolean {
  const kind = target.saved?.kind;
  if (kind === 'by-itself') return false;
  let isChanged = kind !== undefined;
  if (kind !== 'added')
    for (const child of childrenOf(target)) if (findChanged(child, changed)) isChanged = true;
  if (isChanged) changed.add(target);
  return isChanged;
}

/** What is needed to write a configure block. */
interface Block {
  /** The elements at which or inside which anything is marked. */
  readonly changed: ReadonlySet<XmlElement>;
  readonly dsl: DslWriter;
  readonly nodes: NodeCount;
}

/** A Groovy expression for a node, or for the nodes that a path of names leads to. */
interface Place {
  readonly code: readonly DslPiece[];
  readonly isNode: boolean;
}

function changeInside(place: Place, parent: XmlElement, block: Block): void {
  const { nodes, dsl } = block;
  const children = childrenOf(parent);
  const added = children.filter(isAdded);
  const withoutClass = parent.saved?.kind === 'without-class';
  if (added.length > 0 || withoutClass)
    inEach(place, nodes, dsl, (node) => {
      if (withoutClass) dsl.statement(`${node}.attributes().remove('class')`);
      // The last that is moved to the front stands there.
      const inOrder = [...added.filter(isFirst).reverse(), ...added.filter((child) => !isFirst(child))];
      inParts(
        node,
        inOrder.map((child) => ({
          size: appendSize(child) + 2,
          write: () => replace(node, child, nodes, dsl),
        })),
        dsl,
      );
    });
  inParts(
    'project',
    siblingChanges(place, children, block).map((change) => ({
      size: change.size,
      write: () => changeInside(change.place, change.element, block),
    })),
    dsl,
  );
}

/** Something inside an element that changes. */
interface ChildChange {
  readonly place: Place;
  readonly element: XmlElement;
  readonly size: number;
}

/**
 * Returns the changes inside the children that Job DSL prints: those of one name all at once where they change in the
 * same way, and none of the name was added.
 */
function siblingChanges(
  place: Place,
  children: readonly XmlElement[],
  { changed }: Block,
): readonly ChildChange[] {
  const printed = children.filter((child) => !isAdded(child));
  const names = new Set(printed.filter((child) => changed.has(child)).map(({ name }) => name));
  if (names.size === 0) return [];
  // Their order is that of the first of each name.
  const ordered = printed.filter(({ name }) => names.delete(name)).map(({ name }) => name);
  return ordered.flatMap((name) => {
    const siblings = children.filter((child) => child.name === name);
    const group = printed.filter((child) => child.name === name);
    const code = [...place.code, place.isNode ? '.get(' : '.getAt(', [name] as const, ')'];
    const isSame = siblings.length === group.length && areSameChanges(group, changed);
    return (isSame ? group.slice(0, 1) : group.filter((child) => changed.has(child))).map((element) => ({
      element,
      size: changeSize(element, changed),
      place: isSame
        ? { code, isNode: false }
        : { code: [...code, `[${siblings.indexOf(element)}]`], isNode: true },
    }));
  });
}

/** Returns about how many calls change what is inside an element. */
function changeSize(target: XmlElement, changed: Block['changed']): number {
  if (!changed.has(target)) return 0;
  return childrenOf(target).reduce(
    (sum, child) =>
      sum + (child.saved?.kind === 'added' ? appendSize(child) + 2 : changeSize(child, changed)),
    2,
  );
}

/** Writes what is done with a node, or with each of several. */
function inEach(
  { code, isNode }: Place,
  nodes: NodeCount,
  dsl: DslWriter,
  write: (node: string) => void,
): void {
  if (code.length === 1) {
    write('project');
    return;
  }
  const node = `node${nodes.count++}`;
  if (isNode) {
    dsl.statement(`def ${node} = `, ...code);
    write(node);
  } else dsl.closure([`for (${node} in `, ...code, ') {'], () => write(node));
}

function replace(node: string, child: XmlElement, nodes: NodeCount, dsl: DslWriter): void {
  for (const name of child.saved?.kind === 'added' ? child.saved.insteadOf : [])
    dsl.statement(`for (old in ${node}.get(`, [name], `)) ${node}.remove(old)`);
  if (child.origin === undefined) appendNode(nodes, node, child, dsl);
  else dsl.from(child.origin, () => appendNode(nodes, node, child, dsl));
  const at = isFirst(child) ? 0 : child.saved?.kind === 'added' ? child.saved.at : undefined;
  if (at !== undefined)
    dsl.statement(`${node}.children().add(${at}, ${node}.children().remove(${node}.children().size() - 1))`);
}

function areSameChanges([first, ...more]: readonly XmlElement[], changed: Block['changed']): boolean {
  if (first === undefined || more.length === 0) return true;
  const changes = changesOf(first, changed);
  return more.every((other) => changesOf(other, changed) === changes);
}

/** Returns a text that is the same for elements that change in the same way. */
function changesOf(target: XmlElement, changed: Block['changed']): string {
  const children = childrenOf(target).filter((child) => changed.has(child));
  return JSON.stringify([
    target.saved?.kind,
    children.map((child) =>
      child.saved?.kind === 'added'
        ? [child.saved.insteadOf, wholeOf(child)]
        : [child.name, changesOf(child, changed)],
    ),
  ]);
}

function wholeOf({ name, attributes, content }: XmlElement): unknown {
  return [name, attributes, isElements(content) ? content.map(wholeOf) : plainText(content)];
}

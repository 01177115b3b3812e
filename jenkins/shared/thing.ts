import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { once } from '../../compiler/util/once.ts';
import type { DslWriter } from './dsl-writer.ts';
import type { NeedCollector } from './need-collector.ts';
import type { ItemNode } from './node.ts';
import type { ElementUse, PluginUse } from './plugin-use.ts';
import { inGivenOrder, saved } from './saved.ts';
import { from } from './xml.ts';

/** A node of a job that is told from others by its kind. */
export interface KindNode extends ItemNode {
  readonly kind: string;
}

/**
 * One thing that Jenkins knows, such as a build step: what it needs and how it is printed. Its config.xml must equal
 * what the engine makes of its Job DSL, so both stand side by side.
 */
export interface Thing<Node extends KindNode> {
  readonly kind: Node['kind'];
  /** The Job DSL method that makes it, or the plugin itself where there is none; `core` for what needs no plugin. */
  readonly needs: PluginUse | ElementUse | 'core';
  /** Returns the element in config.xml. */
  readonly xml: (node: Node) => XmlElement;
  /** Writes the calls of Job DSL; absent where it has none: then a configure block makes the element. */
  readonly dsl?: (node: Node, dsl: DslWriter) => void;
  /** Whether Job DSL can say this node, where it cannot say all: with things inside that it has no method for. */
  readonly hasCalls?: (node: Node) => boolean;
  /** Notes what the nodes inside it need. */
  readonly inside?: (node: Node, needs: NeedCollector) => void;
}

/** Any thing: its functions take a node of its own kind only. */
export interface AnyThing {
  readonly kind: string;
  readonly needs: PluginUse | ElementUse | 'core';
  readonly xml: (node: never) => XmlElement;
  readonly dsl?: (node: never, dsl: DslWriter) => void;
  readonly hasCalls?: (node: never) => boolean;
  readonly inside?: (node: never, needs: NeedCollector) => void;
}

/** The nodes of a list of things. */
export type NodeOf<Things extends readonly AnyThing[]> = Things[number] extends infer Each
  ? Each extends Thing<infer Node extends KindNode>
    ? Node
    : never
  : never;

/** The things that may stand in one place, such as all build steps. */
export interface ThingFamily<Node extends KindNode> {
  /** Returns the element of a node, with its origin. */
  readonly xml: (node: Node) => XmlElement;
  /** Returns the elements of nodes, in their order. */
  readonly elements: (nodes: readonly Node[] | undefined) => readonly XmlElement[];
  /** Returns the same for a place that a configure block makes as a whole. */
  readonly plain: (nodes: readonly Node[] | undefined) => readonly XmlElement[];
  /** Returns the nodes that Job DSL has methods for. */
  readonly called: <Some extends Node>(nodes: readonly Some[] | undefined) => readonly Some[];
  /** Writes the calls of a node; the caller marks them with its origin. */
  readonly dsl: (node: Node, dsl: DslWriter) => void;
  /** Notes what nodes need, and then what those inside them need. */
  readonly needs: (nodes: readonly Node[] | undefined, needs: NeedCollector) => void;
}

/**
 * Returns what finds a thing by its kind: in a list, and if it is not there, in the others. Most projects need none of these, so
 * that they are asked for only then.
 */
export function thingsByKind<Any extends AnyThing>(
  things: readonly Any[],
  others: () => readonly Any[] = () => [],
): (kind: string) => Any | undefined {
  const mapOf = (list: readonly Any[]) => new Map(list.map((thing) => [thing.kind, thing]));
  const known = mapOf(things);
  const rare = once(() => mapOf(others()));
  return (kind) => known.get(kind) ?? rare().get(kind);
}

/** Returns the family of a list of things, and of others that are asked for when a node is none of the list. */
export function thingFamily<Things extends readonly AnyThing[], Others extends readonly AnyThing[] = []>(
  things: Things,
  others?: () => Others,
): ThingFamily<NodeOf<Things> | NodeOf<Others>> {
  const byKind = thingsByKind<AnyThing>(things, others);
  const thingOf = (node: KindNode) => byKind(node.kind) as Thing<KindNode>;
  const isCalled = (node: KindNode) => {
    const { dsl, hasCalls } = thingOf(node);
    return dsl !== undefined && (hasCalls === undefined || hasCalls(node));
  };
  const xml = (node: KindNode) => {
    const element = from(node.origin, thingOf(node).xml(node));
    return isCalled(node) ? element : saved(element);
  };
  const family: ThingFamily<KindNode> = {
    xml,
    elements: (nodes = []) => inGivenOrder(nodes.map(xml)),
    plain: (nodes = []) => nodes.map((node) => from(node.origin, thingOf(node).xml(node))),
    called: (nodes = []) => nodes.filter(isCalled),
    dsl: (node, dsl) => thingOf(node).dsl?.(node, dsl),
    needs: (nodes = [], needs) => {
      for (const node of nodes) needs.use(thingOf(node).needs, node.origin);
      for (const node of nodes) thingOf(node).inside?.(node, needs);
    },
  };
  // TypeScript does not see that a node and the thing of its kind belong together.
  return family as ThingFamily<NodeOf<Things> | NodeOf<Others>>;
}

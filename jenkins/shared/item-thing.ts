import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { configureFragment } from './configure.ts';
import type { DslWriter } from './dsl-writer.ts';
import { type Fragment, withFragments } from './fragment.ts';
import type { NeedCollector } from './need-collector.ts';
import type { ItemBase } from './node.ts';
import { savedByItself, savedCalls } from './saved.ts';
import type { AnyThing, Thing } from './thing.ts';

/** A job, folder or view: a thing that stands for itself and takes fragments of XML. */
export interface ItemThing<Item extends ItemBase & { readonly kind: string }> extends Thing<Item> {
  readonly dsl: (item: Item, dsl: DslWriter) => void;
  readonly isView: boolean;
  /** Where fragments can go: elements that hold elements, never a text; empty for the root. */
  readonly fragmentPlaces: readonly string[];
}

/** Any job, folder or view. */
export interface AnyItemThing extends AnyThing {
  readonly isView: boolean;
  readonly fragmentPlaces: readonly string[];
}

/**
 * Returns an item that is printed with its fragments: `xml` gives Job DSL's template in its order, then what the
 * engine appends; `dsl` writes the calls inside the block of `method`.
 */
export function itemThing<Item extends ItemBase & { readonly kind: string }>({
  method,
  ...thing
}: ItemThing<Item> & { readonly method: string }): ItemThing<Item> {
  // Both config.xml and the configure block of the calls are made of it.
  const known = new WeakMap<Item, XmlElement>();
  const elementOf = (item: Item): XmlElement => {
    const found = known.get(item) ?? thing.xml(item);
    known.set(item, found);
    return found;
  };
  return {
    ...thing,
    xml: (item): XmlElement => savedByItself(withFragments(elementOf(item), item.fragments)),
    dsl: (item: Item, dsl: DslWriter) =>
      dsl.block(
        method,
        () => {
          thing.dsl(item, dsl);
          savedCalls(elementOf(item), dsl);
          for (const fragment of item.fragments ?? []) configureFragment(fragment, dsl);
        },
        item.name,
      ),
    inside: (item: Item, needs: NeedCollector) => {
      thing.inside?.(item, needs);
      noteFragments(item.fragments ?? [], needs);
    },
  };
}

function noteFragments(fragments: readonly Fragment[], needs: NeedCollector): void {
  for (const { xml, origin } of fragments) needs.fragment(xml, origin);
}

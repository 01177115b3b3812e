/*
 * What instrumented code tells the sandbox about itself: which expression made which value. The tables are made
 * beside the code and handed to the sandbox with it; the sandbox turns them into places when it writes the result.
 */

/** A piece of a source file, as an index into the table of places. */
export type PlaceId = number;

/** Where the value of a property, element or argument comes from, as far as the syntax says. */
export type Slot =
  /** The expression itself, or the literal of the constant that it names; `use` is then where it is named. */
  | { readonly kind: 'own'; readonly place: PlaceId; readonly use?: PlaceId }
  /** The expression computes it: inside a function, the call of the function made it. */
  | { readonly kind: 'computed'; readonly place: PlaceId }
  /** A property of an object that the code hands over as base number `base`. */
  | { readonly kind: 'member'; readonly place: PlaceId; readonly base: number; readonly name: string }
  /** A parameter of the function that the expression stands in. */
  | { readonly kind: 'parameter'; readonly place: PlaceId; readonly function: number; readonly index: number }
  /** The element that a method such as `map` hands to its callback; `call` is the call of that method. */
  | { readonly kind: 'element'; readonly place: PlaceId; readonly call: number };

/** A property of a literal: its key and where its value comes from. For an element, the key is the element. */
export interface Property {
  readonly key: PlaceId;
  readonly value: Slot;
}

/** A piece of a literal. A literal without spreads and computed keys has one part. */
export type Part =
  | { readonly kind: 'own'; readonly properties: Readonly<Record<string, Property>> }
  | { readonly kind: 'spread'; readonly value: Slot }
  | { readonly kind: 'computed'; readonly key: PlaceId; readonly value: Slot };

/** An object or list literal. */
export interface LiteralSite {
  readonly place: PlaceId;
  /** The call in whose arguments the literal stands, in the same function; -1 for none. */
  readonly enclosing: number;
  readonly parts: readonly Part[];
}

/** In place of a function's number: a function of the module `bitesize`. */
export const HELPER = -2;

/** In place of a number: it is not known, or there is none. */
export const UNKNOWN = -1;

/** A call, a construction, or a chain with calls in it. */
export interface CallSite {
  readonly place: PlaceId;
  /** As for a literal. */
  readonly enclosing: number;
  /** The function that is called, when the types say which; `HELPER` for one of `bitesize`, else `UNKNOWN`. */
  readonly function: number;
  readonly arguments: readonly Slot[];
}

/** All sites of the modules of a project. */
export interface Sites {
  readonly literals: readonly LiteralSite[];
  readonly calls: readonly CallSite[];
}

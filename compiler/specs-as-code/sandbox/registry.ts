import type { LiteralSite, Part, Slot } from '../instrument/sites.ts';
import { activation, callChain, currentFrame, type Frame, sites } from './frames.ts';
import { madeIn, type ValueOrigin } from './origin.ts';
import { type Context, resolveSlot } from './resolve-slot.ts';

/** An object or list that a literal made: with what, and during which call. */
interface Made {
  readonly place: number;
  readonly parts: readonly Part[];
  /** The value of each part: what was written, or what was spread. */
  readonly values: readonly object[];
  readonly context: Context;
}

const made = new WeakMap<object, Made | { readonly sameAs: object }>();

/** Remembers a literal without spreads, and returns it. */
export function literal<T extends object>(site: number, value: T, ...bases: readonly unknown[]): T {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  remember(site, value, [copy], bases);
  return value;
}

/** Returns the object that a literal with spreads or computed keys makes of its parts. */
export function merged(site: number, parts: readonly object[], ...bases: readonly unknown[]): object {
  const result = {};
  const kinds = sites().literals[site]?.parts ?? [];
  parts.forEach((part, index) => {
    if (kinds[index]?.kind === 'spread') copyValues(part, result);
    else Object.defineProperties(result, Object.getOwnPropertyDescriptors(part));
  });
  remember(site, result, parts, bases);
  return result;
}

/** Returns the list that a literal with spreads makes of its parts. */
export function joined(
  site: number,
  parts: readonly Iterable<unknown>[],
  ...bases: readonly unknown[]
): unknown[] {
  const lists = parts.map((part) => [...part]);
  const result = lists.flat(1);
  const values = parts.map((part, index) => (Array.isArray(part) ? part : (lists[index] ?? [])));
  remember(site, result, values, bases);
  return result;
}

/** Remembers that an object holds properties of another one: `rest` of `{ name, ...rest }`. */
export function rest(value: object, source: unknown): void {
  if (typeof source === 'object' && source !== null) made.set(value, { sameAs: source });
}

/** Remembers an object that a function of the module `bitesize` made. */
export function helperResult(value: object, frame: Frame | undefined, name: Slot, fields: object): void {
  const place = frame === undefined ? undefined : sites().calls[frame.call]?.place;
  if (frame === undefined || place === undefined) return;
  const parts: readonly Part[] = [
    { kind: 'own', properties: { name: { key: name.place, value: name } } },
    { kind: 'spread', value: { kind: 'computed', place } },
  ];
  const caller = activation(frame.parent, sites().calls[frame.call]?.enclosing ?? -1);
  const context = { frame: caller, bases: frame.bases, memberOrigin };
  made.set(value, { place, parts, values: [{ name: (value as { name?: unknown }).name }, fields], context });
}

/** Returns where an object or list was made, or undefined when no literal made it. */
export function originOf(value: object): ValueOrigin | undefined {
  const entry = made.get(value);
  if (entry === undefined || 'sameAs' in entry) return undefined;
  return madeIn(entry.place, callChain(entry.context.frame));
}

/** Returns where the value of a property of an object comes from, or undefined when nobody knows. */
export function memberOrigin(owner: object, key: string, value: unknown): ValueOrigin | undefined {
  return findMember(owner, key, value, 0)?.value;
}

/** Returns where the key of a property of an object was written, or undefined when nobody knows. */
export function keyOrigin(owner: object, key: string, value: unknown): ValueOrigin | undefined {
  return findMember(owner, key, value, 0)?.key;
}

interface MemberOrigin {
  readonly key: ValueOrigin;
  readonly value: ValueOrigin;
}

function findMember(owner: object, key: string, value: unknown, depth: number): MemberOrigin | undefined {
  const entry = made.get(owner);
  if (entry === undefined || depth > 50) return undefined;
  if ('sameAs' in entry) return findMember(entry.sameAs, key, value, depth + 1);
  return Array.isArray(owner) ? inList(entry, key, value, depth) : inObject(entry, key, value, depth);
}

function inObject(entry: Made, key: string, value: unknown, depth: number): MemberOrigin | undefined {
  for (let index = entry.parts.length - 1; index >= 0; index--) {
    const part = entry.parts[index];
    const source = entry.values[index];
    if (part === undefined || source === undefined || source === null || !hasOwn(source, key)) continue;
    // A property that was assigned later holds another value than the one that the literal gave it.
    if (!Object.is((source as Record<string, unknown>)[key], value)) return undefined;
    return inPart(entry, part, source, key, value, depth);
  }
  return undefined;
}

function inPart(
  entry: Made,
  part: Part,
  source: object,
  key: string,
  value: unknown,
  depth: number,
): MemberOrigin | undefined {
  const calls = callChain(entry.context.frame);
  switch (part.kind) {
    case 'own': {
      const property = hasOwn(part.properties, key) ? part.properties[key] : undefined;
      if (property === undefined) return undefined;
      return { key: madeIn(property.key, calls), value: resolveSlot(property.value, value, entry.context) };
    }
    case 'spread': {
      const inner = findMember(source, key, value, depth + 1);
      // What a function of `bitesize` spreads stands in its arguments: there is no other place to name.
      if (inner !== undefined && part.value.place === entry.place) return inner;
      if (inner !== undefined) {
        const uses = inner.value.steps.filter(([kind]) => kind === 'use');
        const here = madeIn(inner.value.place, calls, part.value.place);
        return { key: inner.key, value: { ...here, steps: [...uses, ...here.steps] } };
      }
      const origin = resolveSlot(part.value, value, entry.context);
      return { key: origin, value: origin };
    }
    case 'computed':
      return { key: madeIn(part.key, calls), value: resolveSlot(part.value, value, entry.context) };
  }
}

/** The elements may have moved since: the one that still stands in its place counts, else the first equal one. */
function inList(entry: Made, key: string, value: unknown, depth: number): MemberOrigin | undefined {
  const wanted = Number(key);
  let found: MemberOrigin | undefined;
  let start = 0;
  for (let index = 0; index < entry.parts.length; index++) {
    const part = entry.parts[index];
    const source = entry.values[index];
    if (part === undefined || !Array.isArray(source)) continue;
    const here = wanted - start;
    const stays = here >= 0 && here < source.length && Object.is(source[here], value);
    const at = stays ? here : source.indexOf(value);
    if (stays || (at !== -1 && found === undefined))
      found = inPart(entry, part, source, String(at), value, depth);
    if (stays) return found;
    start += source.length;
  }
  return found;
}

function remember(site: number, value: object, values: readonly object[], bases: readonly unknown[]): void {
  const literalSite: LiteralSite | undefined = sites().literals[site];
  if (literalSite === undefined) return;
  const { place, parts, enclosing } = literalSite;
  const frame = activation(currentFrame(), enclosing);
  made.set(value, { place, parts, values, context: { frame, bases, memberOrigin } });
}

function copyValues(source: object | null | undefined, target: object): void {
  if (source === null || source === undefined) return;
  for (const key of Reflect.ownKeys(Object(source))) {
    const descriptor = Object.getOwnPropertyDescriptor(Object(source), key);
    if (descriptor?.enumerable !== true) continue;
    const value: unknown = Reflect.get(source, key);
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  }
}

function hasOwn(owner: object, key: string): boolean {
  return Object.hasOwn(owner, key);
}

/** Says whether data that came from outside is what it should be. */
export type Shape<T> = (data: unknown) => data is T;

/** A text. */
export const text: Shape<string> = (data) => typeof data === 'string';

/** True or false. */
export const flag: Shape<boolean> = (data) => typeof data === 'boolean';

/** A whole number from 0 on, such as a length or a place in a list. */
export const count = ((data: unknown) => Number.isSafeInteger(data) && Number(data) >= 0) as Shape<number>;

/** A moment or a length of time, in milliseconds. */
export const moment = ((data: unknown) => Number.isFinite(data)) as Shape<number>;

/** A SHA-256 in lower case hex. */
export const digest: Shape<string> = (data): data is string =>
  typeof data === 'string' && /^[0-9a-f]{64}$/.test(data);

/** One of some texts. */
export function oneOf<const T extends string>(...texts: readonly T[]): Shape<T> {
  return (data): data is T => texts.some((each) => each === data);
}

/** One of two shapes. */
export function eitherOf<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (data): data is A | B => first(data) || second(data);
}

/** A list of things of one shape. */
export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (data): data is readonly T[] => Array.isArray(data) && data.every(item);
}

/** A list of as many items as there are shapes. */
export function rowOf<const T extends readonly unknown[]>(
  ...items: { readonly [I in keyof T]: Shape<T[I]> }
): Shape<T> {
  return (data): data is T =>
    Array.isArray(data) && data.length === items.length && items.every((item, at) => item(data[at]));
}

/** An object with these fields, some of which may be absent, and no others. */
export function fieldsOf<R extends object, O extends object = object>(
  required: { readonly [K in keyof R]-?: Shape<R[K]> },
  optional?: { readonly [K in keyof O]-?: Shape<Exclude<O[K], undefined>> },
): Shape<R & Partial<O>> {
  const shapes = new Map<string, Shape<unknown>>(Object.entries({ ...required, ...optional }));
  const needed = Object.keys(required);
  return (data): data is R & Partial<O> => {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
    const fields: Readonly<Record<string, unknown>> = data as Record<string, unknown>;
    return (
      needed.every((name) => Object.hasOwn(data, name)) &&
      Object.keys(data).every((name) => shapes.get(name)?.(fields[name]) === true)
    );
  };
}

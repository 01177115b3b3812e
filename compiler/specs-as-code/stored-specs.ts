import { MAX_DEPTH } from '../source/limits.ts';
import { count, digest, fieldsOf, listOf, oneOf, rowOf, type Shape, text } from '../util/shape.ts';
import type { Evaluated } from './evaluated.ts';
import type { PlaceRow } from './instrument/tables.ts';
import type { ValueOrigin } from './sandbox/origin.ts';
import type { Written, WrittenNode } from './sandbox/written.ts';

/** What is kept of the specs of a project. */
export interface StoredSpecs {
  readonly version: string;
  /** Every file that was read: its path below the root, and the SHA-256 of its text. */
  readonly files: readonly (readonly [string, string])[];
  readonly evaluated: Evaluated;
}

const origin: Shape<ValueOrigin> = fieldsOf<ValueOrigin>({
  place: count,
  steps: listOf(rowOf(oneOf('use', 'call'), count)),
});

/** A value is no deeper than what may be written by hand; deeper ones would overflow those who walk it. */
function isNode(data: unknown, depth = MAX_DEPTH + 1): data is WrittenNode {
  if (!Array.isArray(data) || data.length !== 3 || depth < 0) return false;
  const [kind, at, content]: readonly unknown[] = data;
  const isInner = (item: unknown): item is WrittenNode => isNode(item, depth - 1);
  if (!count(at)) return false;
  if (kind === 'l') return listOf(isInner)(content);
  if (kind === 'm') return listOf(rowOf(text, count, isInner))(content);
  return scalarKind(kind) && text(content);
}

const scalarKind = oneOf('s', 'n', 'b', 'z');

const written: Shape<Written> = fieldsOf<Written>({
  root: (data) => isNode(data),
  origins: listOf(origin),
});

const place: Shape<PlaceRow> = rowOf(count, count, count);

/** Returns whether data has the form of what is kept. */
export const isStoredSpecs: Shape<StoredSpecs> = fieldsOf<StoredSpecs>({
  version: text,
  files: listOf(rowOf(text, digest)),
  evaluated: fieldsOf<Evaluated>({
    files: listOf(text),
    places: listOf(place),
    specs: listOf(fieldsOf({ name: text, value: written })),
  }),
});

/** Returns whether all that values refer to is there: origins, places, and the texts that these lie in. */
export function isWhole({ files, places, specs }: Evaluated, texts: ReadonlyMap<string, string>): boolean {
  const isPlace = (index: number) => {
    const [file = -1, start = 0, end = 0] = places[index] ?? [];
    const length = texts.get(files[file] ?? '')?.length;
    return length !== undefined && start <= end && end <= length;
  };
  return specs.every(
    ({ value: { root, origins } }) =>
      origins.every(({ place: at, steps }) => isPlace(at) && steps.every(([, step]) => isPlace(step))) &&
      everyOrigin(root, (index) => index < origins.length),
  );
}

function everyOrigin([kind, index, content]: WrittenNode, isThere: (index: number) => boolean): boolean {
  if (!isThere(index)) return false;
  switch (kind) {
    case 'l':
      return content.every((item) => everyOrigin(item, isThere));
    case 'm':
      return content.every(([, key, value]) => isThere(key) && everyOrigin(value, isThere));
    default:
      return true;
  }
}

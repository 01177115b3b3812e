import type { JsonValue } from '../../../schema/schema-node.ts';
import type { Leaf } from './leaf.ts';
import { changesBetween, type FieldReader, type LearnContext } from './learn-context.ts';
import { childrenAt, placeOf, textAt } from './places.ts';

const ONE = { zqk1a: 'zqv1a' };
const TWO = { ...ONE, zqk2b: 'zqv2b' };

/** Returns the reader of a map of texts: an element for each pair, or a line `key=value` for each. */
export function mapReader(leaf: Leaf, context: LearnContext): FieldReader {
  const readers = context.contexts
    .slice(0, 1)
    .flatMap((spec) => changesBetween(leaf, context, spec, ONE, TWO))
    .flatMap((change): readonly FieldReader[] => {
      if (change.kind === 'added') {
        const key = placeOf([change.tree], 'zqk2b');
        const value = placeOf([change.tree], 'zqv2b');
        if (key === undefined || value === undefined) return [];
        const { parent, tree } = change;
        return [
          (trees) =>
            mapOf(
              (childrenAt(trees, parent) ?? [])
                .filter(({ name }) => name === tree.name)
                .map((item) => [textAt([item], key) ?? '', textAt([item], value) ?? '']),
            ),
        ];
      }
      if (change.kind !== 'text' || !change.from.includes('zqk1a=zqv1a')) return [];
      const { place } = change;
      return [(trees) => mapOf(pairsIn(textAt(trees, place) ?? ''))];
    });
  return (trees) => readers.flatMap((read) => read(trees));
}

function pairsIn(text: string): readonly (readonly [string, string])[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=');
      return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    });
}

function mapOf(pairs: readonly (readonly [string, string])[]): readonly JsonValue[] {
  return pairs.length === 0 ? [] : [Object.fromEntries(pairs)];
}

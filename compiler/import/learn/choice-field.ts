import type { JsonValue } from '../../../schema/schema-node.ts';
import { isPresent, switchText } from '../canonical.ts';
import type { Tree } from '../tree.ts';
import { type Leaf, withValue } from './leaf.ts';
import type { FieldReader, LearnContext } from './learn-context.ts';
import { differences, elementAt, type Place, placeKey, textAt } from './places.ts';
import { className } from './printing.ts';

/** A place whose text, or its absence, tells which value a field has. */
interface Sign {
  readonly place: Place;
  readonly values: ReadonlyMap<string, readonly JsonValue[]>;
}

/** Returns the reader of a field of few values: each value is printed, and each place in which they differ has a vote. */
export function choiceReader(
  leaf: Leaf,
  { contexts, print, root }: LearnContext,
  values: readonly JsonValue[],
): FieldReader {
  const signs: Sign[] = [];
  for (const spec of contexts) {
    const printed = values.flatMap((value) => {
      const trees = print(withValue(spec, leaf, value, root));
      return trees === undefined ? [] : [{ value, trees }];
    });
    for (const place of placesOfChange(printed.map(({ trees }) => trees))) {
      const byText = new Map<string, JsonValue[]>();
      for (const { value, trees } of printed) {
        const text = signAt(trees, place);
        byText.set(text, [...(byText.get(text) ?? []), value]);
      }
      signs.push({ place, values: byText });
    }
  }
  return (trees) => {
    const votes = new Map<JsonValue, number>();
    for (const { place, values: byText } of signs) {
      const matching = byText.get(signAt(trees, place)) ?? [];
      for (const value of matching) votes.set(value, (votes.get(value) ?? 0) + 1 / matching.length);
    }
    return [...votes].sort(([, a], [, b]) => b - a).map(([value]) => value);
  };
}

/** One value may be nothing at all, beside which the others look alike: two are compared with those behind them. */
function placesOfChange(printed: readonly (readonly Tree[])[]): Iterable<Place> {
  const places = new Map<string, Place>();
  for (const [index, one] of printed.slice(0, 2).entries())
    for (const other of printed.slice(index + 1))
      for (const change of differences(one, other)) {
        const place = change.kind === 'text' ? change.place : { path: change.path };
        places.set(placeKey(place), place);
      }
  return places.values();
}

function signAt(trees: readonly Tree[], place: Place): string {
  if (place.attribute === undefined) {
    const element = elementAt(trees, place.path);
    if (element === undefined) return '';
    // An item of a list is there or not, whatever is in it.
    const owner = elementAt(trees, place.path.slice(0, -1));
    const isItem = element.children.length > 0 || element.name.includes('.');
    if (isItem || (owner !== undefined && isPresent(className(owner), element.name)))
      return `<${element.name}>${element.text}`;
  }
  const text = switchText(textAt(trees, place) ?? '');
  return text === 'false' || text === '0' ? '' : text;
}

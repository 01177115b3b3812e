import { Sourced } from '../../text/sourced.ts';
import { type Traceable, TracedText } from '../../text/traced-text.ts';

/** Returns the entries of a free map of a spec, such as `options`; anything else has none. */
export function optionEntries(options: Traceable): readonly (readonly [string, Traceable])[] {
  const tree = bare(options);
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree) || tree instanceof TracedText)
    return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    value === undefined || bare(value) === null ? [] : [[key, value] as const],
  );
}

/** Returns a value without its origin. */
export function bare(value: Traceable): Exclude<Traceable, Sourced<Traceable>> {
  return value instanceof Sourced ? bare(value.value) : value;
}

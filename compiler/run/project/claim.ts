import type { OutsideName } from '../../model/outside-name.ts';
import { spanOf } from '../../text/span-of.ts';

/** A name outside a project that it takes, as plain data that can be compared with those of other projects. */
export interface Claim extends Pick<OutsideName, 'kind' | 'key' | 'what'> {
  /** Where the specs say so; absent where a default does. */
  readonly place?: ClaimPlace;
}

/** A piece of a spec by its name: the text stays where it is. */
export interface ClaimPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the claims of a project. */
export function claimsOf(names: readonly OutsideName[]): readonly Claim[] {
  return names.map(({ kind, key, what, origin }) => {
    const span = spanOf(origin);
    if (span === undefined) return { kind, key, what };
    return { kind, key, what, place: { file: span.file.name, start: span.start, end: span.end } };
  });
}

import type { Origin } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import type { Span } from '../text/span.ts';
import { assertNever } from '../util/assert-never.ts';
import { byText } from '../util/by-text.ts';

/** The source of a line that comes from a default; the name of the place is the field that would change it. */
const DEFAULT_SOURCE = 'bitesize:default';

/** The source of a line that the compiler decided; the name of the place is the reason. */
const POLICY_SOURCE = 'bitesize:policy';

/** Where a source map leads to: line and column of a source, both from 0, and a name where there is one. */
export interface Place {
  readonly source: Word;
  readonly line: number;
  readonly column: number;
  readonly name: Word | undefined;
}

/** A source or a name. Equal texts are one word, so that words can be compared and numbered without their texts. */
export interface Word {
  readonly id: number;
  /** The text as JSON. */
  readonly quoted: string;
}

/**
 * The places of origins. One origin marks lines of many artifacts, and its position takes a search in its file: all
 * artifacts of an output share one of these, which works out every origin and quotes every text once. Equal places are
 * one object.
 */
export class OriginPlaces {
  private readonly known = new Map<Origin, readonly Place[]>();
  private readonly words = new Map<string, Word>();
  /** Those of defaults and of decisions, by their names. */
  private readonly defaults = new Map<string, Place>();
  private readonly policies = new Map<string, Place>();
  private readonly specs = new Map<string, SpecPlaces>();

  /** Returns the places of an origin, the most specific first, each once. */
  of(origin: Origin): readonly Place[] {
    const known = this.known.get(origin);
    if (known !== undefined) return known;
    const places = this.find(origin);
    this.known.set(origin, places);
    return places;
  }

  /**
   * Returns the places of several origins, each once. Mostly they are a handful, for which a look at each is cheaper than a
   * set; but what all jobs of a project need comes from all of them.
   */
  ofAll(origins: readonly Origin[]): readonly Place[] {
    const places: Place[] = [];
    let seen: Set<Place> | undefined;
    for (const origin of origins) {
      for (const place of this.of(origin)) {
        if (places.length < HANDFUL) {
          if (!places.includes(place)) places.push(place);
          continue;
        }
        seen ??= new Set(places);
        if (seen.has(place)) continue;
        seen.add(place);
        places.push(place);
      }
    }
    return places;
  }

  private find(origin: Origin): readonly Place[] {
    switch (origin.kind) {
      case 'spec':
        return [this.inSpec(origin.span)];
      case 'default':
        return [this.withName(this.defaults, DEFAULT_SOURCE, origin.field)];
      case 'policy':
        return [this.withName(this.policies, POLICY_SOURCE, origin.reason)];
      case 'several':
        return this.ofAll(origin.of);
      default:
        return assertNever(origin);
    }
  }

  private inSpec({ file, start }: Span): Place {
    const position = positionAt(file, start);
    const [line, column] = [position.line - 1, position.column - 1];
    const { source, lines } = this.spec(file.name);
    const places = lines[line];
    const known = places?.find((place) => place.column === column);
    if (known !== undefined) return known;
    const place = { source, line, column, name: undefined };
    if (places === undefined) lines[line] = [place];
    else places.push(place);
    return place;
  }

  private spec(name: string): SpecPlaces {
    const known = this.specs.get(name);
    if (known !== undefined) return known;
    const spec = { source: this.word(name), lines: [] };
    this.specs.set(name, spec);
    return spec;
  }

  private withName(places: Map<string, Place>, source: string, name: string): Place {
    const known = places.get(name);
    if (known !== undefined) return known;
    const place = { source: this.word(source), line: 0, column: 0, name: this.word(name) };
    places.set(name, place);
    return place;
  }

  private word(text: string): Word {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    const word = { id: this.words.size, quoted: quoted(text) };
    this.words.set(text, word);
    return word;
  }
}

/** The places in one spec that origins lead to. */
interface SpecPlaces {
  readonly source: Word;
  /** By their lines; most have none. */
  readonly lines: Place[][];
}

/** Reasons, fields and names of specs are the same in most projects. */
const quoted = byText((text) => JSON.stringify(text));

/** So many places are looked at one by one. */
const HANDFUL = 16;

import type { Origin } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import { assertNever } from '../util/assert-never.ts';

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
 * artifacts of an output share one of these, which works out every origin and quotes every text once.
 */
export class OriginPlaces {
  private readonly known = new Map<Origin, readonly Place[]>();
  private readonly words = new Map<string, Word>();

  /** Returns the places of an origin, the most specific first, each once. */
  of(origin: Origin): readonly Place[] {
    const known = this.known.get(origin);
    if (known !== undefined) return known;
    const places = this.find(origin);
    this.known.set(origin, places);
    return places;
  }

  /**
   * Returns the places of several origins, each once. Mostly they are a handful, for which comparing is cheaper than making
   * keys; but what all jobs of a project need comes from all of them.
   */
  ofAll(origins: readonly Origin[]): readonly Place[] {
    const places: Place[] = [];
    let keys: Set<string> | undefined;
    for (const origin of origins) {
      for (const place of this.of(origin)) {
        if (places.length < HANDFUL) {
          if (!places.some((other) => isSame(place, other))) places.push(place);
          continue;
        }
        keys ??= new Set(places.map(keyOf));
        const key = keyOf(place);
        if (keys.has(key)) continue;
        keys.add(key);
        places.push(place);
      }
    }
    return places;
  }

  private find(origin: Origin): readonly Place[] {
    switch (origin.kind) {
      case 'spec': {
        const { file, start } = origin.span;
        const { line, column } = positionAt(file, start);
        return [{ source: this.word(file.name), line: line - 1, column: column - 1, name: undefined }];
      }
      case 'default':
        return [{ source: this.word(DEFAULT_SOURCE), line: 0, column: 0, name: this.word(origin.field) }];
      case 'policy':
        return [{ source: this.word(POLICY_SOURCE), line: 0, column: 0, name: this.word(origin.reason) }];
      case 'several':
        return this.ofAll(origin.of);
      default:
        return assertNever(origin);
    }
  }

  private word(text: string): Word {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    const word = { id: this.words.size, quoted: JSON.stringify(text) };
    this.words.set(text, word);
    return word;
  }
}

/** So many places are compared with each other. */
const HANDFUL = 16;

function keyOf({ source, line, column, name }: Place): string {
  return `${source.id} ${line} ${column} ${name?.id}`;
}

function isSame(a: Place, b: Place): boolean {
  return (
    a === b || (a.source === b.source && a.line === b.line && a.column === b.column && a.name === b.name)
  );
}

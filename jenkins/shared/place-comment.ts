import type { Origin } from '../../compiler/text/origin.ts';
import { positionAt } from '../../compiler/text/position.ts';
import type { DslWriter } from './dsl-writer.ts';

/** More places than this only make the comment long. */
const MAX_PLACES = 3;

/** Writes the comment above an item that says where it comes from: `build.bitesize:4`, or why it is there. */
export function placeComment(origin: Origin, dsl: DslWriter): void {
  dsl.comment(placeOf(origin));
}

function placeOf(origin: Origin): string {
  switch (origin.kind) {
    case 'spec':
      return `${origin.span.file.name}:${positionAt(origin.span.file, origin.span.start).line}`;
    case 'default':
      return `default of ${origin.field}`;
    case 'policy':
      return origin.reason;
    case 'several': {
      const places = [...new Set(origin.of.map(placeOf))];
      const more = places.length > MAX_PLACES ? ` and ${places.length - MAX_PLACES} more` : '';
      return `${places.slice(0, MAX_PLACES).join(', ')}${more}`;
    }
  }
}

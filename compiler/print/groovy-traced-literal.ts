import { TracedText } from '../text/traced-text.ts';
import { groovyLiteral, groovyPieces } from './groovy-literal.ts';

/**
 * Returns the literal of a text whose lines have origins, with the marks on the lines that hold them. The lines
 * follow groovyLiteral: a piece of several lines starts one line below its opening quotes.
 */
export function groovyTracedLiteral({ text, marks }: TracedText): TracedText {
  if (marks.length === 0) return new TracedText(groovyLiteral(text));
  const places = linePlaces(text);
  return new TracedText(
    groovyLiteral(text),
    marks.map(({ first, last, origin }) => ({
      first: places[first]?.first ?? 0,
      last: places[last]?.last ?? 0,
      origin,
    })),
  );
}

/** Returns for each line of a text the first and the last line of its literal that hold some of it. */
function linePlaces(text: string): { first: number; last: number }[] {
  const places: { first: number; last: number }[] = [];
  let line = 0;
  let printed = 0;
  for (const piece of groovyPieces(text)) {
    const lines = piece.split('\n').length;
    const start = lines > 1 ? printed + 1 : printed;
    for (let at = 0; at < lines; at++) {
      const first = places[line + at]?.first ?? start + at;
      places[line + at] = { first, last: start + at };
    }
    line += lines - 1;
    printed = start + lines;
  }
  return places;
}

import { TracedText } from '../text/traced-text.ts';
import { groovyLiteral, groovyPieces } from './groovy-literal.ts';

/** The first and the last line of a literal that hold some of one line of its text. */
interface LinePlace {
  readonly first: number;
  readonly last: number;
}

/**
 * Returns the literal of a text whose lines have origins, with the marks on the lines that hold them. The lines
 * follow groovyLiteral: a piece of several lines starts one line below its opening quotes.
 */
export function groovyTracedLiteral({ text, marks }: TracedText): TracedText {
  if (marks.length === 0) return new TracedText(groovyLiteral(text));
  const pieces = groovyPieces(text);
  const placeOf = pieces.length === 1 ? onePiece(text) : severalPieces(pieces);
  return new TracedText(
    groovyLiteral(text),
    marks.map(({ first, last, origin }) => ({
      first: placeOf(first).first,
      last: placeOf(last).last,
      origin,
    })),
  );
}

/** Nearly every text: all lines move by the line of the opening quotes, so none has to be counted. */
function onePiece(text: string): (line: number) => LinePlace {
  const below = text.includes('\n') ? 1 : 0;
  return (line) => ({ first: line + below, last: line + below });
}

function severalPieces(pieces: readonly string[]): (line: number) => LinePlace {
  const places: LinePlace[] = [];
  let line = 0;
  let printed = 0;
  for (const piece of pieces) {
    const lines = piece.split('\n').length;
    const start = lines > 1 ? printed + 1 : printed;
    for (let at = 0; at < lines; at++) {
      const first = places[line + at]?.first ?? start + at;
      places[line + at] = { first, last: start + at };
    }
    line += lines - 1;
    printed = start + lines;
  }
  return (at) => places[at] ?? { first: 0, last: 0 };
}

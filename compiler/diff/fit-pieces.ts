/** A piece of a text; a piece of a higher level is left out before one of a lower. */
export interface Piece {
  readonly level: number;
  readonly text: string;
}

/**
 * Returns the pieces, joined in their order, that fit into so many characters, and how many are left out. What matters
 * most goes in first.
 */
export function fitPieces(
  pieces: readonly Piece[],
  limit: number,
): { readonly text: string; readonly omitted: number } {
  const chosen = new Set<number>();
  let left = limit;
  const byLevel = pieces.map((piece, index) => ({ ...piece, index })).sort((a, b) => a.level - b.level);
  for (const { text, index } of byLevel) {
    if (text.length > left) continue;
    left -= text.length;
    chosen.add(index);
  }
  return {
    text: pieces
      .filter((_, index) => chosen.has(index))
      .map(({ text }) => text)
      .join(''),
    omitted: pieces.length - chosen.size,
  };
}

/** What a word is made of; a token or a password is one. */
const WORD = /[\w+/=.~%-]/;

/**
 * Returns a text that is cut, with an ellipsis, where it has more than `most` code units. It is cut between two words
 * where there is such a place: a half of a secret would not be known as one, and so not be masked.
 */
export function shortText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most - 1;
  while (end > most / 2 && WORD.test(text.charAt(end - 1))) end--;
  if (end <= most / 2) end = most - 1;
  return `${withoutHalf(text.slice(0, end))}…`;
}

function withoutHalf(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

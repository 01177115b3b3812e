/** A decoded file: its text, and where the first byte that is not UTF-8 stands in it (an offset in the text). */
export interface DecodedText {
  readonly text: string;
  readonly firstBad?: number;
}

/**
 * Returns the text of UTF-8 bytes; a byte order mark is left out. Bytes that are not UTF-8 become U+FFFD in the
 * text, and the place of the first one is given.
 */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  const strict = strictText(bytes, false);
  if (strict !== undefined) return { text: strict };
  const valid = strictText(bytes.subarray(0, validPrefix(bytes)), true) ?? '';
  return { text: new TextDecoder('utf-8').decode(bytes), firstBad: valid.length };
}

/** It keeps nothing from one text to the next, unless a text is left open. */
const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/** Returns the text, or undefined when a byte is wrong. `open` allows the last character to be incomplete. */
function strictText(bytes: Uint8Array, open: boolean): string | undefined {
  try {
    return open
      ? new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
      : strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Returns how many bytes from the start hold no wrong sequence; a halving search needs few passes. */
function validPrefix(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (strictText(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  return good;
}

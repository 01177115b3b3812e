/**
 * Returns the length of a text in UTF-8, in bytes. A surrogate without its other half counts as the U+FFFD that is
 * written for it. `Buffer` counts without writing and is there on Node only; the result is the same without it.
 */
export function utf8Length(text: string): number {
  return typeof Buffer === 'undefined' ? new TextEncoder().encode(text).length : Buffer.byteLength(text);
}

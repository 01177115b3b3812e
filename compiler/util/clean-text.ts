/**
 * Characters that show nothing and change how the rest is shown: control characters, which could move the cursor of a
 * terminal or recolour what follows, marks of direction, and the separators of lines and paragraphs.
 */
const HIDDEN = '\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff';

const CONTROL = new RegExp(`[${HIDDEN}]`, 'g');
const CONTROL_OF_BLOCK = new RegExp(`(?![\\t\\n]|\\r\\n)[${HIDDEN}]`, 'g');

/** Returns text that a terminal can show on one line: control characters and marks of direction become U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}

/** The same for text that may have several lines. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n/g, '\n').split('\n').map(cleanText).join('\n');
}

/** The same for a text that is shown as it is, such as a file in a diff: tabs stay, and so do the ends of lines. */
export function cleanBlock(text: string): string {
  return text.replace(CONTROL_OF_BLOCK, '\ufffd');
}

/** Returns text in which each of those characters is written as `as` says; line feeds and tabs stay. */
export function escapeControls(text: string, as: (character: string) => string): string {
  return text.replace(CONTROL_OF_BLOCK, as);
}

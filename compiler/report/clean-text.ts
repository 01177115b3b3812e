/** Control characters, which could move the cursor of a terminal or recolour what follows. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Returns text that a terminal can show: control characters and marks of direction become U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}

/** The same for text that may have several lines. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n/g, '\n').split('\n').map(cleanText).join('\n');
}

/** Markup, and whatever is not plain ASCII in runs: only there can anything else need a look. */
const SUSPECT = /[&<>]|[^\t\n -~]+/g;

/** Characters that need a reference: those that a reader of XML 1.1 would turn into a line feed, and controls. */
const SPECIAL = /[\r\u0085\u2028]|[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** Characters that no XML 1.1 document can hold. */
const IMPOSSIBLE = /[\0\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Returns a text as the content of an element of an XML 1.1 document, so that it reads back exactly: whitespace and
 * line breaks too. Throws for a character that XML cannot hold; the source stage refuses those in specs.
 */
export function escapeXmlText(text: string): string {
  return text.replace(SUSPECT, escapeSuspect);
}

function escapeSuspect(suspect: string): string {
  const named = NAMED[suspect];
  if (named !== undefined) return named;
  if (IMPOSSIBLE.test(suspect)) throw new Error('a character that XML cannot hold reached the printer');
  return suspect.replace(SPECIAL, characterReference);
}

/** Returns a reference that stands for one character. */
export function characterReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

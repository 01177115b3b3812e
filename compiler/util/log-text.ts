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

/*
 * What runners of CI take for commands when it stands in a log:
 *
 * - GitHub: a line that starts with `::` after its blanks are trimmed, and `##[` anywhere in a line (actions/runner
 *   258d6c857db3, `src/Runner.Common/ActionCommand.cs`, read on 2026-11-29). It looks for `##[` with `IndexOf(string)` and
 *   for `::` with `StartsWith(string)`, which compare as the culture does: characters that show nothing are passed over.
 * - Azure Pipelines `##vso[`, TeamCity `##teamcity[`: the same form.
 * - GitLab `section_start:`, Travis `travis_fold:`, notes of Jenkins: they need control characters, which `clean-text.ts`
 *   takes out.
 */

/** Characters that a comparison by culture does not see. */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\p{M}';

/** Compiled when a text needs it: V8 takes long for such sets of characters, and hardly any text holds what they follow. */
let mark: RegExp | undefined;
const markPattern = `#(?=[${UNSEEN}]*#[${UNSEEN}]*(?:[a-z][${UNSEEN}]*)*\\[)`;

/** Whatever is seen and belongs to a mark is ASCII, so a text without a match has no mark. */
const MAY_BE_MARK = /#[^ -~]*#/;

/**
 * What may stand before `::`: blanks, what is not seen, and the colours of our own reports. Three colons, as in our code frames,
 * begin no command: no name of one has a colon in it.
 */
let start: RegExp | undefined;
const startPattern = `^((?:\\u001b\\[[\\d;]*m|[[\\s${UNSEEN}]--[\\n\\r]])*):(?=[${UNSEEN}]*:(?!:))`;
const MAY_BE_START = /(?<!:):[^ -~]*:(?!:)/;

/** The sequences that colour a text, as `createPaint` writes them. */
const COLOUR = /(\u001b\[[\d;]*m)/;

/**
 * Returns text in which no line is a command to a runner of CI, and nothing steers a terminal: a backslash stands where a
 * command would begin, `#\#[group]` and `\::group::`. Everything else stays as it is.
 */
export function logText(text: string): string {
  return withoutCommands(cleanBlock(text));
}

/** The same for text with colours of our own. */
export function colouredLogText(text: string): string {
  const pieces = text.split(COLOUR);
  return withoutCommands(
    pieces.map((piece, index) => (index % 2 === 1 ? piece : cleanBlock(piece))).join(''),
  );
}

/** Returns text in which the `#` and the `:` that would begin a command are written in another way. */
export function escapeCommands(text: string, as: { readonly '#': string; readonly ':': string }): string {
  let escaped = text;
  if (MAY_BE_MARK.test(escaped)) {
    mark ??= new RegExp(markPattern, 'giv');
    escaped = escaped.replace(mark, () => as['#']);
  }
  if (MAY_BE_START.test(escaped)) {
    start ??= new RegExp(startPattern, 'gmv');
    escaped = escaped.replace(start, (_, before: string) => `${before}${as[':']}`);
  }
  return escaped;
}

function withoutCommands(text: string): string {
  return escapeCommands(text, { '#': '#\\', ':': '\\:' });
}

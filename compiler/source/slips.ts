import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { isBlankLine, lineAt } from './line-at.ts';

/** A slip of one line that YAML has no words for: what is wrong, where in the line, and the way out. */
interface Slip {
  readonly start: number;
  readonly end: number;
  readonly problem: string;
  readonly help: string;
  /** What should stand there instead. */
  readonly text?: string;
}

/** A line without its line break, and where in it the parser stopped: the end of it where that is further down. */
interface Line {
  readonly text: string;
  readonly stopped: number;
}

/** Characters that look like a blank or like nothing, and are a letter to YAML. */
const HIDDEN = /[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** Indentation, the dashes of a list, and a plain key. */
const KEY = /^(?<head>\s*(?:- +)*)(?<key>[A-Za-z_][\w.-]*)/;

const slips: readonly ((line: Line) => Slip | undefined)[] = [
  /** A blank copied from a page, in the indentation or around a key. */
  ({ text }) => {
    const hidden = new RegExp(`^[^#'"]*?(${HIDDEN.source})`).exec(text);
    const isBeforeValue = hidden !== null && !/:[ \t]+\S/.test(hidden[0].slice(0, -1));
    if (!isBeforeValue) return undefined;
    const start = hidden[0].length - 1;
    const name = codePoint(hidden[1] ?? '');
    const isBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(hidden[1] ?? '');
    return {
      start,
      end: start + 1,
      problem: `the character ${name} is no blank to YAML`,
      help: isBlank ? 'write a space in its place' : 'remove it',
      text: isBlank ? ' ' : '',
    };
  },
  /** A dash that a word processor made. */
  ({ text }) => {
    const dash = /^(\s*)([\u2010-\u2015\u2212\u2022])\s/.exec(text);
    if (dash === null) return undefined;
    const start = dash[1]?.length ?? 0;
    const name = codePoint(dash[2] ?? '');
    return {
      start,
      end: start + 1,
      problem: `the character ${name} does not start an entry of a list`,
      help: 'write `-` in its place',
      text: '-',
    };
  },
  /** `-name: web` */
  ({ text }) => {
    const touching = /^(\s*(?:- +)*)-[A-Za-z_"'][^:]*:(?:\s|$)/.exec(text);
    if (touching === null) return undefined;
    const start = touching[1]?.length ?? 0;
    return {
      start,
      end: start + 1,
      problem: 'there is no space after the `-`',
      help: 'put a space after the `-` that starts an entry of a list',
      text: '- ',
    };
  },
  /** `port:8080` */
  ({ text }) => {
    const { head = '', key = '' } = KEY.exec(text)?.groups ?? {};
    const colon = head.length + key.length;
    if (key === '' || !/^:(?!\/\/)[^\s:]/.test(text.slice(colon)) || /: |:$/.test(text.slice(colon)))
      return undefined;
    return {
      start: colon,
      end: colon + 1,
      problem: `there is no space after \`${key}:\``,
      help: 'put a space after the colon',
      text: ': ',
    };
  },
  /** `value: @admin` */
  (line) => {
    const value = valueIn(line);
    const first = value?.text[0] ?? '';
    if (value === undefined || !/[@`%,?&*>|]/.test(first)) return undefined;
    // A header of a block and an anchor before a value are what they seem to be.
    if (/^[>|][+-]?\d?[+-]?\s*(#.*)?$/.test(value.text) || /^[&*][\w-]+(\s|$)/.test(value.text))
      return undefined;
    return {
      start: value.start,
      end: value.start + 1,
      problem: `a value cannot start with \`${first}\` unless it is quoted`,
      help: "quote the value: '...', with every ' in it doubled",
    };
  },
  /** `value: "a" b` and `value: 'it's'` */
  (line) => {
    const value = valueIn(line);
    const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s#,\]}:])/.exec(value?.text ?? '');
    if (value === undefined || quoted === null) return undefined;
    const start = value.start + quoted[0].length - 1;
    const isSingle = quoted[0].startsWith("'");
    return {
      start,
      end: start + 1,
      problem: 'the text goes on after its closing quote',
      help: isSingle
        ? "double every ' inside of single quotes, and quote the whole value"
        : 'quote the whole value, with a backslash before every " in it',
    };
  },
  /** `shell: [ -f x ] && make` and `[a]]` */
  (line) => {
    const value = valueIn(line);
    const closing = closingOf(value?.text ?? '');
    const rest = line.text.slice(line.stopped);
    if (value === undefined || closing === undefined || /^\s*(#|$)/.test(rest)) return undefined;
    if (!line.text.slice(0, line.stopped).trimEnd().endsWith(closing)) return undefined;
    const start = line.stopped + rest.search(/\S|$/);
    return {
      start,
      end: start + 1,
      problem: `the value goes on after its closing \`${closing}\``,
      help: "quote the whole value if it is text ('...', with every ' in it doubled), else remove what is too much",
    };
  },
  /** `shell: - make` */
  (line) => {
    const value = valueIn({ ...line, stopped: line.text.length });
    const dash = /^[ ]*(?:- +)*[A-Za-z_][\w .-]*: +(?=- )/.exec(line.text)?.[0].length;
    if (value === undefined || dash === undefined || line.stopped !== dash) return undefined;
    return {
      start: dash,
      end: dash + 1,
      problem: 'a list does not begin behind its key',
      help: 'put each `- ` into a line of its own below the key, or quote the value if it is text',
    };
  },
];

/** What closes a value that starts with a bracket or brace. */
function closingOf(text: string): string | undefined {
  return text.startsWith('[') ? ']' : text.startsWith('{') ? '}' : undefined;
}

/**
 * Returns the finding about a slip at the place where the parser stopped, or in the last line before it that says
 * anything, where most slips are; undefined when none is known.
 */
export function slipAt(file: SourceFile, at: number): Diagnostic | undefined {
  const starts = lineStarts(file);
  const stopped = positionAt(file, at).line - 1;
  let above = stopped - 1;
  while (above >= 0 && isBlankLine(lineAt(file, starts, above))) above--;
  for (const number of [stopped, above]) {
    const start = starts[number];
    if (start === undefined) continue;
    const text = lineAt(file, starts, number);
    const line = { text, stopped: number === stopped ? at - start : text.length };
    for (const find of slips) {
      const slip = find(line);
      if (slip !== undefined) return describe(file, start, slip);
    }
  }
  return undefined;
}

/** A text with a character that nobody sees: the name of that character, and the text without any. */
export interface HiddenCharacter {
  /** Such as `U+200B (zero width space)`. */
  readonly name: string;
  readonly rest: string;
}

/** Returns the first character of a text that nobody sees, or undefined. */
export function hiddenCharacter(text: string): HiddenCharacter | undefined {
  const found = HIDDEN.exec(text)?.[0];
  if (found === undefined) return undefined;
  return { name: codePoint(found), rest: text.replaceAll(new RegExp(HIDDEN.source, 'g'), '') };
}

const names: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'no-break space'],
  ['\u00ad', 'soft hyphen'],
  ['\u200b', 'zero width space'],
  ['\u2028', 'line separator'],
  ['\u3000', 'ideographic space'],
  ['\ufeff', 'byte order mark'],
  ['\u2013', 'en dash'],
  ['\u2014', 'em dash'],
  ['\u2022', 'bullet'],
]);

function codePoint(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names.get(character);
  return name === undefined ? code : `${code} (${name})`;
}

/** Returns the value of the first key or dash of a line, where the parser stopped in it. */
function valueIn({ text, stopped }: Line): { readonly start: number; readonly text: string } | undefined {
  const head = /^\s*(?:- +)*(?:[A-Za-z_][\w .-]*: +)?(?:- +)*/.exec(text)?.[0] ?? '';
  const value = text.slice(head.length);
  return value === '' || stopped < head.length ? undefined : { start: head.length, text: value };
}

function describe(
  file: SourceFile,
  lineStart: number,
  { start, end, problem, help, text }: Slip,
): Diagnostic {
  const span = { file, start: lineStart + start, end: lineStart + end };
  return diagnose('source/syntax', { problem }, span, {
    help,
    fixes: text === undefined ? [] : [{ title: help, edits: [{ span, text }], safe: false }],
  });
}

/** A word, a whole text with its quotes, or a single other character of a Groovy script. */
export interface GroovyToken {
  readonly kind: 'word' | 'text' | 'sign';
  readonly text: string;
  /** Where it stands in the script. */
  readonly start: number;
}

/** A kind of text by the signs that begin and end it. */
interface Quote {
  readonly begin: string;
  readonly end: string;
  /** Finds its end, code in it, and escapes, which may look like either. */
  readonly stops: RegExp;
}

/** The kinds of texts, longer beginnings first; the last two are operators and names behind a value. */
const quotes: readonly Quote[] = [
  { begin: "'''", end: "'''", stops: /\\[\s\S]|'''/g },
  { begin: '"""', end: '"""', stops: /\\[\s\S]|"""|\$\{/g },
  { begin: "'", end: "'", stops: /\\[\s\S]|['\n]/g },
  { begin: '"', end: '"', stops: /\\[\s\S]|["\n]|\$\{/g },
  { begin: '$/', end: '/$', stops: /\$[$/{]|\/\$/g },
  { begin: '/', end: '/', stops: /\\\/|\/|\$\{/g },
];

/** A text in whose code the reader is. */
interface OpenText {
  readonly quote: Quote;
  readonly start: number;
  /** Braces of the code that are open. */
  braces: number;
}

const WORD = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y;

/**
 * Returns what a Groovy script consists of, without white space and comments. Code within a text belongs to the text. A
 * text or comment without an end goes on to that of its line or of the script. Linear in the script.
 *
 * Source: the lexer of Groovy 2.4.21, which Jenkins has; an oracle test compares with it.
 */
export function groovyTokens(script: string): readonly GroovyToken[] {
  const tokens: GroovyToken[] = [];
  const open: OpenText[] = [];
  let at = script.startsWith('#!') ? endOfLine(script, 0) : 0;
  // Behind a value a slash divides.
  let isValue = false;
  const add = (kind: GroovyToken['kind'], start: number): void => {
    if (open.length === 0) tokens.push({ kind, text: script.slice(start, at), start });
  };
  const readText = (text: OpenText): void => {
    const { quote, start } = text;
    const stop = nextStop(script, at, quote);
    at = stop.end;
    isValue = !stop.isCode;
    if (stop.isCode) open.push(text);
    else add('text', start);
  };
  while (at < script.length) {
    const sign = script.charAt(at);
    const start = at;
    if (/\s/.test(sign)) at++;
    else if (script.startsWith('//', at)) at = endOfLine(script, at);
    else if (script.startsWith('/*', at)) at = endBehind(script, at + 2, '*/');
    else {
      const quote = quoteAt(script, at, isValue);
      const text = open.at(-1);
      if (quote !== undefined) {
        at += quote.begin.length;
        readText({ quote, start, braces: 0 });
      } else if (sign === '}' && text?.braces === 0) {
        at++;
        open.pop();
        readText(text);
      } else {
        WORD.lastIndex = at;
        const isWord = WORD.test(script);
        at = isWord ? WORD.lastIndex : at + 1;
        add(isWord ? 'word' : 'sign', start);
        if (text !== undefined) text.braces += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        isValue = isWord || /[\d)\]}]/.test(sign) || (/[+-]/.test(sign) && script.charAt(start - 1) === sign);
      }
    }
  }
  const [unended] = open;
  if (unended !== undefined)
    tokens.push({ kind: 'text', text: script.slice(unended.start), start: unended.start });
  return tokens;
}

/** Returns the kind of text that begins at a place. */
function quoteAt(script: string, at: number, isValue: boolean): Quote | undefined {
  return quotes.find(({ begin }) => !(isValue && begin.includes('/')) && script.startsWith(begin, at));
}

/** Returns where a text ends, or code in it begins. */
function nextStop(
  script: string,
  from: number,
  { end, stops }: Quote,
): { readonly end: number; readonly isCode: boolean } {
  stops.lastIndex = from;
  for (let found = stops.exec(script); found !== null; found = stops.exec(script)) {
    const [text] = found;
    if (text === '${') return { end: stops.lastIndex, isCode: true };
    if (text === '\n') return { end: found.index, isCode: false };
    if (text === end) return { end: stops.lastIndex, isCode: false };
  }
  return { end: script.length, isCode: false };
}

function endOfLine(script: string, at: number): number {
  const end = script.indexOf('\n', at);
  return end === -1 ? script.length : end;
}

function endBehind(script: string, at: number, end: string): number {
  const found = script.indexOf(end, at);
  return found === -1 ? script.length : found + end.length;
}

/** Returns what a text says between its quotes; undefined where it has escapes or code, and for what is no text. */
export function plainGroovyText(token: GroovyToken | undefined): string | undefined {
  if (token?.kind !== 'text') return undefined;
  const { text } = token;
  const quote = quotes.find(({ begin }) => text.startsWith(begin));
  if (quote === undefined || text.length < quote.begin.length + quote.end.length) return undefined;
  const inner = text.slice(quote.begin.length, -quote.end.length);
  return text.endsWith(quote.end) && !/[\\$]/.test(inner) ? inner : undefined;
}

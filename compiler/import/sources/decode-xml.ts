import { decodeUtf8 } from '../../read/decode-utf8.ts';

/** The text of a document, its lines ended by line feeds alone as a reader of XML sees them; or why there is none. */
export type DecodedXml = { readonly text: string } | { readonly problem: string };

/** Encodings that Jenkins and Job Builder were ever told to write, as TextDecoder calls them. */
const ENCODINGS: ReadonlySet<string> = new Set([
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'windows-1252',
]);

/** Returns the text of a document in the encoding that its declaration names; UTF-8 where it names none. */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(
    start,
  )?.[1];
  const encoding = named?.toLowerCase() ?? 'utf-8';
  if (!ENCODINGS.has(encoding)) return { problem: `its encoding \`${named}\` is not read` };
  if (/^(?:iso|windows)-/.test(encoding))
    return { text: withLineFeeds(new TextDecoder(encoding).decode(bytes)) };
  const { text, firstBad } = decodeUtf8(bytes);
  if (firstBad === undefined) return { text: withLineFeeds(text) };
  const line = text.slice(0, firstBad).split('\n').length;
  return { problem: `line ${line} is not UTF-8` };
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Takes a problem: a message, and where it is in the text. */
export type ReportXmlProblem = (message: string, start: number, end: number) => void;

/**
 * Returns a text of XML with its references replaced. What is no reference of XML is reported, and so are references
 * to control characters: Job DSL would print them as they are, and Jenkins could not read its own file.
 */
export function decodeXmlText(text: string, report: ReportXmlProblem): string {
  return text.replace(/&([^;&\s]*)(;?)/g, (reference, name: string, semicolon, at: number) => {
    const value = semicolon === ';' ? (ENTITIES[name] ?? character(name)) : undefined;
    if (value === undefined) {
      const help = reference === '&' ? '; a plain `&` is written `&amp;`' : '';
      report(`\`${reference}\` stands for nothing in XML${help}`, at, at + reference.length);
    }
    return value ?? '';
  });
}

function character(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16);
  const isSpace = code === 0x9 || code === 0xa || code === 0xd;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isPossible =
    (isSpace || code >= 0x20) && code <= 0x10ffff && !isSurrogate && (code & 0xfffe) !== 0xfffe;
  return isPossible ? String.fromCodePoint(code) : undefined;
}

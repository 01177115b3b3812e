/**
 * Returns the text that a Groovy 2.4 expression of joined literals stands for, and the size of each constant in the
 * class file. Written apart from the printer, by the rules of Groovy's lexer: Unicode escapes are read before all
 * else unless the backslash is itself escaped; a backslash at the end of a line joins lines.
 */
export function decodeGroovy(expression: string): { text: string; constants: string[] } {
  const constants: string[] = [];
  let at = 0;
  while (at < expression.length) {
    const quote = expression.startsWith("'''", at) ? "'''" : "'";
    if (!expression.startsWith(quote, at)) throw new Error(`no literal at ${at}`);
    at += quote.length;
    let text = '';
    while (!expression.startsWith(quote, at)) {
      if (at >= expression.length) throw new Error('literal without an end');
      const character = expression[at++] ?? '';
      if (character === '\n' && quote === "'") throw new Error('line break in a literal of one line');
      text += character === '\\' ? escaped() : character;
    }
    at += quote.length;
    constants.push(text);
    if (at === expression.length) break;
    if (!expression.startsWith(' +\n', at)) throw new Error(`no operator at ${at}`);
    at += 3;
  }
  return { text: constants.join(''), constants };

  function escaped(): string {
    const character = expression[at++] ?? '';
    if (character === '\n') return '';
    if (character === 'u') {
      const code = expression.slice(at, at + 4);
      at += 4;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const known: Record<string, string> = { r: '\r', t: '\t', n: '\n', '\\': '\\', "'": "'" };
    const found = known[character];
    if (found === undefined) throw new Error(`unknown escape ${character}`);
    return found;
  }
}

/** Returns the bytes of a text in a class file's constant pool. */
export function constantSize(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes += unit === 0 ? 2 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

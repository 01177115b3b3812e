/** One thing that a page says to do: a new file, a change of a file, or a command and what it prints. */
export type PageStep =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'change'; readonly path: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly fails: boolean;
      readonly prints: readonly string[];
    };

const fence = /^(`{3,})(\w+) ?(.*)\n([\s\S]*?)^\1$/gm;

/**
 * Returns the steps of a page, which are its code blocks in their order: `ts path/of/file` (or any other language) is
 * a new file, `diff path/of/file` a change, and `console` holds commands after `$ `, with lines that they print in
 * this order. Commands of `console fails` must fail.
 */
export function pageSteps(page: string): readonly PageStep[] {
  return [...page.matchAll(fence)].flatMap(([, , language = '', info = '', body = '']) => {
    if (language === 'console') return commands(body, info === 'fails');
    if (info === '') throw new Error(`a block of ${language} names no file`);
    return [language === 'diff' ? change(info, body) : ({ kind: 'file', path: info, text: body } as const)];
  });
}

function commands(body: string, fails: boolean): readonly PageStep[] {
  return body
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.split('\n');
      return { kind: 'command', command, fails, prints: lines.filter((line) => line.trim() !== '') };
    });
}

function change(path: string, body: string): PageStep {
  const lines = body.split('\n').slice(0, -1);
  const without = (sign: string) =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  return { kind: 'change', path, before: without('+'), after: without('-') };
}

/** Returns a text with a change made. The place must be there, once: else the page is out of date. */
export function changed(text: string, { path, before, after }: PageStep & { kind: 'change' }): string {
  const [start, end, ...more] = text.split(before);
  if (start === undefined || end === undefined) throw new Error(`${path} does not hold:\n${before}`);
  if (more.length > 0) throw new Error(`${path} holds more than once:\n${before}`);
  return `${start}${after}${end}`;
}

/** Returns the first line that an output lacks after those before it, or undefined when all are there. */
export function missingLine(output: string, prints: readonly string[]): string | undefined {
  let from = 0;
  for (const line of prints) {
    const at = output.indexOf(line.trim(), from);
    if (at < 0) return line;
    from = at + line.trim().length;
  }
  return undefined;
}

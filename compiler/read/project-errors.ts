import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { count } from '../report/count.ts';

/**
 * Returns why a project cannot be looked at: what is wrong with the folder itself, or how many errors there are, which
 * `check` shows. Undefined when it has none. `what` starts the sentence: `the project has`.
 */
export function projectErrors(diagnostics: readonly Diagnostic[], what: string): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return undefined;
  const isFolder = first.span === undefined && first.code.startsWith('file/');
  if (errors.length === 1 && isFolder)
    return [first.message, ...first.help.map((text) => `help: ${text}`)].join('\n');
  return `${what} ${count(errors.length, 'error')}: \`bitesize check\` shows them`;
}

/** Returns why a file of a project is not read though it is there, or undefined: without it the project is another one. */
export function unreadFile(diagnostics: readonly Diagnostic[]): string | undefined {
  const found = diagnostics.find(({ code }) => /^file\/(outside|unreadable|too-large|not-utf8)$/.test(code));
  if (found === undefined) return undefined;
  const { message, span, help } = found;
  const place =
    span === undefined || message.includes(`\`${span.file.name}\``) ? '' : `\`${span.file.name}\`: `;
  return [`${place}${message}`, ...help.map((text) => `help: ${text}`)].join('\n');
}

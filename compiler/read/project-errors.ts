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

import { basename } from 'node:path';
import { compile } from '../../compiler/compile.ts';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.ts';
import { positionAt } from '../../compiler/text/position.ts';
import type { Sample } from './read-corpus.ts';

/** What we make of one or more samples. */
export interface Judgement {
  readonly accepted: boolean;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** The codes of the errors, each once, in alphabetical order. */
  readonly codes: readonly string[];
}

/** Returns what the compiler says about samples that stand in one folder. */
export function judge(samples: readonly Sample[]): Judgement {
  const { diagnostics } = compile(samples.map(({ path, text }) => ({ name: basename(path), text })));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return {
    accepted: errors.length === 0,
    errors,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning'),
    codes: [...new Set(errors.map(({ code }) => code))].sort(),
  };
}

/** Returns whether an engine accepts a sample. */
export function isAcceptedByAnEngine({ acceptedBy }: Sample): boolean {
  return acceptedBy !== 'no' && acceptedBy !== 'n/a';
}

/** Returns a finding in one line. */
export function inOneLine({ code, message, span }: Diagnostic): string {
  if (span === undefined) return `${code}: ${message}`;
  const { line, column } = positionAt(span.file, span.start);
  return `${span.file.name}:${line}:${column} ${code}: ${message}`;
}

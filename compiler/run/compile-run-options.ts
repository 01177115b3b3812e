import { suggestion } from '../util/suggestion.ts';
import { IR_EMITTER } from './project/ir-artifact.ts';
import type { RunOptions } from './run-options.ts';

/** The options of `compile`, as commander gives them. */
export interface CompileRunOptions extends RunOptions {
  readonly out: string;
  readonly emit?: readonly string[];
  /** Compare with the output folder instead of writing to it. */
  readonly check?: true;
}

/** Returns what is wrong with the names of `--emit`, or undefined; the emitters are loaded only to be asked. */
export async function emitterProblem({ emit }: CompileRunOptions): Promise<string | undefined> {
  if (emit === undefined) return undefined;
  const { emitters } = await import('../../emitters/all.ts');
  const known = [...emitters.map(({ name }) => name), IR_EMITTER];
  const wrong = emit.find((name) => !known.includes(name));
  if (wrong === undefined) return undefined;
  const meant = suggestion(wrong, known);
  const hint = meant === undefined ? `There are: ${known.join(', ')}` : `(Did you mean ${meant}?)`;
  return `unknown emitter '${wrong}'\n${hint}`;
}

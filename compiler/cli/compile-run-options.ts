import { emitters } from '../../emitters/all.ts';
import { type IrPart, irParts } from '../ir/ir.ts';
import { suggestion } from '../util/suggestion.ts';
import { IR_EMITTER } from './ir-artifact.ts';
import type { RunOptions } from './run-options.ts';

/** The options of `compile`, as commander gives them. */
export interface CompileRunOptions extends RunOptions {
  readonly out: string;
  readonly emit?: readonly string[];
  /** Compare with the output folder instead of writing to it. */
  readonly check?: true;
}

/** The emitters to run and the parts of the IR that are wanted besides, or what is wrong with the names that were given. */
export type EmitterNames =
  | { readonly ok: true; readonly emit: readonly string[]; readonly parts: readonly IrPart[] }
  | { readonly ok: false; readonly problem: string };

/** Returns the names of the emitters that `--emit` asks for; all without it. */
export function emitterNames({ emit }: CompileRunOptions): EmitterNames {
  const all = emitters.map(({ name }) => name);
  if (emit === undefined) return { ok: true, emit: all, parts: irParts };
  const known = [...all, IR_EMITTER];
  const wrong = emit.find((name) => !known.includes(name));
  if (wrong === undefined) {
    const parts = emit.includes(IR_EMITTER) ? irParts : [];
    return { ok: true, emit: emit.filter((name) => name !== IR_EMITTER), parts };
  }
  const meant = suggestion(wrong, known);
  const hint = meant === undefined ? `There are: ${known.join(', ')}` : `(Did you mean ${meant}?)`;
  return { ok: false, problem: `unknown emitter '${wrong}'\n${hint}` };
}

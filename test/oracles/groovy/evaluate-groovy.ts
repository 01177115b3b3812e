import { runJob } from './groovy-process.ts';

/** The value of an expression as text with its Java class, or what it threw. */
export type GroovyValue =
  | { readonly type: string; readonly text: string }
  | { readonly error: { readonly type: string; readonly message: string } };

/** Evaluates expressions under Groovy 2.4.21, each in a script of its own. */
export async function evaluateGroovy(expressions: readonly string[]): Promise<readonly GroovyValue[]> {
  return (await runJob({ kind: 'evaluate', expressions })) as readonly GroovyValue[];
}

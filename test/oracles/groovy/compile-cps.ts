import { groovyCpsJars, groovyCpsTool } from '../tools/groovy-cps.ts';
import { requireTool } from '../tools/require-tool.ts';
import type { GroovyProblem } from './compile-groovy.ts';
import { runJob } from './groovy-process.ts';

/** What the transformer and the JVM say about a pipeline. */
export interface CpsCompilation {
  readonly errors: readonly GroovyProblem[];
  /** Entries of the constant pool of its largest class: 65,535 is what a class file holds. */
  readonly constants: number;
}

/** Compiles a pipeline as Jenkins does, through `SandboxCpsTransformer`, and has the JVM load and verify the classes. */
export async function compileCps(text: string): Promise<CpsCompilation> {
  requireTool(groovyCpsTool);
  return (await runJob({ kind: 'cps', text, jars: groovyCpsJars() })) as CpsCompilation;
}

import type { GroovyProblem } from '../groovy/compile-groovy.ts';
import { runJob } from '../groovy/groovy-process.ts';

/** Returns, per document, what the JDK's XML parser (the one of Jenkins) says is wrong; empty lists are fine ones. */
export async function parseXml(documents: readonly string[]): Promise<readonly (readonly GroovyProblem[])[]> {
  return (await runJob({ kind: 'xml', documents })) as readonly (readonly GroovyProblem[])[];
}

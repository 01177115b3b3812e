import { groovyProcess } from './groovy-process.ts';

/** A message of the compiler; line and column are 1-based, 0 where it gives none. */
export interface GroovyProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What Groovy 2.4.21 says about a script. */
export interface GroovyCompilation {
  readonly errors: readonly GroovyProblem[];
  /** Only of a type check: uses of deprecated and restricted members of Jenkins. */
  readonly warnings: readonly GroovyProblem[];
}

/** Compiles a script to class files (which are thrown away) without any class of Jenkins. */
export async function compileGroovy(name: string, text: string): Promise<GroovyCompilation> {
  const { run } = await groovyProcess();
  return (await run({ kind: 'compile', name, text })) as GroovyCompilation;
}

/**
 * Compiles an init script with `@TypeChecked` against the API of Jenkins LTS 2.568.2: every class, constructor and
 * method that it uses must exist. `plugins` are the ids of the installed ones; all of the data without it.
 */
export async function typecheckGroovy(
  name: string,
  text: string,
  plugins?: readonly string[],
): Promise<GroovyCompilation> {
  const { run, java } = await groovyProcess();
  return (await run({
    kind: 'compile',
    name,
    text,
    typeChecked: true,
    stubs: java.stubs,
    plugins,
  })) as GroovyCompilation;
}

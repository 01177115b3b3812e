import { readFileSync } from 'node:fs';
import type { Call } from './read-script.ts';

/** What a method of a context is: the context of its block, and whether it is deprecated. */
interface Method {
  readonly block?: string;
  readonly deprecated?: boolean;
}

interface MethodData {
  readonly contexts: Readonly<Record<string, Readonly<Record<string, Method>>>>;
}

const data: MethodData = JSON.parse(readFileSync(new URL('data/methods.json', import.meta.url), 'utf8'));

/** Returns what is wrong with the calls of a script: methods that their context has not or has deprecated. */
export function methodProblems(calls: readonly Call[], context = 'JobParent'): string[] {
  return calls.flatMap(({ method, block }) => {
    const known = data.contexts[context]?.[method];
    if (known === undefined) return [`${context} has no ${method}`];
    const problems = known.deprecated === true ? [`${context}.${method} is deprecated`] : [];
    if (block === undefined || block.length === 0) return problems;
    if (known.block === undefined) return [...problems, `${context}.${method} takes no block`];
    return [...problems, ...methodProblems(block, known.block)];
  });
}

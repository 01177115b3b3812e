import { configureAt } from '../shared/configure.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import type { Scm } from './all-scms.ts';
import { pathFilterElement } from './git.ts';

/** Writes the block for a path filter: it belongs to the git plugin, but Job DSL has no method for it. */
export function configurePathFilter(scm: Scm | undefined, path: readonly string[], dsl: DslWriter): void {
  const filter = scm?.pathFilter;
  if (filter === undefined) return;
  configureAt(filter.origin, [...path, 'scm', 'extensions'], pathFilterElement(filter), dsl);
}

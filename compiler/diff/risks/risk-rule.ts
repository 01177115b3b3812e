import type { FieldChange, Risk } from '../change.ts';
import type { Entity } from '../entity.ts';

/** One change as a rule sees it: an added entity has no `before`, a removed one no `after`. */
export interface SeenChange {
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
  readonly fields: readonly FieldChange[];
  /** Everything that there is afterwards. */
  readonly now: readonly Entity[];
}

/** Looks at one change and says what a reviewer must not overlook. */
export type RiskRule = (change: SeenChange) => readonly Risk[];

/** Returns the kind of a Kubernetes object, which is named `<folder>/<Kind>/<name>`; undefined for anything else. */
export function objectKind(entity: Entity | undefined): string | undefined {
  return entity?.kind === 'kubernetes-object' ? entity.name.split('/').at(-2) : undefined;
}

/** Returns a value for a sentence: in backticks, which it must not hold itself. */
export function quoted(value: string | undefined): string {
  return `\`${(value ?? '').replaceAll('`', "'")}\``;
}

/** Where a claim says how large it is. */
export const STORAGE = 'spec.resources.requests.storage';

/** Returns the hosts that an Ingress serves. */
export function hostsOf({ fields }: Entity): readonly string[] {
  return [...fields].filter(([path]) => /\brules\[[^\]]*\]\.host$/.test(path)).map(([, { value }]) => value);
}

/** Returns the value of a field of an entity. */
export function fieldOf(entity: Entity | undefined, path: string): string | undefined {
  return entity?.fields.get(path)?.value;
}

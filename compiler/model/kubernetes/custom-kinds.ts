import { fromSeveral, type Origin } from '../../text/origin.ts';
import { compareText } from '../../util/compare-text.ts';
import { groupBy } from '../../util/group-by.ts';
import data from './custom-kinds.json' with { type: 'json' };
import { appliedObjects, deployedObjects, type EnvironmentIr } from './environment.ts';
import type { KubernetesObject } from './kubernetes-object.ts';

/** A kind of object that a cluster knows only where somebody has installed its definition. */
export interface CustomKind {
  readonly group: string;
  readonly kind: string;
  readonly version: string;
  /** Names of the objects of this kind, each once: those of the services that they stand for. */
  readonly services: readonly string[];
  /** Who publishes the definition, as far as is known. */
  readonly publisher: string | undefined;
  readonly objects: readonly KubernetesObject[];
  readonly origin: Origin;
}

const publishers: Readonly<Record<string, string>> = data.publishers;
const builtIn: ReadonlySet<string> = new Set(data.builtIn);

/** Returns the custom kinds that environments have objects of, sorted by group and kind. */
export function customKinds(environments: readonly EnvironmentIr[]): readonly CustomKind[] {
  const objects = environments
    .flatMap((environment) => [...appliedObjects(environment), ...deployedObjects(environment)])
    .filter(({ id }) => isCustom(groupOf(id.apiVersion)));
  return [...groupBy(objects, ({ id }) => `${id.apiVersion} ${id.kind}`)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]): readonly CustomKind[] => {
      const [first] = same;
      if (first === undefined) return [];
      const group = groupOf(first.id.apiVersion);
      return [
        {
          group,
          kind: first.id.kind,
          version: first.id.apiVersion,
          services: [...new Set(same.map(({ id }) => id.name))].sort(compareText),
          publisher: Object.hasOwn(publishers, group) ? publishers[group] : undefined,
          objects: same,
          origin: fromSeveral(same.map(({ origin }) => origin)),
        },
      ];
    });
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

function isCustom(group: string): boolean {
  return group !== '' && !builtIn.has(group) && !group.endsWith('.k8s.io');
}

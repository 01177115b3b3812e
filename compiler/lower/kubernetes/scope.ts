import type { Service } from '../../../schema/generated/located.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkedEnvironment, LinkedService, Project } from '../../link/project.ts';
import { distinct, Sourced } from '../../text/sourced.ts';
import { type Traceable, TracedText } from '../../text/traced-text.ts';
import type { RepositoryTexts } from '../lowered.ts';

/** What the lowering of one environment may look at, and where it reports. */
export interface Scope {
  readonly project: Project;
  readonly environment: LinkedEnvironment;
  readonly slug: string;
  readonly files: RepositoryTexts;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Returns the service of the environment with this name that runs an image of ours all the time. */
export function workloadNamed(scope: Scope, name: string): LinkedService | undefined {
  const { environment } = scope;
  const known = workloads.get(environment) ?? workloadsOf(environment);
  workloads.set(environment, known);
  return known.get(name);
}

/** Each service may ask for another one: the names are looked at once. */
const workloads = new WeakMap<LinkedEnvironment, ReadonlyMap<string, LinkedService>>();

function workloadsOf({ services }: LinkedEnvironment): ReadonlyMap<string, LinkedService> {
  const byName = new Map<string, LinkedService>();
  for (const service of services) {
    const name = service.spec.name.value;
    if (service.kind === 'workload' && !byName.has(name)) byName.set(name, service);
  }
  return byName;
}

/** Returns a value that stands in a spec, or undefined for a default: Kubernetes has the same one. */
export function written<T>(value: Sourced<T> | undefined): Sourced<T> | undefined {
  return value === undefined || value.origin.kind === 'default' ? undefined : value;
}

/** Returns the ports of a service, each once: `ports` wins over `port`. */
export function servicePorts({ port, ports }: Service): readonly Sourced<number>[] {
  const all = ports.length > 0 ? ports : port;
  return distinct(all);
}

/** Returns the entries of a free map of a spec, such as `options`; anything else has none. */
export function optionEntries(options: Traceable): readonly (readonly [string, Traceable])[] {
  const tree = bare(options);
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree) || tree instanceof TracedText)
    return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    value === undefined || bare(value) === null ? [] : [[key, value] as const],
  );
}

/** Returns a value without its origin. */
export function bare(value: Traceable): Exclude<Traceable, Sourced<Traceable>> {
  return value instanceof Sourced ? bare(value.value) : value;
}

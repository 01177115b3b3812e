import type { ResourceList, Service } from '../../../schema/generated/located.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { canonicalQuantity, parseQuantity } from '../../util/quantity.ts';
import type { Scope } from './scope.ts';

/**
 * Returns the resources of a service's container: what the spec says, else the defaults of the settings. A default
 * gives way to what is written: a default request is never above the limit, a default limit never below the request.
 */
export function resources(scope: Scope, service: Service): Traceable {
  const { limits: given, requests: asked } = service;
  const defaults = scope.project.settings.limits;
  const cpu = pair(written(given, 'cpu'), written(asked, 'cpu'), defaults.default_cpu, defaults.request_cpu);
  const memory = pair(written(given, 'memory'), written(asked, 'memory'), defaults.default_memory);
  return {
    limits: { cpu: stored(cpu.limit), memory: stored(memory.limit) },
    requests: { cpu: cpu.request && stored(cpu.request), memory: memory.request && stored(memory.request) },
  };
}

function stored(quantity: Sourced<string>): Sourced<string> {
  return quantity.map(canonicalQuantity);
}

type Resource = 'cpu' | 'memory';

interface Pair {
  readonly limit: Sourced<string>;
  readonly request: Sourced<string> | undefined;
}

/** An empty text was accepted by the operator and means that nothing was chosen. */
function written(list: ResourceList | undefined, resource: Resource): Sourced<string> | undefined {
  const value = list?.[resource];
  return value === undefined || value.value === '' ? undefined : value;
}

function pair(
  limit: Sourced<string> | undefined,
  request: Sourced<string> | undefined,
  defaultLimit: Sourced<string>,
  defaultRequest?: Sourced<string>,
): Pair {
  const most = limit ?? (request && isMore(request, defaultLimit) ? raised(request) : defaultLimit);
  const least = request ?? (defaultRequest && isMore(defaultRequest, most) ? lowered(most) : defaultRequest);
  return { limit: most, request: least };
}

function isMore(a: Sourced<string>, b: Sourced<string>): boolean {
  return (parseQuantity(a.value) ?? 0n) > (parseQuantity(b.value) ?? 0n);
}

function raised({ value, origin }: Sourced<string>): Sourced<string> {
  return sourced(value, fromSeveral([origin, fromPolicy('A default limit is never below the request.')]));
}

function lowered({ value, origin }: Sourced<string>): Sourced<string> {
  return sourced(value, fromSeveral([origin, fromPolicy('A default request is never above the limit.')]));
}

import type { Environment, InitContainer, Service } from '../../../../schema/generated/located.ts';
import { serviceKind } from '../../service-kind.ts';
import type { Specs } from '../../specs.ts';

/** A service, and the environment that it stands in. */
export interface PlacedService {
  readonly environment: Environment;
  readonly service: Service;
}

/** Returns every service of every environment, in the order of the file. */
export function* eachService(specs: Specs): Generator<PlacedService> {
  for (const environment of specs.environments?.environments ?? []) {
    for (const service of environment.services) yield { environment, service };
  }
}

/** Returns the services that run an image of the project: everything but third-party resources. */
export function* eachOwnService(specs: Specs): Generator<PlacedService> {
  for (const placed of eachService(specs)) {
    if (serviceKind(placed.service) !== 'third-party') yield placed;
  }
}

/** What a container of a pod has in common, be it the service's own or an init container. */
export type Container = Pick<Service, 'name' | 'env' | 'volumes'> | InitContainer;

/** Returns the containers of a service: its own and the init containers. */
export function containersOf(service: Service): readonly Container[] {
  return [service, ...service.init_containers];
}

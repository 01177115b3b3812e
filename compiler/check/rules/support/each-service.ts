import type { Environment, InitContainer, Service } from '../../../../schema/generated/located.ts';
import type { Specs } from '../../check-spec.ts';
import { serviceKind } from '../../service-fields.ts';

/** A service, and the environment that it stands in. */
export interface PlacedService {
  readonly environment: Environment;
  readonly service: Service;
}

/** Half of the rules are about services: the list is made once for all of them. */
const servicesOf = new WeakMap<Specs, readonly PlacedService[]>();
const ownServicesOf = new WeakMap<Specs, readonly PlacedService[]>();

/** Returns every service of every environment, in the order of the file. */
export function eachService(specs: Specs): readonly PlacedService[] {
  const known = servicesOf.get(specs);
  if (known !== undefined) return known;
  const environments = specs.environments?.environments ?? [];
  const found = environments.flatMap((environment) =>
    environment.services.map((service) => ({ environment, service })),
  );
  servicesOf.set(specs, found);
  return found;
}

/** Returns the services that run an image of the project: everything but third-party resources. */
export function eachOwnService(specs: Specs): readonly PlacedService[] {
  const known = ownServicesOf.get(specs);
  if (known !== undefined) return known;
  const found = eachService(specs).filter(({ service }) => serviceKind(service) !== 'third-party');
  ownServicesOf.set(specs, found);
  return found;
}

/** What a container of a pod has in common, be it the service's own or an init container. */
export type Container = Pick<Service, 'name' | 'env' | 'volumes'> | InitContainer;

/** Returns the containers of a service: its own and the init containers. */
export function containersOf(service: Service): readonly Container[] {
  return [service, ...service.init_containers];
}

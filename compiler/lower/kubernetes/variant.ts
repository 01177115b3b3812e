import type { Colour, LinkedService } from '../../link/project.ts';
import { fromSeveral, type Origin } from '../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../text/sourced.ts';

/** One running form of a service: the service itself, or one of its colours. */
export interface Variant {
  readonly service: LinkedService;
  /** Name of its objects, and the label `name` of its pods. */
  readonly name: Sourced<string>;
  readonly colour?: Colour;
  /** Hosts of its Ingress. */
  readonly hosts: readonly Sourced<string>[];
}

/** Returns why the objects of a variant are there: what asks for them (the service), and what gives it colours. */
export function variantOrigin({ service, colour }: Variant, asked: Origin = service.spec.$.origin): Origin {
  return colour === undefined ? asked : fromSeveral([asked, service.deployment.method.origin]);
}

/**
 * Returns why what makes the pods of a variant run is there, beside what asks for it: with another method of deployment
 * it would not be there under this name.
 */
export function runningOrigin({ service }: Variant, asked: Origin): Origin {
  return fromSeveral([asked, service.deployment.method.origin]);
}

/** Both colours, in the order in which they are written. */
export const colours: readonly Colour[] = ['blue', 'green'];

/** Whether a service has two colours. CronJobs and third parties never do: they would run, or exist, twice. */
export function isBlueGreen(service: LinkedService): boolean {
  return service.kind === 'workload' && service.deployment.method.value === 'bluegreen';
}

/** Returns the forms in which the pods of a service run: one, or blue and green. */
export function variantsOf(service: LinkedService): readonly Variant[] {
  if (!isBlueGreen(service)) return [{ ...stableVariant(service), name: runningName(service) }];
  return colours.map((colour) => ({
    service,
    name: colouredName(service, colour),
    colour,
    hosts: colourHosts(service, colour),
  }));
}

/** Returns the form that users reach: the service under its own name and hosts. */
export function stableVariant(service: LinkedService): Variant {
  return { service, name: service.spec.name, hosts: distinct(service.spec.external_url) };
}

/** Returns the name of the pods of a service without colours: under the other method they would have another one. */
export function runningName({ spec: { name }, deployment }: LinkedService): Sourced<string> {
  return sourced(name.value, fromSeveral([name.origin, deployment.method.origin]));
}

/** Returns the name of a colour of a service: `web-blue`. */
export function colouredName(service: LinkedService, colour: Colour): Sourced<string> {
  const { name } = service.spec;
  const origin = fromSeveral([name.origin, service.deployment.method.origin]);
  return sourced(`${name.value}-${colour}`, origin);
}

/** Custom URLs win; otherwise the colour is added to the first part of each host, as all engines did. */
function colourHosts(service: LinkedService, colour: Colour): readonly Sourced<string>[] {
  const custom = service.deployment.customUrls[colour];
  if (custom.length > 0) return distinct(custom);
  return distinct(service.spec.external_url).map((host) => host.map((name) => colouredHost(name, colour)));
}

function colouredHost(host: string, colour: Colour): string {
  const [first = '', ...rest] = host.split('.');
  return [`${first}-${colour}`, ...rest].join('.');
}

import type { Jenkins } from '../../../schema/generated/located.ts';
import type { NetworkSettings } from '../../model/controller/controller-deployment.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { ControllerScope } from './controller-scope.ts';

/** Ports that are open anyway: SSH, DNS, HTTP and HTTPS. */
const usual: ReadonlySet<number> = new Set([22, 53, 80, 443]);

/** Where the controllers of these Ingress classes are by their own instructions. */
const ingressNamespaces: Readonly<Record<string, string>> = {
  nginx: 'ingress-nginx',
  haproxy: 'haproxy-controller',
  traefik: 'traefik',
  contour: 'projectcontour',
  kong: 'kong',
};

/**
 * Returns what the NetworkPolicies allow beyond the usual: nobody knows the addresses of git servers, registries and
 * mirrors before a build asks for them, but the specs say their ports.
 */
export function networkSettings({ project, settings }: ControllerScope): NetworkSettings {
  const { network, ingress } = settings.kubernetes;
  const httpFrom = network.$.fields.has('http_from') ? network.http_from : defaultSources(ingress);
  const found = [...addressesOf(project, settings)].flatMap(portOf);
  if (settings.mail !== undefined) found.push(settings.mail.port);
  const ports = new Map(found.filter(({ value }) => !usual.has(value)).map((port) => [port.value, port]));
  return {
    ...(httpFrom === undefined ? {} : { httpFrom }),
    ports: [...ports.values()].sort((a, b) => a.value - b.value),
    egress: network.egress.map(({ cidr, namespace, ports: of, $ }) => ({
      ...(cidr === undefined ? {} : { cidr }),
      ...(namespace === undefined ? {} : { namespace }),
      ports: of,
      origin: $.origin,
    })),
  };
}

function defaultSources(ingress: Jenkins['kubernetes']['ingress']): readonly Sourced<string>[] | undefined {
  if (ingress === undefined) return [];
  const { class: name } = ingress;
  const known = Object.hasOwn(ingressNamespaces, name.value) ? ingressNamespaces[name.value] : undefined;
  return known === undefined ? undefined : [name.map(() => known)];
}

function* addressesOf(
  { components, environments }: ControllerScope['project'],
  { seed, realm, registry, apt }: Jenkins,
): Generator<Sourced<string>> {
  if (seed.repository !== undefined) yield seed.repository;
  for (const { repository, publish } of components) {
    if (repository !== undefined) yield repository.git;
    for (const { url } of publish) yield url;
  }
  for (const { spec } of environments) {
    for (const { repository } of spec.tests) if (repository !== undefined) yield repository;
  }
  if (realm.ldap !== undefined) yield realm.ldap.server;
  if (realm.oidc !== undefined) yield realm.oidc.well_known_url;
  for (const host of [registry.push, registry.pull, registry.base]) if (host !== undefined) yield host;
  yield apt.url;
  if (apt.api_url !== undefined) yield apt.api_url;
}

const schemes: Readonly<Record<string, number>> = { git: 9418, ldap: 389, ldaps: 636 };

/** `host:path` of git is no port: what is behind the colon has to be digits up to a slash or the end. */
function portOf(address: Sourced<string>): readonly Sourced<number>[] {
  const [, scheme = '', port] =
    /^(?:([a-z+]+):\/\/)?(?:[^/@\s]*@)?(?:\[[0-9A-Fa-f:]+\]|[^/:@\s]+)(?::([0-9]{1,5}))?(?:\/|$)/.exec(
      address.value,
    ) ?? [];
  const number = port === undefined ? schemes[scheme] : Number(port);
  return number === undefined || number < 1 || number > 65535 ? [] : [sourced(number, address.origin)];
}

import type { Service, ServiceEntryEndpoint, ServiceEntryPort } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { fromSeveral, type Origin, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { originsOf, type Traceable } from '../../text/traced-text.ts';
import { optionEntries, type Scope } from './scope.ts';

/** Returns the spec of an Istio ServiceEntry; `export_to` is written too, which the operator forgot (B31). */
export function serviceEntrySpec(
  scope: Scope,
  service: Service,
): { readonly [key: string]: Traceable | undefined } {
  const { hosts, addresses, service_entry_ports: ports, endpoints, export_to: exportTo } = service;
  if (hosts.length === 0) {
    scope.report(
      diagnose('kubernetes/entry-without-host', { service: service.name.value }, spanOf(service.$.origin), {
        help: 'add `hosts`, a list with the names of the external service',
      }),
    );
  }
  for (const { problem, place } of entryProblems(service)) {
    scope.report(
      diagnose('kubernetes/entry-rule', { problem }, spanOf(place) ?? spanOf(service.$.origin), {
        help: 'see the fields of a ServiceEntry in the reference of Istio',
      }),
    );
  }
  const [option] = optionEntries(service.options);
  if (option !== undefined) {
    const place = service.$.fields.get('options')?.key ?? spanOf(service.$.origin);
    scope.report(
      diagnose('kubernetes/entry-option', { option: option[0] }, place, {
        help: 'use the fields `hosts`, `addresses`, `service_entry_ports`, `location`, `resolution` and `endpoints`',
      }),
    );
  }
  return {
    hosts,
    addresses: listed(addresses),
    ports: listed(ports.map(port)),
    location: service.location,
    resolution: service.resolution,
    endpoints: listed(endpoints.map(endpoint)),
    exportTo: listed(exportTo),
  };
}

/**
 * Returns what the definition of the ServiceEntry in the cluster refuses (its CEL rules and list keys: istio/api,
 * `networking/v1alpha3/service_entry.proto`).
 */
function* entryProblems(service: Service): Generator<{ readonly problem: string; readonly place: Origin }> {
  const { hosts, addresses, service_entry_ports: ports, endpoints, resolution } = service;
  for (const host of hosts) {
    if (host.value === '*') yield { problem: 'a host cannot be `*` alone', place: host.origin };
  }
  const how = resolution?.value ?? 'NONE';
  const second = endpoints[how === 'DNS_ROUND_ROBIN' ? 1 : 0];
  if (second !== undefined && (how === 'NONE' || how === 'DNS_ROUND_ROBIN')) {
    const most = how === 'NONE' ? 'no endpoints' : 'one endpoint';
    yield { problem: `\`resolution: ${how}\` allows ${most}`, place: second.$.origin };
  }
  for (const address of addresses) {
    if (!address.value.includes('/') || how === 'NONE' || how === 'STATIC') continue;
    const problem = `\`resolution: ${how}\` allows no range such as \`${address.value}\``;
    yield { problem, place: address.origin };
  }
  const named = ports.map((each) => ({ ...each, name: portName(each) }));
  for (const [index, { number, name }] of named.entries()) {
    const before = named.slice(0, index);
    if (before.some((other) => other.number.value === number.value)) {
      yield { problem: `port ${number.value} stands twice`, place: number.origin };
    } else if (before.some((other) => other.name.value === name.value)) {
      yield { problem: `two ports are called \`${name.value}\``, place: name.origin };
    }
  }
  for (const { address, ports: of } of endpoints) {
    if (!address.value.startsWith('unix://')) continue;
    const path = address.value.slice('unix://'.length);
    if (!/^[/@]/.test(path) || path.endsWith('/')) {
      yield { problem: 'a socket is an absolute path that is no folder', place: address.origin };
    } else if (Object.keys(of).length > 0) {
      yield { problem: 'a socket has no ports', place: address.origin };
    }
  }
}

/** Istio wants a name for each port. */
function portName({ number, protocol, name }: ServiceEntryPort): Sourced<string> {
  const known = (protocol?.value ?? 'tcp').toLowerCase();
  return name ?? sourced(`${known}-${number.value}`, fromSeveral([number.origin, ...originsOf(protocol)]));
}

function port(entry: ServiceEntryPort): Traceable {
  const { number, protocol, $ } = entry;
  return sourced<Traceable>({ number, protocol, name: portName(entry) }, $.origin);
}

function endpoint({ address, ports, labels, network, locality, weight, $ }: ServiceEntryEndpoint): Traceable {
  return sourced<Traceable>(
    {
      address,
      ports: Object.keys(ports).length === 0 ? undefined : ports,
      labels: Object.keys(labels).length === 0 ? undefined : labels,
      network,
      locality,
      weight,
    },
    $.origin,
  );
}

function listed(items: readonly Traceable[]): Traceable | undefined {
  return items.length === 0 ? undefined : items;
}

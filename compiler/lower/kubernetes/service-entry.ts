import type { Service, ServiceEntryEndpoint, ServiceEntryPort } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { fromSeveral, spanOf } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
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

/** Istio wants a name for each port. */
function port({ number, protocol, name, $ }: ServiceEntryPort): Traceable {
  const known = (protocol?.value ?? 'tcp').toLowerCase();
  return sourced<Traceable>(
    {
      number,
      protocol,
      name: name ?? sourced(`${known}-${number.value}`, fromSeveral([number.origin, ...originsOf(protocol)])),
    },
    $.origin,
  );
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

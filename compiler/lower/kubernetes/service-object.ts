import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { podSelector, serviceLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import { type Scope, servicePorts, workloadNamed } from './scope.ts';
import { colouredName, isBlueGreen, runningName, type Variant, variantOrigin } from './variant.ts';

/**
 * Returns the Service of a service or of one of its colours. The stable one of a blue/green service selects the pods
 * of the active colour: that and the annotation are all that a switch changes.
 */
export function serviceObject(scope: Scope, variant: Variant): KubernetesObject {
  const { service, name, colour } = variant;
  const { deployment, spec, applicationName } = service;
  const live = colour === undefined && isBlueGreen(service) ? deployment.active : undefined;
  const active = live && sourced(live.value, fromSeveral([live.origin, deployment.method.origin]));
  return namespacedObject(scope, {
    apiVersion: 'v1',
    kind: 'Service',
    name,
    labels: serviceLabels(scope, name, applicationName),
    annotations: {
      deployment_method: deployment.method,
      deployment_active: active,
    },
    body: {
      spec: {
        ports: servicePorts(spec).map(
          (port): Traceable => ({
            name: portName(spec.protocol, port),
            protocol: 'TCP',
            port,
            targetPort: port,
          }),
        ),
        selector: podSelector(selectedName(scope, variant)),
      },
    },
    origin: variantOrigin(variant),
  });
}

/** Returns the label `name` of the pods that a Service sends requests to; `selector` names another service. */
export function selectedName(scope: Scope, { service, name, colour }: Variant): Sourced<string> {
  const { selector } = service.spec;
  const chosen = colour ?? (isBlueGreen(service) ? service.deployment.active?.value : undefined);
  if (selector === undefined || selector.value === '' || selector.value === service.spec.name.value) {
    if (colour !== undefined) return name;
    return chosen === undefined ? runningName(service) : switchable(colouredName(service, chosen), service);
  }
  const other = workloadNamed(scope, selector.value);
  if (other === undefined || !isBlueGreen(other)) return selector;
  const colourOfOther = colour ?? other.deployment.active?.value;
  if (colourOfOther === undefined) return selector;
  const chosenName = selector.map((text) => `${text}-${colourOfOther}`);
  return colour === undefined ? switchable(chosenName, other) : chosenName;
}

/** A name that the active colour decides on. */
function switchable(name: Sourced<string>, { deployment }: Variant['service']): Sourced<string> {
  const { active } = deployment;
  return active === undefined ? name : sourced(name.value, fromSeveral([active.origin, name.origin]));
}

/** The operator's names of ports; Istio and others read the protocol from them. */
function portName(protocol: Sourced<string>, port: Sourced<number>): Sourced<string> {
  const prefix = protocol.value.toLowerCase() === 'tcp' ? 'tcp-port' : 'http';
  return sourced(`${prefix}-${port.value}`, fromSeveral([port.origin, protocol.origin]));
}

import { diagnose } from '../../diagnostics/diagnose.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { spanOf } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { backendOf } from './backend.ts';
import { tlsSecret } from './ingress.ts';
import { serviceLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import type { Scope } from './scope.ts';
import { type Variant, variantOrigin } from './variant.ts';

const apiVersion = 'networking.istio.io/v1';

/**
 * Returns the Gateway and VirtualService of a variant that is part of the mesh and has hosts, beside its Ingress, as
 * the operator made them; `backend_port` counts here too (B35).
 */
export function mesh(scope: Scope, variant: Variant): readonly KubernetesObject[] {
  const { service, hosts } = variant;
  if (service.spec.service_mesh.value !== 'enable' || hosts.length === 0) return [];
  return [gateway(scope, variant), virtualService(scope, variant)];
}

/** Reports what a mesh route cannot say. Once per service, whatever its colours. */
export function checkMesh(scope: Scope, { service }: Variant): void {
  const { service_mesh: enabled, httpsBackend, external_url: hosts } = service.spec;
  if (enabled.value !== 'enable') return;
  if (hosts.length === 0) {
    scope.report(
      diagnose('kubernetes/mesh-without-host', { service: service.spec.name.value }, spanOf(enabled.origin), {
        help: 'add `external_url`, or remove `service_mesh`',
      }),
    );
  } else if (httpsBackend.value) {
    scope.report(
      diagnose('kubernetes/mesh-https-backend', {}, spanOf(httpsBackend.origin), {
        help: 'add a DestinationRule with `trafficPolicy.tls` to the cluster by hand',
      }),
    );
  }
}

function gateway(scope: Scope, variant: Variant): KubernetesObject {
  const { service, name, hosts } = variant;
  const { ssl, httpsOnly, service_mesh: enabled } = service.spec;
  const secure: Traceable[] = ssl.value
    ? [
        sourced<Traceable>(
          {
            port: { number: 443, name: 'https', protocol: 'HTTPS' },
            hosts,
            tls: { mode: 'SIMPLE', credentialName: tlsSecret(scope, name) },
          },
          ssl.origin,
        ),
      ]
    : [];
  const plain: Traceable = {
    port: { number: 80, name: 'http', protocol: 'HTTP' },
    hosts,
    tls: httpsOnly.value ? { httpsRedirect: httpsOnly } : undefined,
  };
  return namespacedObject(scope, {
    apiVersion,
    kind: 'Gateway',
    name,
    labels: serviceLabels(scope, name, service.applicationName),
    body: {
      spec: { selector: scope.project.settings.environments.mesh_selector, servers: [...secure, plain] },
    },
    comments: ssl.value ? ['The Secret of the certificate must be in the namespace of the gateway.'] : [],
    origin: variantOrigin(variant, enabled.origin),
  });
}

function virtualService(scope: Scope, variant: Variant): KubernetesObject {
  const { service, name, hosts } = variant;
  const backend = backendOf(scope, variant);
  const destination = { host: backend.name, port: { number: backend.port } };
  return namespacedObject(scope, {
    apiVersion,
    kind: 'VirtualService',
    name,
    labels: serviceLabels(scope, name, service.applicationName),
    body: {
      spec: {
        hosts,
        gateways: [name],
        http: [{ match: [{ uri: { prefix: '/' } }], route: [{ destination }] }],
      },
    },
    origin: variantOrigin(variant, service.spec.service_mesh.origin),
  });
}

import type { Service } from '../../../schema/generated/located.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traceable.ts';
import { backendOf } from './backend.ts';
import { isNginx } from './ingress-class.ts';
import { type Labels, serviceLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import type { Scope } from './scope.ts';
import type { Variant } from './variant.ts';

const prefix = 'nginx.ingress.kubernetes.io';

/**
 * Returns the annotations that make the controllers of an ingress class do what `httpsOnly`, `httpsBackend` and `ssl`
 * say. Known is ingress-nginx, after its annotation reference; others read the labels of the original platform.
 * ingress-nginx redirects to HTTPS by itself as soon as there is TLS, so `httpsOnly: false` has to be said.
 */
function ingressAnnotations(ingressClass: string, { ssl, httpsOnly, httpsBackend }: Service): Labels {
  if (!isNginx(ingressClass)) return {};
  const redirect = httpsOnly.value
    ? { [`${prefix}/force-ssl-redirect`]: httpsOnly.map(() => 'true') }
    : ssl.value
      ? { [`${prefix}/ssl-redirect`]: noRedirect(httpsOnly) }
      : {};
  return {
    ...redirect,
    [`${prefix}/backend-protocol`]: httpsBackend.value ? httpsBackend.map(() => 'HTTPS') : undefined,
  };
}

function noRedirect({ origin }: Sourced<boolean>): Sourced<string> {
  const reason = fromPolicy(
    'ingress-nginx redirects to HTTPS wherever there is TLS, unless it is told not to.',
  );
  return sourced('false', fromSeveral([origin, reason]));
}

/**
 * Returns the Ingress of a variant: one rule for every host, and TLS for every host (B29: the operator kept only the
 * last). Without a host there is none (B09: plugin 3.4.30 wrote one that caught all requests).
 */
export function ingress(scope: Scope, variant: Variant): KubernetesObject | undefined {
  const { service, name, hosts } = variant;
  if (hosts.length === 0) return undefined;
  const { ssl } = service.spec;
  const { ingress_class: ingressClass } = scope.project.settings.environments;
  return namespacedObject(scope, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    name,
    labels: { ...serviceLabels(scope, name, service.applicationName), ...contractLabels(variant) },
    annotations: ingressAnnotations(ingressClass.value, service.spec),
    body: {
      spec: {
        ingressClassName: ingressClass,
        tls: ssl.value
          ? [sourced<Traceable>({ hosts, secretName: tlsSecret(scope, name) }, ssl.origin)]
          : undefined,
        rules: hosts.map((host) => rule(scope, variant, host)),
      },
    },
    origin: fromSeveral(hosts.map((host) => host.origin)),
  });
}

/** Returns the name of the Secret with the certificate of a variant, after the pattern of the settings. */
export function tlsSecret(scope: Scope, name: Sourced<string>): Sourced<string> {
  const pattern = scope.project.settings.environments.tls_secret;
  const text = pattern.value.replaceAll('{service}', name.value).replaceAll('{environment}', scope.slug);
  return sourced(text, fromSeveral([name.origin, pattern.origin]));
}

function rule(scope: Scope, variant: Variant, host: Sourced<string>): Traceable {
  const backend = backendOf(scope, variant);
  return {
    host,
    http: {
      paths: [
        {
          path: '/',
          pathType: 'Prefix',
          backend: { service: { name: backend.name, port: { number: backend.port } } },
        },
      ],
    },
  };
}

/** The labels by which the ingress controller of the original platform knew what to do. */
function contractLabels({ service }: Variant): Labels {
  const { ssl, httpsOnly, httpsBackend, http2, $ } = service.spec;
  const flag = (value: Sourced<boolean>) => value.map(String);
  return {
    ssl: flag(ssl),
    httpsOnly: flag(httpsOnly),
    httpsBackend: flag(httpsBackend),
    http2: $.fields.has('http2') ? flag(http2) : undefined,
    deployment_method: service.deployment.method,
  };
}

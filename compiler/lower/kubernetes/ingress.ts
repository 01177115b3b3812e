import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { forContents, type Traceable } from '../../text/traced-text.ts';
import { backendOf } from './backend.ts';
import { type Labels, serviceLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import { type Scope, written } from './scope.ts';
import { type Variant, variantOrigin } from './variant.ts';

const prefix = 'nginx.ingress.kubernetes.io';

/**
 * Returns the annotations that make the controllers of an ingress class do what `httpsOnly`, `httpsBackend` and `ssl`
 * say. Known is ingress-nginx, after its annotation reference; others read the labels of the original platform.
 * ingress-nginx redirects to HTTPS by itself as soon as there is TLS, so `httpsOnly: false` has to be said.
 */
function ingressAnnotations(
  ingressClass: Sourced<string>,
  { ssl, httpsOnly, httpsBackend }: Service,
): Labels {
  if (!isNginx(ingressClass.value)) return {};
  const asked = (value: Sourced<string>) =>
    sourced(value.value, fromSeveral([value.origin, ingressClass.origin]));
  const redirect = httpsOnly.value
    ? { [`${prefix}/force-ssl-redirect`]: asked(httpsOnly.map(() => 'true')) }
    : ssl.value
      ? { [`${prefix}/ssl-redirect`]: asked(noRedirect(httpsOnly, ssl)) }
      : {};
  return {
    ...redirect,
    [`${prefix}/backend-protocol`]: httpsBackend.value ? asked(httpsBackend.map(() => 'HTTPS')) : undefined,
  };
}

function noRedirect({ origin }: Sourced<boolean>, ssl: Sourced<boolean>): Sourced<string> {
  const reason = fromPolicy(
    'ingress-nginx redirects to HTTPS wherever there is TLS, unless it is told not to.',
  );
  return sourced('false', fromSeveral([origin, ssl.origin, reason]));
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
    annotations: forContents(ingressAnnotations(ingressClass, service.spec)),
    body: {
      spec: {
        ingressClassName: ingressClass,
        tls: ssl.value
          ? sourced<Traceable>([{ hosts, secretName: tlsSecret(scope, name) }], ssl.origin)
          : undefined,
        rules: hosts.map((host) => rule(scope, variant, host)),
      },
    },
    origin: variantOrigin(variant),
  });
}

/** Returns the name of the Secret with the certificate of a variant, after the pattern of the settings. */
export function tlsSecret(scope: Scope, name: Sourced<string>): Sourced<string> {
  const pattern = scope.project.settings.environments.tls_secret;
  const text = pattern.value.replaceAll('{service}', name.value).replaceAll('{environment}', scope.slug);
  const { name: environment } = scope.environment.spec;
  const isNamed = pattern.value.includes('{environment}');
  return sourced(text, fromSeveral([name.origin, pattern.origin, ...(isNamed ? [environment.origin] : [])]));
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

/** Whether an ingress class is one of ingress-nginx: its name has the word `nginx`. */
function isNginx(ingressClass: string): boolean {
  return /(^|[-.])nginx([-.]|$)/.test(ingressClass);
}

/** Reports what the ingress controllers of a class cannot be told by an Ingress. */
export function checkIngressClass(scope: Scope, service: Service): void {
  const { value: ingressClass } = scope.project.settings.environments.ingress_class;
  if (isNginx(ingressClass)) checkHttp2(scope, service);
  else checkUnknownClass(scope, service, ingressClass);
}

function checkUnknownClass(scope: Scope, service: Service, ingressClass: string): void {
  for (const field of ['httpsOnly', 'httpsBackend', 'http2'] as const) {
    if (!service[field].value) continue;
    scope.report(
      diagnose('kubernetes/ingress-class', { field, ingressClass }, spanOf(service[field].origin), {
        help: 'the label of the same name is written; make the ingress controller read it',
      }),
    );
  }
}

/** ingress-nginx offers HTTP/2 on every TLS host and on no other; that is a setting of the controller. */
function checkHttp2(scope: Scope, { http2, ssl }: Service): void {
  const wanted = written(http2);
  if (wanted === undefined || wanted.value === ssl.value) return;
  const problem = wanted.value
    ? 'is offered over TLS only, and the service has no `ssl`'
    : 'cannot be turned off for one Ingress';
  scope.report(
    diagnose('kubernetes/http2', { problem }, spanOf(wanted.origin), {
      help: wanted.value ? 'add `ssl: true`, or remove `http2`' : 'remove it; it is on wherever there is TLS',
    }),
  );
}

import type { Service } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { spanOf } from '../../../text/span-of.ts';
import type { Labels } from './labels.ts';
import type { Scope } from './scope.ts';

/**
 * Returns the annotations that make an ingress controller do what `httpsOnly`, `httpsBackend` and `ssl` say. Known is
 * ingress-nginx (a class whose name has the word `nginx`), after its annotation reference; other
 * controllers read the labels of the original platform, or nothing, which is reported.
 */
export function ingressAnnotations(scope: Scope, service: Service): Labels {
  const { ingress_class: ingressClass } = scope.project.settings.environments;
  if (isNginx(ingressClass.value)) return nginx(service);
  for (const field of ['httpsOnly', 'httpsBackend', 'http2'] as const) {
    if (!service[field].value) continue;
    const parameters = { field, ingressClass: ingressClass.value };
    scope.report(
      diagnose('kubernetes/ingress-class', parameters, spanOf(service[field].origin), {
        help: 'the label of the same name is written; make the ingress controller read it',
      }),
    );
  }
  return {};
}

function isNginx(ingressClass: string): boolean {
  return /(^|[-.])nginx([-.]|$)/.test(ingressClass);
}

/**
 * ingress-nginx redirects to HTTPS by itself as soon as there is TLS, so `httpsOnly: false` has to be said. HTTP/2
 * is on for every TLS host there, and is no matter of a single Ingress.
 */
function nginx({ ssl, httpsOnly, httpsBackend }: Service): Labels {
  const prefix = 'nginx.ingress.kubernetes.io';
  const redirect = httpsOnly.value
    ? { [`${prefix}/force-ssl-redirect`]: text(httpsOnly, 'true') }
    : ssl.value
      ? { [`${prefix}/ssl-redirect`]: noRedirect(httpsOnly) }
      : {};
  return {
    ...redirect,
    [`${prefix}/backend-protocol`]: httpsBackend.value ? text(httpsBackend, 'HTTPS') : undefined,
  };
}

function text(flag: Sourced<boolean>, value: string): Sourced<string> {
  return flag.map(() => value);
}

function noRedirect({ origin }: Sourced<boolean>): Sourced<string> {
  const reason = fromPolicy(
    'ingress-nginx redirects to HTTPS wherever there is TLS, unless it is told not to.',
  );
  return sourced('false', fromSeveral([origin, reason]));
}

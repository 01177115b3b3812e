import type { Service } from '../../../schema/generated/located.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { isNginx } from './ingress-class.ts';
import type { Labels } from './labels.ts';

const prefix = 'nginx.ingress.kubernetes.io';

/**
 * Returns the annotations that make the controllers of an ingress class do what `httpsOnly`, `httpsBackend` and `ssl`
 * say. Known is ingress-nginx, after its annotation reference; others read the labels of the original platform.
 * ingress-nginx redirects to HTTPS by itself as soon as there is TLS, so `httpsOnly: false` has to be said.
 */
export function ingressAnnotations(ingressClass: string, { ssl, httpsOnly, httpsBackend }: Service): Labels {
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

import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Scope } from './scope.ts';
import { written } from './written.ts';

/** Whether an ingress class is one of ingress-nginx: its name has the word `nginx`. */
export function isNginx(ingressClass: string): boolean {
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

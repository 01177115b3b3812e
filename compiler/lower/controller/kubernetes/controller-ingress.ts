import { controllerComponent, type Labels } from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';

/** Returns the Ingress of the controller, if the settings ask for one. */
export function controllerIngress(scope: ObjectScope): readonly KubernetesObject[] {
  const { ingress: settings, name, namespace } = scope.deployment;
  if (settings === undefined) return [];
  const { host, ingressClass, tls, tlsSecret, origin } = settings;
  const path = scope.pathPrefix.map((prefix) => (prefix === '' ? '/' : prefix));
  const backend = { service: { name, port: { name: 'http' } } };
  return [
    controllerObject(scope, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      name,
      namespace,
      component: controllerComponent,
      annotations: { ...classAnnotations(ingressClass.value), ...settings.annotations },
      body: {
        spec: {
          ingressClassName: ingressClass,
          tls: tls.value ? [{ hosts: [host], secretName: tlsSecret }] : undefined,
          rules: [{ host, http: { paths: [{ path, pathType: 'Prefix', backend }] } }],
        },
      },
      origin,
    }),
  ];
}

/** Uploads of plugins and files pass through, and as they come, not after they are complete. */
function classAnnotations(ingressClass: string): Labels {
  if (ingressClass !== 'nginx') return {};
  const origin = fromPolicy(
    'nginx refuses uploads above 1 MB, and delays what is sent to the command line interface.',
  );
  return {
    'nginx.ingress.kubernetes.io/proxy-body-size': sourced('50m', origin),
    'nginx.ingress.kubernetes.io/proxy-request-buffering': sourced('off', origin),
  };
}

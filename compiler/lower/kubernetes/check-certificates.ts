import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { type NeededObject, neededObjects } from '../../model/kubernetes/needed-objects.ts';
import { spanOf } from '../../text/origin.ts';
import { plainValue } from '../../text/traced-text.ts';
import { allObjects } from './check-objects.ts';

const CERTIFICATE: ReadonlySet<string> = new Set(['tls.crt', 'tls.key', 'ca.crt']);

/**
 * Reports Secrets that are to hold the certificate of a host and what pods read besides, once each name: what makes
 * certificates takes the whole Secret for itself, and `kubectl create secret` makes no Secret twice.
 */
export function checkCertificates(
  environments: readonly EnvironmentIr[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const told = new Set<string>();
  for (const environment of environments) {
    const objects = allObjects(environment);
    const certificates = new Map(
      secretsOf(objects, ['Ingress', 'Gateway'])
        .filter(({ keys }) => keys.some((key) => plainValue(key) === 'tls.key'))
        .map((need) => [placeOf(need), need]),
    );
    if (certificates.size === 0) continue;
    for (const need of secretsOf(objects, ['Deployment', 'CronJob'])) {
      const certificate = certificates.get(placeOf(need));
      const secret = plainValue(need.name);
      if (certificate === undefined || told.has(secret)) continue;
      const keys = need.keys.map(plainValue);
      const others = keys.filter((key) => !CERTIFICATE.has(key)).map((key) => `\`${key}\``);
      if (keys.length > 0 && others.length === 0) continue;
      told.add(secret);
      const what = others.length === 0 ? 'everything that a pod mounts of it' : others.join(', ');
      const span = spanOf(certificate.origin);
      report(
        diagnose('kubernetes/certificate-secret', { secret, what }, spanOf(need.origin), {
          labels: span === undefined ? [] : [{ span, text: 'its certificate is in the same Secret' }],
          help: [
            'set `environments.tls_secret: "{service}-tls"` in jenkins.bitesize, which gives certificates Secrets of their own',
            'or give the other Secret another name',
          ],
        }),
      );
    }
  }
}

function secretsOf(objects: readonly KubernetesObject[], kinds: readonly string[]): readonly NeededObject[] {
  const referring = objects.filter(({ id }) => kinds.includes(id.kind));
  return neededObjects(referring).filter(({ kind }) => kind === 'Secret');
}

function placeOf({ namespace, name }: NeededObject): string {
  return `${plainValue(namespace)} ${plainValue(name)}`;
}

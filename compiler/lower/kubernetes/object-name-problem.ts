import { kubernetesNameProblem } from '../../util/kubernetes-name.ts';

/**
 * Returns what is wrong with the name of an object of this kind, or undefined. A Service has a name of RFC 1035; a
 * Deployment and a CronJob give theirs to pods and labels, and a claim is also the name of a volume, so they have
 * shorter ones than other objects.
 */
export function objectNameProblem(kind: string, name: string): string | undefined {
  switch (kind) {
    case 'Service':
      return kubernetesNameProblem(name, 'service');
    case 'Deployment':
    case 'Namespace':
    case 'PersistentVolumeClaim':
      return kubernetesNameProblem(name, 'label');
    case 'CronJob':
      return kubernetesNameProblem(name, 'label', 52);
    default:
      return kubernetesNameProblem(name, 'subdomain');
  }
}

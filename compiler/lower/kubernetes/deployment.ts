import type { Rollout } from '../../model/kubernetes/service.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { plainValue, type Traceable } from '../../text/traced-text.ts';
import { autoscaled } from './autoscaler.ts';
import { volumeOfOnePod } from './claims.ts';
import { podSelector, serviceLabels, versionLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import { podAnnotations, workloadPod } from './pod.ts';
import type { Scope } from './scope.ts';
import { runningOrigin, type Variant } from './variant.ts';
import { deployComments as comments, pinnedVersion, runningVersion } from './version.ts';

const toldColour = fromPolicy('A container of a blue/green service is told its colour.');
const rolling = fromPolicy('Pods are replaced one after the other, at the default pace of Kubernetes.');
const oneAtATime = fromPolicy(
  'A disk is mounted by one node: a new pod on another one would wait for it as long as the old pod runs, so the old one goes first.',
);

/**
 * Returns the Deployment of a service or of one of its colours. It is final where the spec pins the version or the image and
 * nothing decides between two colours; otherwise only the deploy job applies it.
 */
export function deployment(scope: Scope, variant: Variant): Rollout {
  const { service, name, colour } = variant;
  const { spec, applicationName: application } = service;
  const { version, label, isFinal } = runningVersion(spec, pinnedVersion(spec.version));
  const labels = {
    ...serviceLabels(scope, name, application),
    app: application,
    ...versionLabels(label),
  };
  const disk = volumeOfOnePod(service);
  const recreated = disk === undefined ? undefined : fromSeveral([disk.$.origin, oneAtATime]);
  const object = namespacedObject(scope, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name,
    labels,
    body: {
      spec: {
        replicas: plainValue(autoscaled(spec)) ? undefined : spec.replicas,
        progressDeadlineSeconds: service.deployment.timeout,
        selector: { matchLabels: podSelector(name) },
        strategy:
          recreated === undefined
            ? sourced<Traceable>({ type: 'RollingUpdate' }, rolling)
            : sourced<Traceable>({ type: 'Recreate' }, recreated),
        template: {
          metadata: {
            labels,
            annotations: podAnnotations(spec),
          },
          spec: workloadPod(scope, {
            service: spec,
            name,
            application,
            version,
            ...(colour === undefined
              ? {}
              : {
                  colour: sourced(colour, fromSeveral([service.deployment.method.origin, toldColour])),
                }),
          }),
        },
      },
    },
    comments: comments(scope, isFinal, colour !== undefined),
    origin: runningOrigin(variant, spec.$.origin),
  });
  return {
    kind: 'rollout',
    resource: 'deployment',
    name: name.value,
    ...(colour === undefined ? {} : { colour }),
    appliedBy: !isFinal || colour !== undefined ? 'deploy' : 'service-manage',
    autoscaled: autoscaled(spec),
    ...(recreated === undefined ? {} : { recreated }),
    awaitsVersion: !isFinal,
    object,
  };
}

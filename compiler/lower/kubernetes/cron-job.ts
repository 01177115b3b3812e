import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import type { Rollout } from '../../model/kubernetes/service.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { kubernetesSchedule } from '../../util/kubernetes-cron.ts';
import { cronOptions } from './cron-options.ts';
import { serviceLabels, versionLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import { commonPod, containerEnv, initContainers, mountedVolumes, podAnnotations } from './pod.ts';
import { containerSecurity } from './pod-security.ts';
import { podVolumes, volumeMounts } from './pod-volumes.ts';
import { resources } from './resources.ts';
import type { Scope } from './scope.ts';
import { kindOrigin } from './third-party.ts';
import { deployComments, imageAt, pinnedVersion, runningVersion, withDigest } from './version.ts';

/**
 * Returns the CronJob of a service of `type: cron`. The operator wrote a custom resource that nothing public acted
 * on; its options are those of a CronJob. An `image` among them is used as it is, otherwise the project's image runs.
 */
export function cronJob(scope: Scope, service: LinkedService): Rollout {
  const { spec, applicationName: application } = service;
  const { name } = spec;
  const options = cronOptions(scope, spec);
  const pinned = pinnedVersion(options.tag ?? spec.version);
  const own = runningVersion(spec, pinned);
  const isForeign = options.image !== undefined;
  const version = isForeign ? (pinned ?? latest) : own.version;
  const awaitsVersion = !isForeign && !own.isFinal;
  const labels = {
    ...serviceLabels(scope, name, application),
    app: application,
    ...versionLabels(isForeign ? version : own.label),
  };
  const schedule = spec.schedule ?? options.schedule;
  if (schedule === undefined) {
    scope.report(
      diagnose('kubernetes/no-schedule', { service: name.value }, spanOf(spec.$.origin), {
        help: 'add `schedule`, such as `schedule: "0 3 * * *"`',
      }),
    );
  }
  const object = namespacedObject(scope, {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    name,
    labels,
    body: {
      spec: {
        schedule: schedule?.map(kubernetesSchedule),
        ...options.cronJob,
        jobTemplate: {
          spec: {
            ...options.job,
            template: {
              metadata: { labels, annotations: podAnnotations(spec) },
              spec: {
                ...commonPod(scope, spec),
                restartPolicy: options.restartPolicy ?? sourced('OnFailure', restarted),
                initContainers: initContainers(scope, { service: spec, name, application, version }),
                containers: [
                  {
                    name: options.container ?? name,
                    image:
                      spec.image ??
                      (options.image === undefined
                        ? imageAt(scope, application, withDigest(scope, version))
                        : foreignImage(options.image, version)),
                    command: spec.command.length === 0 ? undefined : spec.command,
                    env: containerEnv(spec.env),
                    resources: resources(scope, spec),
                    volumeMounts: volumeMounts(spec.volumes),
                    securityContext: containerSecurity(scope, spec),
                  },
                ],
                volumes: podVolumes(scope, mountedVolumes(spec)),
              },
            },
          },
        },
      },
    },
    comments: deployComments(scope, !awaitsVersion, false),
    origin: kindOrigin(spec),
  });
  return {
    kind: 'rollout',
    resource: 'cronjob',
    name: name.value,
    appliedBy: awaitsVersion ? 'deploy' : 'service-manage',
    autoscaled: false,
    awaitsVersion,
    object,
  };
}

const restarted = fromPolicy('A failed run is tried again in the same pod; a job cannot restart always.');
const latest = sourced('latest', fromPolicy('An image without a tag is its latest.'));

/** An image that carries its tag or digest already keeps it. */
function foreignImage(image: Sourced<string>, tag: Sourced<string>): Sourced<string> {
  const tagged = image.value.includes('@') || image.value.lastIndexOf(':') > image.value.lastIndexOf('/');
  return tagged ? image : sourced(`${image.value}:${tag.value}`, fromSeveral([image.origin, tag.origin]));
}

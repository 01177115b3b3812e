import type { BackupSettings } from '../../../model/controller/controller-deployment.ts';
import {
  controllerComponent,
  controllerLabels,
  type ObjectScope,
  selectorLabels,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { type Traceable, TracedText } from '../../../text/traced-text.ts';
import { kubernetesSchedule } from '../../../util/kubernetes-cron.ts';
import { claim, homeClaimName } from './controller-claims.ts';
import { containerSecurity, podSecurity } from './pod-security.ts';
import { controllerImage } from './stateful-set.ts';

const component = 'backup';

/** Returns the job that copies the home directory to a claim of its own, if the settings ask for it. */
export function backup(scope: ObjectScope): readonly KubernetesObject[] {
  const { backup: settings, name, namespace } = scope.deployment;
  if (settings === undefined) return [];
  const { origin, schedule } = settings;
  const backupName = name.map((text) => `${text}-backup`);
  const job = controllerObject(scope, {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    name: backupName,
    namespace,
    component,
    body: {
      spec: {
        schedule: schedule.map(kubernetesSchedule),
        timeZone: scope.timeZone,
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 3600,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          spec: {
            backoffLimit: 1,
            activeDeadlineSeconds: 14400,
            template: {
              metadata: { labels: controllerLabels(scope, component) },
              spec: podSpec(scope, settings),
            },
          },
        },
      },
    },
    comments: [
      'Copies the home directory with the key that its credentials are encrypted with: keep it as safe.',
    ],
    origin,
  });
  return [claim(scope, { name: backupName, settings: settings.claim, component, origin }), job];
}

function podSpec(scope: ObjectScope, settings: BackupSettings): Traceable {
  const { name, pullSecrets, tolerations } = scope.deployment;
  const besideController = {
    labelSelector: { matchLabels: selectorLabels(scope, controllerComponent) },
    topologyKey: 'kubernetes.io/hostname',
  };
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    imagePullSecrets: pullSecrets.length === 0 ? undefined : pullSecrets.map((secret) => ({ name: secret })),
    tolerations: tolerations.length === 0 ? undefined : tolerations,
    affinity: sourced<Traceable>(
      { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [besideController] } },
      fromPolicy('The volume of the home directory can only be mounted on the node that Jenkins runs on.'),
    ),
    securityContext: podSecurity(),
    containers: [
      {
        name: 'backup',
        image: settings.image ?? controllerImage(scope),
        command: ['sh', '-c', script],
        env: [{ name: 'KEEP', value: settings.keep.map(String) }],
        resources: {
          requests: { cpu: '100m', memory: '64Mi' },
          limits: { cpu: '1', memory: '256Mi' },
        },
        securityContext: containerSecurity(),
        volumeMounts: [
          { name: 'home', mountPath: '/var/jenkins_home', readOnly: true },
          { name: 'backup', mountPath: '/backup' },
        ],
      },
    ],
    volumes: [
      { name: 'home', persistentVolumeClaim: { claimName: homeClaimName(scope) } },
      { name: 'backup', persistentVolumeClaim: { claimName: name.map((text) => `${text}-backup`) } },
    ],
  };
}

/** GNU tar ends with 1 when a file changed while it was read, which is no reason to drop a backup. */
const script = new TracedText(
  `set -eu
umask 077
target="/backup/jenkins-home-$(date -u +%Y%m%dT%H%M%SZ).tar.gz"
tar -czf "$target.part" -C /var/jenkins_home \\
  --exclude=./workspace --exclude=./caches --exclude=./plugins --exclude=./init.groovy.d . || [ $? -eq 1 ]
mv "$target.part" "$target"
rm -f /backup/*.part
find /backup -maxdepth 1 -name 'jenkins-home-*.tar.gz' | sort -r | tail -n "+$((KEEP + 1))" | while IFS= read -r old; do
  rm -f "$old"
done
`,
);

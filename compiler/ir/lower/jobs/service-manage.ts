import { joinTraced } from '../../../print/join-traced.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { TracedText } from '../../../text/traced-text.ts';
import type { PipelineJob } from '../../items/pipeline.ts';
import type { Trigger } from '../../items/triggers.ts';
import type { EnvironmentIr } from '../../kubernetes/environment.ts';
import { appliedObjects } from '../../kubernetes/environment-objects.ts';
import { printManifest } from '../../kubernetes/print-manifest.ts';
import { seedMode } from '../controller/seed-mode.ts';
import { environmentLeftovers } from './environment-leftovers.ts';
import { seedJobName, serviceManageName } from './job-names.ts';
import { folderPath, type JobScope } from './job-scope.ts';
import { applyCommand } from './kubectl-apply.ts';
import { lockName } from './lock-name.ts';
import { mailRecipients } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import { exclusively, inOrder, onAgent, type ScriptPart, scriptPart, withMail } from './pipeline-script.ts';

/**
 * Returns the job that applies everything of the environments but what awaits a version: Services, Ingresses,
 * claims, third-party resources, and Deployments whose version the spec names. An error in one environment does not
 * keep it from the others, and fails the job (the plugin printed errors and went on, B26). What left the specs is
 * listed, and deleted only where the settings say so.
 */
export function serviceManage(scope: JobScope): PipelineJob {
  const origin = fromSeveral(scope.environments.map((environment) => environment.origin));
  return pipelineJob(scope, {
    family: 'service_jobs',
    name: sourced(serviceManageName, origin),
    description: `Applies the Services, Ingresses, claims and third-party resources of ${scope.project.name.value}.`,
    triggers: triggers(scope),
    script: script(scope),
    origin,
  });
}

/** By its schedule, and as soon as the seed job has brought new specs. */
function triggers(scope: JobScope): readonly Trigger[] {
  const { schedule } = scope.settings.pipeline.service_manage;
  const found: Trigger[] = [];
  if (schedule.value.trim() !== '') found.push({ kind: 'cron', schedule, origin: schedule.origin });
  if (seedMode(scope.settings).value !== 'repository') return found;
  const job = folderPath(scope.settings) === '' ? seedJobName : `/${seedJobName}`;
  found.push({ kind: 'upstream', jobs: [job], threshold: 'SUCCESS', origin: afterSeed });
  return found;
}

const afterSeed = fromPolicy(
  'What changed in the specs reaches the environments without waiting for a schedule.',
);

function script(scope: JobScope): ScriptPart {
  const parts = scope.environments.map((environment, index) =>
    environmentPart(scope, environment, index + 1),
  );
  const calls = scriptPart('manage-calls.groovy', { environments: parts.map(({ data }) => data) });
  const managed = exclusively(lockName(scope, 'service-manage'), onAgent(scope, 'deploy', 'kubectl', calls));
  return inOrder([
    scriptPart('head.groovy', {
      text: 'Applies what the environments are made of, but for what awaits a version.',
    }),
    withMail(mailRecipients(scope), managed),
    ...parts.map(({ part }) => part),
  ]);
}

interface EnvironmentPart {
  readonly data: { readonly number: number; readonly origin: Origin };
  readonly part: ScriptPart;
}

function environmentPart(scope: JobScope, environment: EnvironmentIr, number: number): EnvironmentPart {
  const { name, slug, origin } = environment;
  const objects = appliedObjects(environment);
  const file = `${slug}.yaml`;
  const data = {
    number,
    origin,
    name: name.value,
    file,
    manifests: objects.length === 0 ? undefined : joined(objects.map(printManifest)),
    apply: applyCommand(file),
    leftovers: environmentLeftovers(scope, environment),
  };
  const steps = ['stage', 'catchError', 'writeFile', 'sh'] as const;
  return { data, part: scriptPart('manage-environment.groovy', data, steps) };
}

/** Several manifests in one file, as YAML documents. */
function joined(manifests: readonly TracedText[]): TracedText {
  const separator = new TracedText('---\n');
  return joinTraced(
    manifests.flatMap((manifest, index) => (index === 0 ? [manifest] : [separator, manifest])),
  );
}

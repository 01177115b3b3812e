import type { MultibranchJob } from '../../../../jenkins/items/multibranch.ts';
import type { PipelineJob } from '../../../../jenkins/items/pipeline.ts';
import type { FolderScan } from '../../../../jenkins/triggers/folder-scan.ts';
import { requestJobName } from '../../../link/link-requests.ts';
import type { LinkedRequests } from '../../../link/project.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { joined, originsOf, plainValue } from '../../../text/traced-text.ts';
import { checkClassSize, componentConstants, componentSize } from '../class-size.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { pipelineJob } from '../pipeline-job.ts';
import { scriptFile } from '../script-file.ts';
import { gerritTrigger } from './gerrit-trigger.ts';
import { requestScript } from './request-script.ts';
import { requestSource } from './request-source.ts';

/**
 * Returns the job that builds the pull requests of a component: a multibranch pipeline whose script no pull request can
 * change, or on Gerrit a pipeline that votes. Undefined where something is missing, which is reported elsewhere.
 */
export function requestJob(
  scope: JobScope,
  requests: LinkedRequests,
): MultibranchJob | PipelineJob | undefined {
  const { component, spec, forge, marker } = requests;
  const name = requestJobName(component);
  const description = joined`Builds pull requests of component ${component.name} of ${scope.project.name}.`;
  const origin = fromSeveral([spec.$.origin, component.$.origin]);
  const script = requestScript(scope, requests);
  const constants = 2 * componentConstants(componentSize(component));
  if (forge.value === 'gerrit') {
    return pipelineJob(scope, {
      family: 'build_jobs',
      name,
      description,
      triggers: [gerritTrigger(requests, 'review')],
      script,
      constants,
      origin,
    });
  }
  const source = requestSource(scope, requests);
  if (source === undefined || marker === undefined) return undefined;
  checkClassSize(scope, name.value, constants, origin);
  scope.useSteps(name, [{ step: 'pipeline' }, ...script.steps], origin);
  const job = fullName(scope, name);
  return {
    kind: 'multibranch',
    family: 'build_jobs',
    name: job,
    description: sourced(plainValue(description), fromSeveral([...originsOf(description), origin])),
    sources: [source],
    triggers: [scan(scope)],
    orphanedItems: { origin: closed },
    inline: { script: scriptFile(scope, job, script.text), sandbox: true, marker, origin: ofJob },
    origin,
  };
}

const closed = fromPolicy('The job of a pull request goes when it is merged or closed.');

const ofJob = fromPolicy('The script stands in the job, so no pull request can change what its build does.');

/** A webhook tells of each pull request at once; without one, or where one is lost, Jenkins looks itself. */
function scan({ settings: { pipeline } }: JobScope): FolderScan {
  const { webhook } = pipeline;
  return { kind: 'folder-scan', every: webhook.value ? '1d' : '15m', origin: webhook.origin };
}

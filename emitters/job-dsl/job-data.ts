import { appendedSettings } from '../../compiler/ir/items/appended-settings.ts';
import type { FreestyleJob } from '../../compiler/ir/items/freestyle.ts';
import type { PipelineJob } from '../../compiler/ir/items/pipeline.ts';
import { plainValue, type Valued } from '../../compiler/ir/items/text.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import { fragmentBlock, pathFilterBlocks } from './configure.ts';
import { BLOCK_SIZE } from './limits.ts';
import { builderData, propertyData, publisherData, scmData, triggerData } from './node-data.ts';
import { placeOf } from './place.ts';

/** Returns what the template of a freestyle job prints. */
export function freestyleData(job: FreestyleJob): object {
  return {
    ...job,
    place: placeOf(job.origin),
    margin: '',
    settings: appendedSettings(job).map((name) => ({
      name,
      value: name === 'scm' && job.scm !== undefined ? scmData(job.scm) : job[name],
    })),
    blockOnUpstream: isOn(job.blockOnUpstream),
    blockOnDownstream: isOn(job.blockOnDownstream),
    properties: (job.properties ?? []).map(propertyData),
    triggers: chunks((job.triggers ?? []).map(triggerData), BLOCK_SIZE),
    wrappers: chunks(job.wrappers ?? [], BLOCK_SIZE),
    builders: chunks((job.builders ?? []).map(builderData), BLOCK_SIZE),
    publishers: chunks((job.publishers ?? []).map(publisherData), BLOCK_SIZE),
    configure: [
      ...pathFilterBlocks(job.scm, []),
      ...(job.fragments ?? []).map((fragment) => fragmentBlock(fragment, '')),
    ],
  };
}

/**
 * Returns what the template of a pipeline job prints.
 *
 * It calls `triggers`, the only deprecated method that is used. Its successor (`properties { pipelineTriggers }`)
 * exists only where the engine runs inside a Jenkins that has the plugin (dynamic DSL), which can neither be checked
 * nor compared before it runs; Jenkins reads the triggers from either place.
 */
export function pipelineData(job: PipelineJob): object {
  const { definition } = job;
  const settings = ['displayName', 'logRotation', 'quietPeriod', 'authenticationToken'] as const;
  return {
    ...job,
    place: placeOf(job.origin),
    margin: '',
    settings: settings.map((name) => ({ name, value: job[name] })).filter(({ value }) => value !== undefined),
    properties: (job.properties ?? []).map(propertyData),
    triggers: chunks((job.triggers ?? []).map(triggerData), BLOCK_SIZE),
    definition: definition.kind === 'cps-scm' ? { ...definition, scm: scmData(definition.scm) } : definition,
    configure: [
      ...pathFilterBlocks(definition.kind === 'cps-scm' ? definition.scm : undefined, ['definition']),
      ...(job.fragments ?? []).map((fragment) => fragmentBlock(fragment, '')),
    ],
  };
}

function isOn(flag: Valued<boolean> | undefined): boolean {
  return flag !== undefined && plainValue(flag);
}

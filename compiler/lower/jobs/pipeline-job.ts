import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import type { StringParameter } from '../../../jenkins/parameters/simple-parameters.ts';
import type { PipelineTrigger } from '../../../jenkins/properties/pipeline-triggers.ts';
import type { Family } from '../../../jenkins/shared/node.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { originsOf, plainValue, type Valued } from '../../text/traced-text.ts';
import { once } from '../../util/once.ts';
import { checkClassSize } from './class-size.ts';
import { logRotation } from './job-parts.ts';
import { fullName, type JobScope } from './job-scope.ts';
import type { ScriptPart } from './pipeline-script.ts';
import { scriptFile } from './script-file.ts';

/** What a pipeline job is made of. */
export interface PipelineParts {
  readonly family: Family;
  readonly name: Sourced<string>;
  readonly description: Valued<string>;
  /** Label of the agent, where a spec names it. */
  readonly label?: Sourced<string>;
  readonly parameters?: readonly StringParameter[];
  /** Besides the parameters. */
  readonly properties?: NonNullable<PipelineJob['properties']>;
  readonly triggers?: readonly PipelineTrigger[];
  readonly script: ScriptPart;
  /** About how many constants its class has, where that depends on the specs. */
  readonly constants?: number;
  readonly origin: Origin;
}

/** Returns a pipeline job whose script runs in the Groovy sandbox, so that nobody has to approve it. */
export function pipelineJob(scope: JobScope, parts: PipelineParts): PipelineJob {
  const { family, name, description, parameters = [], triggers = [], script, constants = 0, origin } = parts;
  const properties: PipelineJob['properties'] = [
    ...(parameters.length === 0 ? [] : [{ kind: 'parameters' as const, parameters, origin }]),
    ...(parts.properties ?? []),
  ];
  checkClassSize(scope, name.value, constants, origin);
  scope.useSteps(name, [{ step: 'pipeline' }, ...script.steps], origin);
  const job = fullName(scope, name);
  const file = once(() => scriptFile(scope, job, script.text));
  return {
    kind: 'pipeline',
    family,
    name: job,
    description: sourced(plainValue(description), fromSeveral([...originsOf(description), origin])),
    ...(parts.label === undefined ? {} : { label: parts.label }),
    logRotation: logRotation(scope.settings),
    properties: properties.length === 0 ? undefined : properties,
    triggers: triggers.length === 0 ? undefined : triggers,
    definition: {
      kind: 'cps',
      get script() {
        return file();
      },
      sandbox: true,
      origin: sandboxed,
    },
    origin,
  };
}

const sandboxed = fromPolicy(
  'Scripts run in the sandbox and call nothing that an administrator has to approve.',
);

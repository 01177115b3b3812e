import type { Definitions } from '../../spec-file.ts';
import { family } from '../family.ts';
import { buildTools } from './build-tools.ts';
import { commands } from './commands.ts';
import { conditionalSteps, conditions } from './conditional-step.ts';
import { copyArtifacts } from './copy-artifacts.ts';
import { otherParts, otherSteps } from './other-steps.ts';
import { phaseParts, triggerParts, triggers } from './trigger.ts';

/** The build steps of jobs, and the objects inside them. */
export const builders: Definitions = {
  ...family(
    'Builder',
    'A build step of a job: exactly one thing.',
    commands,
    buildTools,
    triggers,
    copyArtifacts,
    conditionalSteps,
    otherSteps,
  ),
  ...triggerParts,
  ...phaseParts,
  ...conditions,
  ...otherParts,
};

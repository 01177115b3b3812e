import type { Definitions } from '../../spec-file.ts';
import { family } from '../family.ts';
import { xmlElement } from '../xml-element.ts';
import { environmentParts, environmentWrappers } from './environment.ts';
import { limitWrappers } from './limits.ts';
import { outputWrappers } from './output.ts';
import { secretParts, secretWrappers } from './secrets.ts';
import { toolParts, toolWrappers } from './tools.ts';

/** What surrounds the build of a job: exactly one thing; and the objects inside. */
export const wrappers: Definitions = {
  ...family(
    'Wrapper',
    'What surrounds the build of a job: exactly one thing.',
    outputWrappers,
    limitWrappers,
    secretWrappers,
    environmentWrappers,
    toolWrappers,
    {
      ...xmlElement('<hudson.plugins.build__keeper.BuildKeeper/>'),
    },
  ),
  ...secretParts,
  ...environmentParts,
  ...toolParts,
};

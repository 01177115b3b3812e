import { text } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE } from '../family.ts';
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
      xml: {
        description: 'An element of config.xml, for what has no word here.',
        short: 'xml',
        fields: {
          xml: text('The element.', {
            required: true,
            minLength: 1,
            examples: ['<hudson.plugins.build__keeper.BuildKeeper/>'],
            since: SINCE,
            secret: true,
          }),
        },
        examples: [{ xml: '<hudson.plugins.build__keeper.BuildKeeper/>' }],
      },
    },
  ),
  ...secretParts,
  ...environmentParts,
  ...toolParts,
};

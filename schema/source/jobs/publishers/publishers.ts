import { texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE } from '../family.ts';
import { xmlElement } from '../xml-element.ts';
import { afterStepParts, afterSteps } from './after-steps.ts';
import { gitlabPublishers } from './gitlab.ts';
import { handOver, handOverParts } from './hand-over.ts';
import { measureParts, measures } from './measures.ts';
import { messageParts, messages } from './messages.ts';
import { reportParts, reports } from './reports.ts';
import { neededTexts, on } from './usual-fields.ts';

/** What a job does after its build: exactly one thing. */
export const publishers: Definitions = {
  ...family(
    'Publisher',
    'What a job does after its build: exactly one thing.',
    {
      fingerprint: {
        description: 'Records fingerprints of files, so that Jenkins knows which builds used them.',
        short: 'files',
        fields: {
          files: neededTexts('Ant patterns of the files.', 'dist/*.tar.gz'),
          excludes: texts('Ant patterns of files that are left out.', {
            without: 'none',
            examples: ['**/*.tmp'],
            since: SINCE,
          }),
          default_excludes: on("Whether Ant's own excludes hold, such as `.git`."),
          case_sensitive: on('Whether the patterns tell upper and lower case apart.'),
        },
        examples: [{ files: ['dist/*.tar.gz'] }],
      },
    },
    reports,
    measures,
    afterSteps,
    messages,
    gitlabPublishers,
    handOver,
    {
      ...xmlElement('<hudson.plugins.claim.ClaimPublisher/>'),
    },
  ),
  ...reportParts,
  ...measureParts,
  ...afterStepParts,
  ...messageParts,
  ...handOverParts,
};

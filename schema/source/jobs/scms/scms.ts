import type { Definitions } from '../../spec-file.ts';
import { family } from '../family.ts';
import { xmlElement } from '../xml-element.ts';
import { gitParts, gitScm } from './git.ts';
import { otherScmParts, otherScms } from './other-scms.ts';

/** Where the source of a job is. */
export const scms: Definitions = {
  ...family(
    'Scm',
    'Where the source of a job is: exactly one thing.',
    gitScm,
    otherScms,
    xmlElement('<scm class="hudson.scm.CVSSCM"/>'),
  ),
  ...gitParts,
  ...otherScmParts,
};

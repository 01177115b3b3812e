import { choice, type Field, flag, list, part, text } from '../fields.ts';
import type { Definitions } from '../spec-file.ts';
import { off, optional, preset, required } from './builders/about.ts';

const axis = { 'user-defined': { name: 'POSTGRES', values: ['16', '17'] } };

/** The fields of matrix jobs beside those of freestyle jobs. */
export const matrixFields: Readonly<Record<string, Field>> = {
  axes: list('The axes: the job is built once for each combination of their values.', {
    ...optional('those of the defaults; a matrix job needs them', [axis]),
    of: 'JobAxis',
    minItems: 1,
  }),
  combination_filter: text('Groovy condition for the combinations that are built; each axis is a variable.', {
    ...optional('all of them', '!(OS == "windows" && POSTGRES == "16")'),
  }),
  sequential: flag('Whether the combinations are built one after the other.', off),
  touchstone: part('MatrixTouchstone', 'The combinations that are built first.', {
    ...optional('all at once', { expr: 'POSTGRES == "17"' }),
  }),
  child_workspace: text('Folder in which a combination is built, below that of the job.', {
    ...optional('one that Jenkins makes of the values', '${AXIS_NAME}'),
  }),
};

/** The objects inside matrix jobs. */
export const matrixParts: Definitions = {
  MatrixTouchstone: {
    description: 'Combinations that are built first; the others follow when these came to a good result.',
    short: 'expr',
    fields: {
      expr: text('Groovy condition for these combinations.', {
        ...required('POSTGRES == "17"'),
        minLength: 1,
      }),
      result: choice('The worst result with which the others are built.', {
        ...preset('stable', 'unstable'),
        values: { stable: 'All were successful.', unstable: 'None failed.' },
      }),
    },
    examples: [{ expr: 'POSTGRES == "17"', result: 'unstable' }],
  },
};

/** The fields of multijobs beside those of freestyle jobs. */
export const multijobFields: Readonly<Record<string, Field>> = {
  poll_subjobs: flag('Whether a change in the repository of a job of its phases starts it, too.', off),
};

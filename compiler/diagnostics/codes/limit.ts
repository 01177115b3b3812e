import { defineCodes } from '../define-codes.ts';

/** Diagnostics about what is not reported or not compiled, since there is too much of it. */
export const limitCodes = defineCodes(() => ({
  'limit/entries': {
    severity: 'error',
    message: (p: { noun: string; count: number; limit: number }) =>
      `the project has ${p.count} ${p.noun}, and at most ${p.limit} are compiled`,
    why: 'Each entry becomes jobs and objects of its own: a project with thousands of them is a mistake, or made to keep the compiler busy.',
  },
  'limit/errors': {
    severity: 'error',
    message: (p: { count: string }) =>
      `${p.count} ${p.count === '1 more' ? 'error was' : 'errors were'} left out`,
    why: 'A project with a thousand errors has few causes, and a report of all of them would take long and help nobody.',
  },
  'limit/warnings': {
    severity: 'warning',
    message: (p: { count: string }) =>
      `${p.count} ${p.count === '1 more' ? 'warning was' : 'warnings were'} left out`,
    why: 'A project with a thousand warnings has few causes, and a report of all of them would take long and help nobody.',
  },
}));

import { defineCodes } from '../define-codes.ts';

/** Diagnostics about what is not reported, since there is too much of it. */
export const limitCodes = defineCodes({
  'limit/errors': {
    severity: 'error',
    message: (p: { count: number }) =>
      `${p.count} more ${p.count === 1 ? 'error was' : 'errors were'} left out`,
    why: 'A project with a thousand errors has few causes, and a report of all of them would take long and help nobody.',
  },
  'limit/warnings': {
    severity: 'warning',
    message: (p: { count: number }) =>
      `${p.count} more ${p.count === 1 ? 'warning was' : 'warnings were'} left out`,
    why: 'A project with a thousand warnings has few causes, and a report of all of them would take long and help nobody.',
  },
});

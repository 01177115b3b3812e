import { defineCodes } from '../define-codes.ts';

/** Diagnostics about comments that accept a warning. */
export const suppressionCodes = defineCodes(() => ({
  'suppression/malformed': {
    severity: 'warning',
    message: (p: { problem: string }) => `this \`bitesize-ignore\` has no effect: ${p.problem}`,
    why: 'A warning is accepted only for one code and with a reason that the next reader can judge.',
  },
  'suppression/unknown-code': {
    severity: 'warning',
    message: (p: { code: string }) => `no diagnostic is called \`${p.code}\``,
    why: 'The comment accepts nothing, and the warning that it was meant for still counts.',
  },
  'suppression/of-error': {
    severity: 'warning',
    message: (p: { code: string }) => `\`${p.code}\` is an error and cannot be ignored`,
    why: 'With an error no output can be made; only warnings can be accepted.',
  },
  'suppression/unused': {
    severity: 'warning',
    message: (p: { code: string }) => `nothing to ignore: the line has no \`${p.code}\``,
    why: 'A comment that outlived its warning would hide the next one of the same kind.',
  },
}));

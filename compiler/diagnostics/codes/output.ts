import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the output folder and the files around a run. */
export const outputCodes = defineCodes(() => ({
  'output/foreign-file': {
    severity: 'error',
    message: (p: { path: string }) => `\`${p.path}\` exists and was not written by bitesize`,
    why: 'Files that the manifest of the output folder does not name belong to somebody else and are never touched.',
  },
  'output/kept-file': {
    severity: 'warning',
    message: (p: { path: string; reason: string }) =>
      `\`${p.path}\` is no longer made, but kept: it ${p.reason}`,
    why: 'The manifest of an output folder can be forged: only files that are as bitesize wrote them are removed.',
  },
  'output/bad-path': {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `the output path \`${p.path}\` ${p.problem}`,
    why: 'Nothing is written outside the output folder, and no file of the output replaces another one.',
  },
  'output/cannot-write': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `cannot write \`${p.path}\`: ${p.reason}`,
    why: 'The output on disk is unchanged: it is replaced only when all of it could be written.',
  },
  'output/locked': {
    severity: 'error',
    message: (p: { path: string }) => `another run is writing to \`${p.path}\``,
    why: 'Two runs that write to one folder at the same time would mix their output.',
  },
  'output/same-folder': {
    severity: 'error',
    message: (p: { path: string; first: string; second: string }) =>
      `\`${p.first}\` and \`${p.second}\` would both be written to \`${p.path}\``,
    why: 'With several projects each gets a folder named after its own, and the names must differ.',
  },
  'baseline/unreadable': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `cannot read the baseline \`${p.path}\`: ${p.reason}`,
    why: 'Without its baseline the run would report findings that were accepted before.',
  },
}));

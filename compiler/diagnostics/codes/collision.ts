import { defineCodes } from '../define-codes.ts';

/** Diagnostics about names that are different in the specs and become the same in the output. */
export const collisionCodes = defineCodes(() => ({
  'collision/job': {
    severity: 'error',
    message: (p: { what: string; other: string; job: string }) =>
      `${p.what} would have the same job as ${p.other}: \`${p.job}\``,
    why: 'Jenkins does not tell upper from lower case; in the original the second job overwrote the first one.',
  },
  'collision/parameter': {
    severity: 'error',
    message: (p: { what: string; other: string; parameter: string }) =>
      `${p.what} would have the same parameter as ${p.other}: \`${p.parameter}\``,
    why: 'The version of one would be deployed as the version of the other.',
  },
  'collision/folder': {
    severity: 'error',
    message: (p: { what: string; other: string; folder: string }) =>
      `${p.what} would be written to the same folder as ${p.other}: \`${p.folder}\``,
    why: 'The manifests of one environment would overwrite those of the other.',
  },
  'collision/host': {
    severity: 'error',
    message: (p: { what: string; other: string; host: string }) =>
      `${p.what} would be reached under the same host as ${p.other}: \`${p.host}\``,
    why: 'Which of the two answers is up to the ingress controller, and may change with any deployment.',
  },
}));

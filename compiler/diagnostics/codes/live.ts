import { defineCodes } from '../define-codes.ts';

/** Diagnostics about specs beside a running Jenkins. */
export const liveCodes = defineCodes(() => ({
  'live/twice': {
    severity: 'error',
    message: (p: { kind: string; name: string; project: string; other: string }) =>
      `${p.kind} \`${p.name}\` of project \`${p.project}\` is one of project \`${p.other}\`, too`,
    why: 'One server has one job of a name, whatever the case of its letters: each project would undo the other.',
  },
  'live/few-rights': {
    severity: 'error',
    message: (p: { user: string }) => `${p.user} may not see everything, so there can be no plan`,
    why: 'What one may not see looks as if it did not exist: it would be made a second time.',
  },
  'live/letter-case': {
    severity: 'error',
    message: (p: { kind: string; name: string; other: string }) =>
      `${p.kind} \`${p.name}\` is called \`${p.other}\` in Jenkins`,
    why: 'Names that differ in the case of letters are one name to Jenkins, which refuses to make the second.',
  },
  'live/other-kind': {
    severity: 'error',
    message: (p: { kind: string; name: string; live: string }) =>
      `${p.kind} \`${p.name}\` is another kind in Jenkins, \`${p.live}\``,
    why: 'Jenkins cannot turn a job into one of another kind: it has to be deleted, and its builds go with it.',
  },
  'live/other-project': {
    severity: 'warning',
    message: (p: { kind: string; name: string; project: string; other: string }) =>
      `${p.kind} \`${p.name}\` was made by project \`${p.other}\`, and goes to \`${p.project}\``,
    why: 'Two projects that make the same job undo what the other one did, each time they are applied.',
  },
  'live/hidden-secret': {
    severity: 'error',
    message: (p: { kind: string; name: string; element: string }) =>
      `${p.kind} \`${p.name}\` has a secret in \`${p.element}\` that is not shown`,
    why: 'What is not shown cannot be compared, nor kept when the configuration is replaced.',
  },
  'live/not-empty': {
    severity: 'warning',
    message: (p: { name: string; inside: string }) =>
      `folder \`${p.name}\` stays, since others are in it: ${p.inside}`,
    why: 'A folder is deleted with all that it holds, and what is in it was not made by these specs.',
  },
  'live/no-label': {
    severity: 'warning',
    message: (p: { job: string; label: string }) =>
      `no node of Jenkins has label \`${p.label}\` of job \`${p.job}\``,
    why: 'Builds of the job wait until there is one.',
  },
  'live/removals': {
    severity: 'error',
    message: (p: { items: string; most: number }) => `${p.items} would be deleted, more than ${p.most}`,
    why: 'A lost list or a wrong folder looks just like that, and builds that are deleted do not come back.',
  },
}));

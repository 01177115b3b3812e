import { defineCodes } from '../define-codes.ts';

interface Shared {
  readonly what: string;
  readonly name: string;
  readonly other: string;
  readonly project: string;
}

/** Diagnostics about several projects: names that two take, and the controllers that they share. */
export const fleetCodes = defineCodes({
  'fleet/shared-host': {
    severity: 'error',
    message: (p: Shared) =>
      `${p.what} has the host \`${p.name}\`, as has ${p.other} in project \`${p.project}\``,
    why: 'Which of the two answers is up to the ingress controller, and may change with any deployment.',
  },
  'fleet/shared-image': {
    severity: 'error',
    message: (p: Shared) =>
      `${p.what} is pushed to \`${p.name}\`, as is ${p.other} in project \`${p.project}\``,
    why: 'The images of one project would be deployed as those of the other.',
  },
  'fleet/shared-controller': {
    severity: 'error',
    message: (p: Shared) => `${p.what} is called \`${p.name}\`, as is ${p.other} of project \`${p.project}\``,
    why: 'Applying the one replaces the other: its jobs and its history would be gone.',
  },
  'fleet/shared-namespace': {
    severity: 'warning',
    message: (p: Shared) =>
      `${p.what} lies in namespace \`${p.name}\`, as does ${p.other} in project \`${p.project}\``,
    why: 'Services of the same name would replace each other, and a job may list or remove what the other project made.',
  },
  'fleet/owner-permission': {
    severity: 'error',
    message: (p: { permission: string; problem: string }) =>
      `owners of a project cannot have \`${p.permission}\`: ${p.problem}`,
    why: 'Each project of a shared controller is closed to the others; a folder can grant what belongs to its jobs.',
  },
  'fleet/decided-by-controller': {
    severity: 'error',
    message: (p: { field: string; controller: string }) =>
      `\`${p.field}\` is decided by the controller \`${p.controller}\`, which serves other projects, too`,
    why: 'There is one value for all projects of a controller; this one would have no effect.',
  },
  'fleet/decided-by-project': {
    severity: 'error',
    message: (p: { field: string; controller: string }) =>
      `\`${p.field}\` of the controller \`${p.controller}\` is the business of each project`,
    why: 'Each project has a value of its own; this one would have no effect.',
  },
});

import { defineCodes } from '../define-codes.ts';

interface Shared {
  readonly what: string;
  readonly name: string;
  readonly other: string;
  readonly project: string;
}

/** Diagnostics about several projects that take one name. */
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
});

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
  'fleet/namespace-made-twice': {
    severity: 'error',
    message: (p: { namespace: string; project: string; other: string }) =>
      `projects \`${p.other}\` and \`${p.project}\` of one controller both make the namespace \`${p.namespace}\``,
    why: 'kustomize refuses a folder that has one object twice, so nothing of the controller could be applied.',
  },
  'fleet/secret-store': {
    severity: 'error',
    message: (_: object) => '`secrets` names an operator and no `store`',
    why: 'The operator has to know whom to ask for the values.',
  },
  'fleet/secret-path': {
    severity: 'error',
    message: (p: { placeholder: string }) =>
      `\`{${p.placeholder}}\` stands for nothing in the path of a Secret`,
    why: 'It would be looked for in the store as it is written.',
  },
  'fleet/shared-secret-path': {
    severity: 'error',
    message: (p: { one: string; other: string; path: string; key: string; more: number }) =>
      `${p.one} and ${p.other} take \`${p.key}\` from one place of the store, \`${p.path}\`${p.more === 0 ? '' : `, and there are ${p.more} more such cases`}`,
    why: 'Both would have one value, so that whoever has the one could open what the other is for.',
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
  'fleet/same-name': {
    severity: 'error',
    message: (p: { name: string }) => `there are two controllers called \`${p.name}\``,
    why: 'Their output would have the same folder, and their objects the same namespace.',
  },
  'fleet/served-twice': {
    severity: 'error',
    message: (p: { path: string; controller: string; other: string }) =>
      `the project \`${p.path}\` is served by the controllers \`${p.other}\` and \`${p.controller}\``,
    why: 'Its jobs would run on both, and each build would happen twice.',
  },
  'fleet/no-project': {
    severity: 'error',
    message: (p: { path: string }) => `no folder with specs is called \`${p.path}\``,
    why: 'A project whose folder is misspelt here would get a Jenkins of its own.',
  },
  'fleet/outside-root': {
    severity: 'error',
    message: (p: { path: string }) => `\`${p.path}\` leads out of the folder of the fleet`,
    why: 'What is read belongs to one folder: others may be changed by people who must not change this fleet.',
  },
  'fleet/not-at-root': {
    severity: 'error',
    message: (p: { root: string }) =>
      `this folder is not the root of its fleet: its controllers stand in \`${p.root}\``,
    why: 'Which of the two files decides would depend on the folder that a command is started for.',
  },
});

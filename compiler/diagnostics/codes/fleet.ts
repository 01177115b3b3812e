import { defineCodes } from '../define-codes.ts';

interface Shared {
  readonly what: string;
  readonly name: string;
  readonly other: string;
  readonly project: string;
}

/** Diagnostics about several projects: names that two take, and the controllers that they share. */
export const fleetCodes = defineCodes(() => ({
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
      `${p.one} and ${p.other} take \`${p.key}\` from one place of the store, \`${p.path}\`${p.more === 0 ? '' : `, as in ${p.more === 1 ? 'one other case' : `${p.more} other cases`}`}`,
    why: 'Both would have one value, so that whoever has the one could open what the other is for.',
  },
  'fleet/folder-name': {
    severity: 'error',
    message: (p: { folder: string; problem: string }) =>
      `\`${p.folder}\` cannot be the folder of a project on a shared controller: ${p.problem}`,
    why: 'The folder is what keeps the jobs, credentials and agents of a project apart from those of the others.',
  },
  'fleet/shared-folder': {
    severity: 'error',
    message: (p: { folder: string; controller: string; other: string }) =>
      `the folder \`${p.folder}\` on controller \`${p.controller}\` is that of project \`${p.other}\`, too`,
    why: 'Each of the two would change and remove the jobs of the other, and use its credentials.',
  },
  'fleet/seed-mode': {
    severity: 'error',
    message: (p: { controller: string }) =>
      `the projects of controller \`${p.controller}\` have no repository that their jobs come from`,
    why: 'Each project has a seed job, which applies its compiled Job DSL; an image with all of it would have to be built again with each change of any project.',
  },
  'fleet/realm-accounts': {
    severity: 'warning',
    message: (p: { controller: string; accounts: string }) =>
      `the directory of controller \`${p.controller}\` has to know ${p.accounts}, as whom builds run`,
    why: 'Jenkins asks the directory who the user of a running pipeline is; one that it does not know can start no other job.',
  },
  'fleet/environment-namespace': {
    severity: 'error',
    message: (p: { environment: string; namespace: string; other: string }) =>
      `environment \`${p.environment}\` lies in the namespace \`${p.namespace}\`, as ${p.other}`,
    why: 'The jobs of a project could read the Secrets of all projects there, and change Jenkins.',
  },
  'fleet/agent-namespace': {
    severity: 'error',
    message: (p: { namespace: string; other: string }) =>
      `agents run in the namespace \`${p.namespace}\`, as ${p.other}`,
    why: 'What runs in one namespace can use the same service accounts, Secrets and volumes.',
  },
  'fleet/permitted-clouds': {
    severity: 'error',
    message: (p: { name: string }) =>
      `\`${p.name}\` is nothing that a project on a shared controller can set`,
    why: 'It permits jobs the agents of other projects, with their service accounts.',
  },
  'fleet/foreign-name': {
    severity: 'error',
    message: (p: { what: string; name: string; project: string }) =>
      `the ${p.what} \`${p.name}\` is one of the project \`${p.project}\``,
    why: 'Projects of a shared controller neither see nor start each other, and their agents refuse the jobs of others.',
  },
  'fleet/script-agent': {
    severity: 'warning',
    message: (p: { job: string; agent: string }) =>
      `the pipeline of job \`${p.job}\` asks for ${p.agent}, and none runs it on a shared controller`,
    why: 'Agents there run only what asks for them by the labels of their project: the build would wait for ever.',
  },
  'fleet/reserved-user': {
    severity: 'error',
    message: (p: { name: string; project: string }) =>
      `the account \`${p.name}\` is the one that builds of project \`${p.project}\` run as`,
    why: 'Whoever logs in with it could change or start the jobs of the project.',
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
}));

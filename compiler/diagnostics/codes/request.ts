import { defineCodes } from '../define-codes.ts';

/** Diagnostics about pull requests that cannot be built as a spec says. */
export const requestCodes = defineCodes(() => ({
  'request/no-repository': {
    severity: 'error',
    message: (p: { component: string }) =>
      `component \`${p.component}\` has \`pull_requests\` and no repository`,
    why: 'Pull requests belong to a repository.',
  },
  'request/unknown-forge': {
    severity: 'error',
    message: (p: { component: string; url: string }) =>
      `it is not known what the repository \`${p.url}\` of component \`${p.component}\` is on`,
    why: 'Each forge has its own plugin, which finds pull requests and reports results.',
  },
  'request/repository-path': {
    severity: 'error',
    message: (p: { path: string; forge: string }) => `\`${p.path}\` is no repository of ${p.forge}`,
    why: 'The plugin asks the forge for the owner and the name of the repository, and both are read from its URL.',
  },
  'request/unknown-server': {
    severity: 'error',
    message: (p: { server: string; forge: string }) => `no server of ${p.forge} is called \`${p.server}\``,
    why: 'The plugin would find no pull requests on a server that it does not know.',
  },
  'request/no-server': {
    severity: 'error',
    message: (p: { host: string; forge: string }) => `the ${p.forge} server on \`${p.host}\` is not defined`,
    why: 'The plugin needs to know where the API of the server is, and with which account Jenkins comes.',
  },
  'request/no-credentials': {
    severity: 'error',
    message: (p: { component: string; forge: string }) =>
      `nothing says with which account pull requests of component \`${p.component}\` are read from ${p.forge}`,
    why: 'Results are reported with it, and without an account forges answer only few questions an hour.',
  },
  'request/credential-type': {
    severity: 'error',
    message: (p: { name: string; type: string; forge: string }) =>
      `the credential \`${p.name}\` is of type \`${p.type}\`, which the plugin for ${p.forge} does not take`,
    why: 'The plugin goes on as if there were no credential, and finds nothing or reports nothing.',
  },
  'request/no-marker': {
    severity: 'error',
    message: (p: { component: string }) => `pull requests of component \`${p.component}\` have no \`marker\``,
    why: 'Jenkins makes a job of those branches that have a certain file, since the pipeline itself is not in the repository.',
  },
  'request/marker': {
    severity: 'error',
    message: (p: { marker: string; problem: string }) => `\`${p.marker}\` in \`marker\` ${p.problem}`,
    why: 'Jenkins asks the forge for a file of exactly this path; where no branch has it, no pull request is ever built.',
  },
  'request/fork-secrets': {
    severity: 'error',
    message: (p: { component: string; secret: string }) =>
      `pull requests of forks of component \`${p.component}\` could read the secret \`${p.secret}\``,
    why: 'Whoever opens a pull request decides what its build does, and may print what it finds.',
  },
  'request/fork-agent': {
    severity: 'error',
    message: (p: { component: string; problem: string }) =>
      `pull requests of forks of component \`${p.component}\` cannot be kept apart: ${p.problem}`,
    why: 'Whoever opens a pull request decides what its build does, and would have the rights that others have not.',
  },
  'request/unknown-secret': {
    severity: 'error',
    message: (p: { component: string; secret: string }) =>
      `no variable of component \`${p.component}\` has the credential \`${p.secret}\``,
    why: 'Builds get credentials as variables; one without a variable reaches no step.',
  },
  'request/unknown-environment': {
    severity: 'error',
    message: (p: { environment: string }) =>
      `pull requests are deployed to environment \`${p.environment}\`, which is not defined`,
    why: 'There is no job that deploys to it.',
  },
  'request/no-image': {
    severity: 'error',
    message: (p: { component: string; environment: string }) =>
      `environment \`${p.environment}\` runs no image that pull requests of component \`${p.component}\` build`,
    why: 'A pull request is deployed as images of its own commit, and there is none.',
  },
  'request/server-url': {
    severity: 'error',
    message: (p: { url: string }) => `\`${p.url}\` is not the address of a server`,
    why: 'The plugin would ask for pull requests at an address that does not exist.',
  },
  'request/gerrit-account': {
    severity: 'error',
    message: (p: { server: string; field: string }) =>
      `the Gerrit server \`${p.server}\` has no \`${p.field}\``,
    why: 'Jenkins reads the events of Gerrit and votes by SSH, with an account and its key.',
  },
  'request/commit-status': {
    severity: 'error',
    message: (p: { component: string; problem: string }) =>
      `builds of component \`${p.component}\` cannot be reported: ${p.problem}`,
    why: 'The forge would show no status, and a branch that asks for one could never be merged.',
  },
  'request/no-such-path': {
    severity: 'warning',
    message: (p: { pattern: string; ref: string }) => `\`${p.pattern}\` finds no file at \`${p.ref}\``,
    why: 'A component that no change concerns is never built by itself.',
  },
  'request/no-such-marker': {
    severity: 'warning',
    message: (p: { marker: string; ref: string }) => `there is no \`${p.marker}\` at \`${p.ref}\``,
    why: 'Pull requests of branches without the file are not built, and nobody is told.',
  },
  'request/unused-field': {
    severity: 'warning',
    message: (p: { field: string }) => `\`${p.field}\` has no effect on Gerrit`,
    why: 'Changes on Gerrit start a job by an event, and may be of anybody: they get no secrets, and are not deployed.',
  },
  'request/path-pattern': {
    severity: 'error',
    message: (p: { pattern: string; problem: string }) => `\`${p.pattern}\` matches no file: ${p.problem}`,
    why: 'The component would never be built by itself again.',
  },
}));

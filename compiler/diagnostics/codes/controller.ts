import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the settings of the controller: access, credentials, agents, addresses. */
export const controllerCodes = defineCodes(() => ({
  'controller/url': {
    severity: 'error',
    message: (p: { url: string }) => `Jenkins cannot be reached by the address \`${p.url}\``,
    why: 'Jenkins refuses such an address and then has none, so links in mails and webhooks break.',
  },
  'controller/url-not-served': {
    severity: 'warning',
    message: (p: { url: string; served: string }) =>
      `Jenkins is told that its address is \`${p.url}\`, but the Ingress serves \`${p.served}\``,
    why: 'Logins and form posts through an address that Jenkins does not know fail its proxy and crumb checks.',
  },
  'controller/image': {
    severity: 'error',
    message: (p: { image: string }) => `\`${p.image}\` is not the name of an image`,
    why: 'It becomes the FROM line of a Dockerfile, where other text would be an instruction of its own.',
  },
  'controller/version-line': {
    severity: 'error',
    message: (p: { version: string; line: string }) =>
      `version \`${p.version}\` is not of the LTS line \`${p.line}\``,
    why: 'Plugins are chosen for the line; on another core they may not start.',
  },
  'controller/ignored-setting': {
    severity: 'warning',
    message: (p: { field: string; because: string }) => `\`${p.field}\` has no effect ${p.because}`,
    why: 'A setting that looks as if it protected something must not be silently without effect.',
  },
  'controller/missing-setting': {
    severity: 'error',
    message: (p: { field: string; because: string }) => `\`${p.field}\` is missing ${p.because}`,
    why: 'Without it Jenkins would start with something else than what the spec asks for.',
  },
  'controller/matrix-entry': {
    severity: 'error',
    message: (p: { found: 'both' | 'none' }) =>
      p.found === 'both'
        ? 'an entry is for a user or for a group, not both'
        : 'an entry needs a `user` or a `group`',
    why: 'Jenkins keeps permissions of users and groups apart; a wrong guess gives rights to somebody else.',
  },
  'controller/unknown-permission': {
    severity: 'error',
    message: (p: { permission: string }) => `there is no permission \`${p.permission}\``,
    why: 'Jenkins would not start: a permission that is not granted must not pass for one that is.',
  },
  'controller/dangerous-permission': {
    severity: 'error',
    message: (p: { permission: string }) => `\`${p.permission}\` cannot be granted by itself`,
    why: 'It allows everything that an administrator may do, so Jenkins only knows it as part of `Overall/Administer`.',
  },
  'controller/duplicate': {
    severity: 'error',
    message: (p: { what: string; name: string }) => `${p.what} \`${p.name}\` is defined twice`,
    why: 'The second one would silently replace the first.',
  },
  'controller/reserved-user': {
    severity: 'error',
    message: (p: { name: string }) => `the account \`${p.name}\` belongs to the seed job`,
    why: 'The seed job runs as this account, which nobody can log in with.',
  },
  'controller/open-approval': {
    severity: 'warning',
    message: () => '`submitters` decides nothing: with the strategy `logged-in`, whoever logs in may approve',
    why: 'That strategy makes every user an administrator, and Jenkins lets administrators answer every request.',
  },
  'controller/agent-account': {
    severity: 'error',
    message: (p: { agent: string; account: string }) =>
      `the agent \`${p.agent}\` runs with the service account of Jenkins, \`${p.account}\``,
    why: 'Its builds could start pods and read the logs and files of all others.',
  },
  'controller/agent-image': {
    severity: 'warning',
    message: (p: { agent: string; image: string }) =>
      `agent \`${p.agent}\` never connects: nothing in image \`${p.image}\` does that`,
    why: 'Jenkins starts a pod and waits for the agent in it; builds with its label wait for ever.',
  },
  'controller/pod-yaml': {
    severity: 'error',
    message: (p: { problem: string }) => `this is not a pod: ${p.problem}`,
    why: 'The agent would only fail when the first build asks for it.',
  },
  'controller/pod-field': {
    severity: 'warning',
    message: (p: { field: string; type: string }) =>
      `there is no field \`${p.field}\` in a ${p.type} of Kubernetes`,
    why: 'The API server drops what it does not know, and the agent runs without it.',
  },
  'controller/missing-file': {
    severity: 'error',
    message: (p: { file: string }) => `the file \`${p.file}\` is not there`,
    why: 'Jenkins would start without what the file sets.',
  },
  'controller/files-too-large': {
    severity: 'error',
    message: (p: { file: string; bytes: number; limit: number }) =>
      `the files of the project have ${p.bytes} bytes, more than ${p.limit}; the largest is \`${p.file}\``,
    why: 'Kubernetes refuses a ConfigMap of more than 1 MiB.',
  },
  'controller/casc-file': {
    severity: 'error',
    message: (p: { found: string }) => `${p.found} is no file of Configuration as Code, which is a mapping`,
    why: 'The plugin refuses the file, and Jenkins does not start.',
  },
  'controller/casc-reference': {
    severity: 'error',
    message: (p: { name: string }) => `nothing gives \`\${${p.name}}\` a value`,
    why: 'Jenkins does not start with a reference that nothing resolves; it would be an empty text.',
  },
  'controller/casc-overrides': {
    severity: 'warning',
    message: (p: { path: string; field: string }) =>
      `\`${p.path}\` replaces what \`${p.field}\` of the specs sets`,
    why: 'Both are applied at each start, this file last, so what the specs say is not what Jenkins does.',
  },
  'controller/casc-refused': {
    severity: 'error',
    message: (p: { path: string; because: string }) => `\`${p.path}\` ends every start: ${p.because}`,
    why: 'The last script of each start checks that Jenkins is closed, whatever opened it.',
  },
  'controller/pod-volume': {
    severity: 'warning',
    message: (p: { volume: string }) => `volume \`${p.volume}\` of the agent says nothing of what is in it`,
    why: 'Kubernetes makes an empty folder of such a volume, whatever was meant.',
  },
  'controller/too-large': {
    severity: 'error',
    message: (p: { script: string; bytes: number; limit: number }) =>
      `the init scripts hold ${p.bytes} bytes of settings, more than ${p.limit}; the most is in \`${p.script}\``,
    why: 'Kubernetes refuses a ConfigMap of more than 1 MiB, and Jenkins would start without the script.',
  },
}));

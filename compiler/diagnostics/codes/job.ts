import { defineCodes } from '../define-codes.ts';

/** Diagnostics about the jobs: what the specs ask for and a job cannot do. */
export const jobCodes = defineCodes(() => ({
  'job/no-package': {
    severity: 'error',
    message: (p: { type: string }) => `this ${p.type} has neither a name nor a location`,
    why: 'There is nothing to install.',
  },
  'job/package': {
    severity: 'error',
    message: (p: { name: string; type: string }) => `\`${p.name}\` cannot be the name of a ${p.type}`,
    why: 'The installer would take it for something else, such as an option.',
  },
  'job/package-version': {
    severity: 'error',
    message: (p: { version: string; type: string }) =>
      `\`${p.version}\` cannot be the version of a ${p.type}`,
    why: 'The installer would refuse it when the build runs.',
  },
  'job/package-location': {
    severity: 'error',
    message: (p: { location: string }) => `\`${p.location}\` is not the address of a package`,
    why: 'The build downloads the package from there.',
  },
  'job/repository': {
    severity: 'error',
    message: (p: { repository: string }) => `\`${p.repository}\` is not a package repository`,
    why: 'apt would refuse all packages, since it cannot read its list of repositories.',
  },
  'job/repository-key': {
    severity: 'error',
    message: (p: { key: string }) => `\`${p.key}\` is neither the address of a key nor the id of one`,
    why: 'Without the key apt refuses the packages of the repository.',
  },
  'job/short-key-id': {
    severity: 'warning',
    message: (p: { key: string }) => `\`${p.key}\` does not say exactly which key is meant`,
    why: 'Anybody can make another key with the same short id and publish it.',
  },
  'job/repository-without-key': {
    severity: 'warning',
    message: (p: { repository: string }) => `repository \`${p.repository}\` has no key`,
    why: 'apt refuses packages of a repository whose signature it cannot check.',
  },
  'job/setting-for-debian': {
    severity: 'warning',
    message: (p: { field: string; type: string }) => `\`${p.field}\` has no effect for a ${p.type}`,
    why: 'The package is installed from somewhere else than the spec seems to say.',
  },
  'job/empty-step': {
    severity: 'warning',
    message: (p: { what: string }) => `${p.what} does nothing`,
    why: 'The plugin dropped such a step without a word.',
  },
  'job/two-steps': {
    severity: 'error',
    message: () => 'one step cannot be both `shell` and `gradle`',
    why: 'The plugin ran whichever was written first and dropped the other.',
  },
  'job/notification': {
    severity: 'warning',
    message: (p: { kind: string }) => `nothing can send notifications of the kind \`${p.kind}\``,
    why: 'Nobody would be told, although the spec looks as if somebody was.',
  },
  'job/no-mail-server': {
    severity: 'warning',
    message: (p: { address: string }) => `mail goes to \`${p.address}\`, but there is no mail server`,
    why: 'Jenkins would look for a server beside itself, find none, and nobody would be told.',
  },
  'job/no-slack': {
    severity: 'warning',
    message: (p: { channel: string }) =>
      `messages go to \`${p.channel}\`, but there is no workspace of Slack`,
    why: 'Jenkins would not know which Slack is meant, so no message is sent, and nobody is told.',
  },
  'job/missing-job-dsl': {
    severity: 'error',
    message: (p: { file: string }) => `the Job DSL file \`${p.file}\` is not there`,
    why: 'The jobs that it makes would be missing, and the seed job would remove them where they exist.',
  },
  'job/unknown-job': {
    severity: 'error',
    message: (p: { job: string }) => `no job of this project is called \`${p.job}\``,
    why: 'The fragment would go nowhere.',
  },
  'job/unknown-view-job': {
    severity: 'warning',
    message: (p: { view: string; job: string }) =>
      `view \`${p.view}\` shows job \`${p.job}\`, and no job of this project is called so`,
    why: 'Jenkins leaves out of a view what is not there, so the job would be missing without a word.',
  },
  'job/label-expression': {
    severity: 'error',
    message: (p: { noun: string; job: string; label: string }) =>
      `the agent of ${p.noun} \`${p.job}\` is no label expression: \`${p.label}\``,
    why: 'Jenkins takes such a text for one label, which no agent has, and the job waits for ever.',
  },
  'job/missing-tool': {
    severity: 'warning',
    message: (p: { where: string; job: string; tools: readonly string[] }) =>
      `${p.where} has no ${p.tools.join(', ').replace(/, ([^,]*)$/, ' and $1')}, which ${p.job} needs`,
    why: 'The steps of a job run in the image of its agent, or in the one that they name, as the user of that image; the build ends at the first program that is not there.',
  },
  'job/image-without-shell': {
    severity: 'error',
    message: (p: { image: string }) => `no step can run in \`${p.image}\`: the image has no shell`,
    why: 'Jenkins starts each step by a shell in the container, which waits by `sleep`; an image with one program alone has neither.',
  },
  'job/other-container': {
    severity: 'warning',
    message: (p: { job: string; agent: string; container: string }) =>
      `the steps of ${p.job} do not run in container \`${p.container}\` of agent \`${p.agent}\``,
    why: 'Steps run in the container that runs the agent, unless a component or a step names another one.',
  },
  'job/no-pod': {
    severity: 'error',
    message: (p: { what: string; label: string }) =>
      `${p.what} needs a pod, and no agent of the settings has the label \`${p.label}\``,
    why: 'The container of an image stands beside that of the agent, and so does the volume of caches, in a pod that is made of the one of the agent.',
  },
  'job/unknown-container': {
    severity: 'error',
    message: (p: { container: string; agent: string }) =>
      `agent \`${p.agent}\` has no container \`${p.container}\``,
    why: 'The Kubernetes plugin ends the build when a step asks for a container that the pod does not have.',
  },
  'job/image-and-container': {
    severity: 'error',
    message: (p: { noun: string }) => `this ${p.noun} names both an image and a container`,
    why: 'A step runs in one place: in a container that the pod has, or in one that is made of an image.',
  },
  'job/cache-path': {
    severity: 'error',
    message: (p: { path: string; problem: string }) =>
      `the folder \`${p.path}\` cannot be kept: ${p.problem}`,
    why: 'The folder is a volume of the pod, which is mounted once at each path and hides what the image has there.',
  },
  'job/cache-variable': {
    severity: 'warning',
    message: (p: { variable: string; cache: string }) =>
      `variable \`${p.variable}\` stands instead of the one by which the cache \`${p.cache}\` is found`,
    why: 'A tool keeps its downloads where a variable says; with another value it keeps them where they are gone after the build.',
  },
  'job/unknown-label': {
    severity: 'warning',
    message: (p: { noun: string; job: string; label: string }) =>
      `no agent can run ${p.noun} \`${p.job}\`: none has the label \`${p.label}\``,
    why: 'A job whose label no agent has waits for ever, without an error.',
  },
  'job/restricted-agent': {
    severity: 'error',
    message: (p: { noun: string; job: string; agent: string; right: string }) =>
      `${p.noun} \`${p.job}\` could run on agent \`${p.agent}\`, which has ${p.right}`,
    why: 'Its shell steps would have these rights, and whoever changes a build would have them, too.',
  },
  'job/unknown-allowed-job': {
    severity: 'error',
    message: (p: { job: string }) =>
      `no component, test or entry of jobs.bitesize makes a job called \`${p.job}\``,
    why: 'Whoever adds a job of that name later would have the rights of the agent without being asked.',
  },
  'job/package-of-another': {
    severity: 'error',
    message: (p: { name: string; component: string }) =>
      `package \`${p.name}\` is one of component \`${p.component}\``,
    why: 'Whoever builds last would replace the package of the other, and images would be made of it.',
  },
  'job/fragment': {
    severity: 'error',
    message: (p: { problem: string }) => `the XML fragment cannot be used: ${p.problem}`,
    why: 'Jenkins would refuse the whole job.',
  },
  'job/xml': {
    severity: 'error',
    message: (p: { job: string; problem: string }) =>
      `the XML of job \`${p.job}\` cannot be used: ${p.problem}`,
    why: 'Jenkins would refuse the job.',
  },
  'job/xml-root': {
    severity: 'error',
    message: (p: { job: string; root: string }) =>
      `job \`${p.job}\` cannot be made of the element \`${p.root}\``,
    why: 'Job DSL makes jobs of a few kinds, each with a root element of its own, and the element decides what Jenkins makes of it.',
  },
  'job/missing-file': {
    severity: 'error',
    message: (p: { file: string }) => `the file \`${p.file}\` is not there`,
    why: 'The job is made of it.',
  },
  'job/file-character': {
    severity: 'error',
    message: (p: { file: string; character: string }) =>
      `\`${p.file}\` holds the character ${p.character}, which no job can hold`,
    why: 'Jenkins keeps jobs as XML, where such a character cannot stand, and could not read the job.',
  },
  'job/fragment-replaces': {
    severity: 'warning',
    message: (p: { element: string; job: string }) =>
      `the fragment takes the place of everything in \`${p.element}\` of job \`${p.job}\``,
    why: 'What the specs say about it would be gone from the job without a word.',
  },
  'job/unknown-class': {
    severity: 'warning',
    message: (p: { className: string }) => `no plugin is known that has the class \`${p.className}\``,
    why: 'Jenkins drops elements whose class it does not have when it reads the job, without an error.',
  },
  'job/fragment-place': {
    severity: 'error',
    message: (p: { at: string; job: string }) => `job \`${p.job}\` has no place \`${p.at}\` for a fragment`,
    why: 'Fragments can only go where the job holds a list of elements.',
  },
  'job/too-large': {
    severity: 'error',
    message: (p: { job: string; constants: number }) =>
      `the script of job \`${p.job}\` is too large: about ${p.constants} constants`,
    why: 'Jenkins makes one class of a pipeline, and a class holds 65,535 constants: no build of the job would start.',
  },
  'job/duplicate-parameter': {
    severity: 'error',
    message: (p: { name: string }) => `the parameter \`${p.name}\` stands twice in one job`,
    why: 'A build sees one value under a name, and the form of Jenkins asks for both.',
  },
  'job/duplicate-property': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` stands twice in the properties of one job`,
    why: 'A job has a property once: Jenkins looks at the first, and the second is never used.',
  },
  'job/wrong-kind': {
    severity: 'error',
    message: (p: { what: 'property' | 'build step'; name: string; kind: string }) =>
      `\`${p.name}\` is no ${p.what} of a job of the kind \`${p.kind}\``,
    why: 'Jenkins keeps such a property and nothing looks at it; a build fails at such a step.',
  },
}));

import { defineCodes } from '../define-codes.ts';

/** Diagnostics about names that one spec uses and another defines. */
export const linkCodes = defineCodes(() => ({
  'link/unknown-job': {
    severity: 'error',
    message: (p: { job: string; from: string }) =>
      `\`${p.from}\` names the job \`${p.job}\`, which nobody makes`,
    why: 'Jenkins drops such a name without a word, and the job is never started, copied from or shown.',
  },
  'link/trigger-cycle': {
    severity: 'warning',
    message: (p: { jobs: string }) => `these jobs start one another for ever: ${p.jobs}`,
    why: 'Jenkins does not notice: the first build starts builds until somebody stops them.',
  },
  'link/unknown-component': {
    severity: 'error',
    message: (p: {
      application: string;
      does: 'takes a package' | 'takes files' | 'is built';
      component: string;
    }) =>
      `application \`${p.application}\` ${p.does} from component \`${p.component}\`, which is not defined`,
    why: 'The image job would wait for a build job that does not exist, and never start by itself.',
  },
  'link/no-repository': {
    severity: 'error',
    message: (p: { application: string; component: string }) =>
      `application \`${p.application}\` is built from component \`${p.component}\`, which has no repository`,
    why: 'The Dockerfile is taken from the repository of the component.',
  },
  'link/unknown-application': {
    severity: 'error',
    message: (p: { service: string; application: string }) =>
      `service \`${p.service}\` runs application \`${p.application}\`, which is not defined`,
    why: 'Nothing builds the image that the service would pull.',
  },
  'link/unknown-environment': {
    severity: 'error',
    message: (p: { environment: string; next: string }) =>
      `environment \`${p.environment}\` names \`${p.next}\` as the next one, which is not defined`,
    why: 'Promotion goes through the environments in file order; a name that leads nowhere is a mistake.',
  },
  'link/unknown-gist': {
    severity: 'error',
    message: (p: { volume: string }) =>
      `volume \`${p.volume}\` is a config map, and no gist makes one of that name`,
    why: 'The pod would wait for a ConfigMap that nobody creates.',
  },
  'link/project-differs': {
    severity: 'error',
    message: (p: { project: string; other: string; file: string }) =>
      `project is \`${p.project}\` here and \`${p.other}\` in ${p.file}`,
    why: 'Images would be pushed under one project and pulled under another.',
  },
  'link/no-project': {
    severity: 'error',
    message: (p: { file: string }) => `no spec names the project (\`${p.file}\` is the first)`,
    why: 'Image names, labels and namespaces are made of the name of the project.',
  },
  'link/duplicate-name': {
    severity: 'error',
    message: (p: { noun: string; name: string }) => `${p.noun} \`${p.name}\` is defined twice`,
    why: 'What is made of the second one would overwrite what is made of the first.',
  },
  'link/no-active-colour': {
    severity: 'error',
    message: (p: { service: string }) =>
      `service \`${p.service}\` is deployed blue/green, but no colour is active`,
    why: 'Without the live colour it is not known where traffic goes; one engine sent it to nowhere.',
  },
}));

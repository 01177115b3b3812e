import { dump } from 'js-yaml';
import { settingsOf } from '../check/check-spec.ts';
import { agentEntries } from '../lower/controller/default-entries.ts';
import { oneLine } from '../print/lines.ts';
import type { SourceFile } from '../text/span.ts';
import { agentDockerfile } from './agent-dockerfile.ts';
import { buildSteps } from './build-steps.ts';
import type { ThirdParty } from './hints/compose.ts';
import { partVariables, type ServiceVariable, thirdPartyVariables } from './service-variables.ts';
import type { Part } from './survey.ts';

/** A value of a spec: who knows it, or what a person must do about it. */
export interface Answer {
  readonly value: string;
  /** Where it is from; absent for what the user said. */
  readonly from?: string;
  /** What only a person knows. */
  readonly todo?: string;
}

/** What a new project is made of. */
export interface NewProject {
  /** Name of the project. */
  readonly name: string;
  /** Git URL of the source. */
  readonly git: Answer;
  readonly branch: Answer;
  /** Registry that images are pushed to. */
  readonly registry: Answer;
  /** Host name that the first part answers at. */
  readonly host: Answer;
  readonly parts: readonly NewPart[];
  readonly thirdParties: readonly ThirdParty[];
  /** What was seen and has no place in the specs, a line each. */
  readonly notes: readonly string[];
}

/** A part of a new project: a component, an application and a service. */
export interface NewPart {
  readonly name: string;
  /** Base image of the container. */
  readonly runtime: Answer;
  /** The port that it listens on; absent for what listens nowhere. */
  readonly port?: Answer;
  /** What the container runs. */
  readonly command: Answer;
  /** What was found in the repository; absent for a part that nobody has seen. */
  readonly found?: Part;
}

/**
 * Returns the specs of a project that compiles at once, and the Dockerfiles of its agents: components, applications, a
 * development and a manual production environment. Comments say where each value is from; what only a person knows is
 * marked `TODO`.
 */
export function newProject(project: NewProject): readonly SourceFile[] {
  return [
    { name: 'build.bitesize', text: build(project) },
    { name: 'application.bitesize', text: application(project) },
    { name: 'environments.bitesize', text: environments(project) },
    { name: 'jenkins.bitesize', text: jenkins(project) },
    ...agentsOf(project).map(({ name, language, tools }) => ({
      name: `agents/${name}/Dockerfile`,
      text: agentDockerfile({
        name,
        language,
        tools,
        base: defaultAgentImage(),
        tag: agentImage(project, name),
      }),
    })),
  ];
}

function build(project: NewProject): string {
  return `# How the components of the project are built: one Jenkins job each.
project: ${scalar(project.name)}
components:
${project.parts.map((part) => component(part, project)).join('\n')}`;
}

function component({ name, found }: NewPart, { git, branch }: NewProject): string {
  const head = found === undefined ? '' : `  # ${comment(`${found.language}, because of ${found.from}`)}\n`;
  const agent = found === undefined ? '' : `    agent: ${found.agent}\n`;
  const steps = buildSteps(name, found);
  return `${head}  - name: ${scalar(name)}
${agent}    repository:
      git: ${answer(git)}
      branch: ${answer(branch)}
    build:
${steps.map(step).join('')}    artifacts:
      - location: "*.deb"
`;
}

function step({ title, script }: ReturnType<typeof buildSteps>[number]): string {
  const lines = script.map((line) => `          ${line}\n`).join('');
  return `      # ${comment(title)}\n      - shell: |\n${lines}`;
}

function application({ name, parts, thirdParties }: NewProject): string {
  const one = (part: NewPart) => `  - name: ${scalar(part.name)}
    runtime: ${answer(part.runtime)}
    version: "1.0"
    # What the container runs; without it the base image decides.
    command: ${answer(part.command)}
    dependencies:
      - name: ${scalar(part.name)}
        type: debian-package
        origin:
          build: ${scalar(part.name)}
`;
  return `# The container images, and the packages that they are made of.
project: ${scalar(name)}
applications:
${[...parts.map(one), ...thirdParties.map(publicImage)].join('\n')}`;
}

function publicImage({ name, image, version, kind, from }: ThirdParty): string {
  const command = kind.command === undefined ? '' : `    command: ${scalar(kind.command)}\n`;
  return `  # The public image as it is. No component is part of it: start its job once, with Build Now.
  - name: ${scalar(name)}
    runtime: ${scalar(image.replace(/@.*$/, ''))} # ${comment(from)}
    version: ${JSON.stringify(version)}
${command}`;
}

function environments(project: NewProject): string {
  const { name, notes } = project;
  const seen = notes.map((note) => `# ${comment(note)}\n`).join('');
  return `# What runs where. The order of the environments is the order of promotion.
${seen}project: ${scalar(name)}
environments:
  - name: Development
    namespace: ${scalar(`${name}-dev`)}
    services:
${services(project, 'dev.')}
  - name: Production
    namespace: ${scalar(`${name}-prd`)}
    deployment:
      # Somebody who may log in approves before this environment is deployed. To say who: \`pipeline.approval.submitters\` of
      # jenkins.bitesize, with \`authorization.strategy: matrix\`.
      mode: manual
    services:
${services(project, '')}`;
}

function services(project: NewProject, prefix: '' | 'dev.'): string {
  const { parts, thirdParties, host } = project;
  const front = frontOf(parts);
  const own = parts.map((part) => {
    const url =
      part === front && part.port !== undefined
        ? `        external_url: ${answer({ ...host, value: `${prefix}${host.value}` })}\n`
        : '';
    const production = prefix === '' && url !== '' ? '        ssl: true\n' : '';
    const replicas = prefix === '' && part.port !== undefined ? '        replicas: 2\n' : '';
    const port = part.port === undefined ? '' : `        port: ${answer(part.port)}\n`;
    return `      - name: ${scalar(part.name)}\n${url}${port}${production}${replicas}${variables(part, project)}`;
  });
  return [...own, ...thirdParties.map((each) => thirdParty(each, prefix === ''))].join('');
}

const BACKUPS =
  'TODO: nothing backs up this pod; keep it, or take it out and let the Secret lead to a managed database';

function thirdParty(found: ThirdParty, isProduction: boolean): string {
  const { name, kind, from } = found;
  const volume = `        volumes:
          - name: ${scalar(`${name}-data`)}
            path: ${kind.data}
            modes: ReadWriteOnce
            size: 10Gi
`;
  return `      - name: ${scalar(name)} # ${comment(isProduction && kind.keeps ? BACKUPS : from)}
        port: ${kind.port}
${env(thirdPartyVariables(found))}${hasVolume(found) ? volume : ''}`;
}

function hasVolume({ kind, hasVolumes }: ThirdParty): boolean {
  return kind.keeps || hasVolumes;
}

function variables({ name, found }: NewPart, { parts, thirdParties }: NewProject): string {
  const of = (part: Part | undefined) => part?.variables.value ?? [];
  const all = parts.map((part) => ({ name: part.name, variables: of(part.found) }));
  const { known, others } = partVariables({ name, variables: of(found) }, all, thirdParties);
  const left =
    others.length === 0
      ? ''
      : `        # ${comment(`${found?.variables.from} sets ${others.join(', ')}: name under \`env\` what the service needs.`)}\n`;
  return `${env(known)}${left}`;
}

function env(variables: readonly ServiceVariable[]): string {
  if (variables.length === 0) return '';
  const entry = (variable: ServiceVariable) =>
    'secret' in variable
      ? `          - secret: ${variable.name} # ${comment(`the key of a Secret${variable.like === undefined ? '' : `: ${variable.like}`}`)}
            value: ${scalar(`${variable.secret}/${variable.key}`)}
`
      : `          - name: ${variable.name}
            value: ${JSON.stringify(variable.value)}
`;
  return `        env:\n${variables.map(entry).join('')}`;
}

/** The part that people come to: the one whose name says so, or the first that listens. */
function frontOf(parts: readonly NewPart[]): NewPart | undefined {
  const listening = parts.filter(({ port }) => port !== undefined);
  return (
    listening.find(({ name }) => /^(web|www|front|frontend|ui|site|gateway|app)$/.test(name)) ?? listening[0]
  );
}

function jenkins(project: NewProject): string {
  const { name, registry } = project;
  const again = registry.todo === undefined ? {} : { todo: 'the same registry' };
  const agents = agentsOf(project).map(
    (agent) => `    - name: ${agent.name}
      image: ${answer({ ...registry, value: agentImage(project, agent.name), ...again })}
`,
  );
  const own =
    agents.length === 0
      ? ''
      : `  # What builds needs tools: each agent is an image of your own, and its Dockerfile in \`agents\` says how to build it.
  agents:
${agents.join('')}`;
  const keepsData = project.thirdParties.some(hasVolume);
  const wantsLogin = registry.todo === undefined && LOGIN_WANTED.test(registry.value);
  const pull = (indent: string) => (wantsLogin ? `${indent}pull_secrets: [${LOGIN}]\n` : '');
  return `# The project's Jenkins. Everything has a default: \`bitesize docs\` lists the fields.
project: ${scalar(name)}
jenkins:
  kubernetes:
    namespace: ${scalar(`${name}-jenkins`)}
${pull('    ')}  environments:
    # The namespaces of the environments are made with Jenkins.
    create_namespaces: true
${keepsData ? '    # The class that the cluster marks as its default (`kubectl get storageclass`).\n    storage_classes: {ebs: ""}\n' : ''}${pull('    ')}  registry:
    push: ${answer(registry)}
    # Base images are taken as \`runtime\` names them, from Docker Hub where no host stands before them.
    base: ""
${wantsLogin ? `    secret: ${LOGIN} # of the type kubernetes.io/dockerconfigjson; this registry wants a login\n` : ''}${own}`;
}

/** The Secret with the login of the registry, in each namespace that pushes or pulls. */
const LOGIN = 'registry-login';

/** Registries that anybody can have a place in: nobody pushes without a login, and images are private at first. */
const LOGIN_WANTED =
  /^(registry\.gitlab\.com|ghcr\.io|docker\.io|quay\.io|[\w.-]+\.azurecr\.io|([\w-]+\.)?gcr\.io|[\w-]+-docker\.pkg\.dev|[\w.-]+\.amazonaws\.com)(\/|$)/;

interface NewAgent {
  readonly name: string;
  readonly language: string;
  readonly tools: string;
}

/** One agent for each language; of several versions, the first. */
function agentsOf({ parts }: NewProject): readonly NewAgent[] {
  const agents = new Map<string, NewAgent>();
  for (const { found } of parts)
    if (found !== undefined && !agents.has(found.agent))
      agents.set(found.agent, { name: found.agent, language: found.language, tools: found.program.tools });
  return [...agents.values()];
}

function agentImage({ name, registry }: NewProject, agent: string): string {
  return `${registry.value}/${name}/agent-${agent}:1`;
}

/** The image of the agents that the schema has for all who write none. */
function defaultAgentImage(): string {
  const image = agentEntries(settingsOf({})).find(({ name }) => name.value === 'generic')?.image.value;
  if (image === undefined) throw new Error('the schema of jenkins.bitesize has no agent `generic`');
  return image;
}

/** A value with the comment that says where it is from, or what to do. */
function answer({ value, from, todo }: Answer): string {
  const said = todo === undefined ? from : `TODO: ${todo}`;
  const written = /^\d+$/.test(value) ? value : scalar(value);
  return said === undefined ? written : `${written} # ${comment(said)}`;
}

/** Names of files may hold anything: a comment ends with its line. */
function comment(text: string): string {
  return oneLine(text).replace(/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/g, '?');
}

/** A value as one line of YAML, quoted where it has to be. */
function scalar(text: string): string {
  return dump(text, { lineWidth: -1 }).trimEnd();
}

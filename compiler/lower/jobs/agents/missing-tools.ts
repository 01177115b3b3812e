import type { Agent, BuildStep, Component, Publication, Test } from '../../../../schema/generated/located.ts';
import { spanWithin } from '../../../check/rules/support/span-within.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { type Origin, spanOf } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { Span } from '../../../text/span.ts';
import { reachedAgents } from '../../../util/reached-agents.ts';
import {
  type AgentImage,
  agentImage,
  debianPackages,
  isLanguageImage,
  isPackaged,
} from '../../agent-images.ts';
import { buildImage, imageWith, shellVariant } from '../../build-images.ts';
import { labelledAgents } from '../../controller/default-entries.ts';
import { AGENT_CONTAINER } from '../components/component-places.ts';
import { type JobScope, testJobName } from '../job-scope.ts';
import { certainCommands, type ShellCommand } from './shell-program.ts';

/**
 * Reports, once for each agent, the programs that components and tests need and its image does not have, and agents
 * whose compilers are in a container in which no step of a freestyle job runs. Silent about images that are not known,
 * and about agents that something else may have changed: their `yaml`, a `PATH` of their own.
 */
export function checkTools(scope: JobScope): void {
  const found = new Map<Agent, Need[]>();
  for (const job of toolJobs(scope)) {
    const agents = reachedAgents(job.agent.value, labelledAgents(scope.agents)).map(({ spec }) => spec);
    const images = agents.map(imageOf);
    const [first] = agents;
    // Where a job may run on several agents, it is enough that one can do it.
    if (first === undefined || images.some((image) => image === undefined)) continue;
    if (reportOtherContainer(scope, first, job, found)) continue;
    const known = images.filter((image) => image !== undefined);
    const needs = job.needs(everyOf(known));
    if (needs.length === 0) continue;
    const all = found.get(first) ?? [];
    found.set(first, all);
    for (const need of needs) if (!all.some(({ what }) => what === need.what)) all.push(need);
  }
  for (const [{ name, image }, needs] of found)
    report(scope, `agent \`${name.value}\``, needs, agentRepairs(name.value, image.value, needs));
  checkImageTools(scope);
}

/** Reports the same of images that steps name: once for each image, and images in which no step can run. */
function checkImageTools(scope: JobScope): void {
  const found = new Map<string, Need[]>();
  for (const component of scope.project.components) {
    const job = `component \`${component.name.value}\``;
    for (const [image, place] of placesOf(scope, component)) {
      if (image === AGENT) continue;
      if (shellVariant(image) !== undefined) reportWithoutShell(scope, image, place.origin);
      const known = buildImage(image);
      if (known === undefined) continue;
      const all = found.get(image) ?? [];
      found.set(image, all);
      for (const need of ofComponent(component, place, job, known))
        if (!all.some(({ what }) => what === need.what)) all.push(need);
    }
  }
  for (const [image, needs] of found) report(scope, `image \`${image}\``, needs, imageRepairs(image, needs));
}

/** What runs in one place: the installing of dependencies, if that does, and steps. */
interface StepPlace {
  readonly dependencies: Component['dependencies'];
  readonly publish: Component['publish'];
  readonly steps: BuildStep[];
  /** What says that it runs there. */
  readonly origin: Origin;
}

/** The place of what runs in the image of the agent. */
const AGENT = '';

/** Returns what runs in which image; what runs in containers of unknown images is left out. */
function placesOf(scope: JobScope, component: Component): ReadonlyMap<string, StepPlace> {
  const places = new Map<string, StepPlace>();
  const standard = placeOf(scope, component, component);
  const originOf = ({ image, container, $ }: Component | BuildStep) =>
    (image ?? container)?.origin ??
    ($.fields.has('image') || $.fields.has('container') ? $.origin : undefined);
  const origin = originOf(component) ?? component.$.origin;
  if (standard !== undefined)
    places.set(standard, {
      dependencies: component.dependencies,
      publish: component.publish,
      steps: [],
      origin,
    });
  for (const step of component.build) {
    const own = originOf(step);
    const image = own === undefined ? standard : placeOf(scope, component, step);
    if (image === undefined) continue;
    const place = places.get(image) ?? { dependencies: [], publish: [], steps: [], origin: own ?? origin };
    places.set(image, place);
    place.steps.push(step);
  }
  return places;
}

/** Returns the image in which a component or a step of it runs; undefined in doubt, and where that has a mistake. */
function placeOf(
  { agents }: JobScope,
  component: Component,
  { image, container, $ }: Component | BuildStep,
): string | undefined {
  if ($.fields.has('image') && $.fields.has('container')) return undefined;
  if (image !== undefined) return image.value.trim();
  if (container === undefined && ($.fields.has('image') || $.fields.has('container'))) return undefined;
  if (container === undefined || container.value === AGENT_CONTAINER) return AGENT;
  const [agent] = reachedAgents(component.agent.value, labelledAgents(agents));
  return agent?.spec.containers.find(({ name }) => name.value === container.value)?.image.value;
}

function reportWithoutShell(scope: JobScope, image: string, origin: Origin): void {
  const variant = shellVariant(image);
  scope.report(
    diagnose('job/image-without-shell', { image }, spanOf(origin), {
      help:
        variant === undefined || variant === ''
          ? 'copy its program into an image that has a shell, and name that one'
          : `choose its variant with a shell: the tags with \`${variant}\``,
    }),
  );
}

/** What a job needs and does not find. */
interface Need {
  /** The program, or why it is of no use. */
  readonly what: string;
  readonly tool: string;
  readonly job: string;
  readonly span: Span | undefined;
}

interface ToolJob {
  readonly job: string;
  readonly agent: Sourced<string>;
  readonly needs: (image: AgentImage) => readonly Need[];
}

function toolJobs(scope: JobScope): readonly ToolJob[] {
  const { project } = scope;
  return [
    ...project.components.flatMap((component) => {
      const place = placesOf(scope, component).get(AGENT);
      if (place === undefined) return [];
      const job = `component \`${component.name.value}\``;
      const needs = (image: AgentImage) => ofComponent(component, place, job, image);
      return [{ job, agent: component.agent, needs }];
    }),
    ...project.environments.flatMap(({ spec }) =>
      spec.tests.map((test) => {
        const job = `test \`${testJobName(spec.name, test.name).value}\``;
        return { job, agent: test.agent, needs: (image: AgentImage) => ofTest(test, job, image) };
      }),
    ),
  ];
}

/** Returns what is known of the image that the steps of an agent run in; undefined in doubt. */
function imageOf({ image, env, yaml }: Agent): AgentImage | undefined {
  if (yaml !== undefined && yaml.value.trim() !== '') return undefined;
  return env.some(({ name }) => name.value === 'PATH') ? undefined : agentImage(image.value);
}

/** What several images all lack. */
function everyOf(images: readonly AgentImage[]): AgentImage {
  return {
    isRoot: images.some(({ isRoot }) => isRoot),
    lacks: (command) => images.every((image) => image.lacks(command)),
  };
}

/** Returns what the steps of a component need that run in a place. */
function ofComponent(
  { env }: Component,
  { dependencies, publish, steps }: StepPlace,
  job: string,
  image: AgentImage,
): readonly Need[] {
  if (env.some(({ name }) => name.value === 'PATH')) return [];
  const search = new Search(image, job);
  for (const { type, $ } of dependencies) {
    if (!image.isRoot) search.need('sudo', () => $.span);
    if (type.value === 'gem-package') search.need('gem', () => $.span);
    if (type.value === 'pip-package') search.need('pip', () => $.span);
    search.install(type.value);
  }
  for (const { shell, gradle, use_wrapper: beside, $ } of steps) {
    if (shell !== undefined) search.readScript(shell);
    else if ((gradle ?? { use_wrapper: beside }).use_wrapper.value === false && isGradle($.fields))
      search.need('gradle', () => $.span);
  }
  for (const { type, location } of publish) {
    const span = () => spanOf(type.origin);
    // A folder may have its own `mvnw`, which nobody sees from here; without one of its own it is the checkout's.
    if (type.value === 'maven' && location === undefined) continue;
    for (const tool of publishTools[type.value]) search.need(tool, span);
  }
  return search.needs;
}

const publishTools: Readonly<Record<Publication['type']['value'], readonly string[]>> = {
  npm: ['npm', 'node'],
  pypi: ['uv'],
  maven: ['mvn'],
  file: ['curl'],
  oci: [],
};

function isGradle(fields: ReadonlyMap<string, unknown>): boolean {
  return fields.has('gradle') || fields.has('tasks');
}

function ofTest({ commands }: Test, job: string, image: AgentImage): readonly Need[] {
  const search = new Search(image, job);
  for (const { shell } of commands) search.readScript(shell);
  return search.needs;
}

/** What was installed meanwhile is there, wherever it came from. */
type Installed = 'nothing' | 'packages' | 'anything';

class Search {
  readonly needs: Need[] = [];
  private installed: Installed = 'nothing';

  private readonly image: AgentImage;
  private readonly job: string;

  constructor(image: AgentImage, job: string) {
    this.image = image;
    this.job = job;
  }

  /** The place is asked for what is missing alone: to find each command of a long script costs more than the rest. */
  need(tool: string, spanOf: () => Span | undefined, what = `\`${tool}\``): void {
    if (what === `\`${tool}\`` && !this.isMissing(tool)) return;
    if (this.needs.some((need) => need.what === what)) return;
    this.needs.push({ what, tool, job: this.job, span: spanOf() });
  }

  install(type: string): void {
    this.installed = type === 'debian-package' || this.installed === 'anything' ? 'anything' : 'packages';
  }

  readScript(shell: Sourced<string>): void {
    const bash = /^#!.*\bbash\b/.exec(shell.value);
    if (bash !== null) this.need('bash', () => spanWithin(shell, 0, bash[0]));
    for (const command of certainCommands(shell.value)) {
      const span = () => spanWithin(shell, command.start, shell.value.slice(command.start, command.end));
      let isRoot = this.image.isRoot;
      for (const { name, words } of unwrapped(command)) {
        isRoot ||= name === 'sudo';
        if (this.installed !== 'anything' && !isRoot && needsRoot(name, words))
          this.need(name, span, `root for \`${name}\``);
        this.need(name, span);
        if (installs(name, words)) this.install(isSystem(name) ? 'debian-package' : 'gem-package');
        // As root a script may bring whatever it likes.
        if (this.image.isRoot && (name.includes('/') || name === 'sh' || name === 'bash'))
          this.install('debian-package');
      }
    }
  }

  private isMissing(tool: string): boolean {
    if (!this.image.lacks(tool)) return false;
    return (
      tool === 'sudo' || this.installed === 'nothing' || (this.installed === 'packages' && !isPackaged(tool))
    );
  }
}

/** Programs that run the program behind their options. */
const wrappers: ReadonlySet<string> = new Set(['sudo', 'env', 'exec', 'time', 'nohup', 'command']);

/** Returns a command, and the one that it runs; not where it cannot be told from the options. */
function unwrapped(command: ShellCommand): readonly ShellCommand[] {
  const { name, words } = command;
  if (!wrappers.has(name)) return [command];
  const at = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word) && !/^(-[EHnSiv]|--|-p)$/.test(word));
  const inner = words[at];
  if (inner === undefined || inner.startsWith('-') || words.slice(0, at).includes('-v')) return [command];
  if (words.slice(0, at).some((word) => word.startsWith('PATH='))) return [command];
  const program = /^\/(usr\/)?(local\/)?s?bin\/([^/]+)$/.exec(inner)?.[3] ?? inner;
  return [command, ...unwrapped({ ...command, name: program, words: words.slice(at + 1) })];
}

function isSystem(name: string): boolean {
  return /^(apt|apt-get|aptitude|apk|yum|dnf|microdnf)$/.test(name);
}

function needsRoot(name: string, words: readonly string[]): boolean {
  return isSystem(name) && words.some((word) => /^(install|update|upgrade|add|remove|purge)$/.test(word));
}

function installs(name: string, words: readonly string[]): boolean {
  const asks = words.some((word) => /^(install|add|i)$/.test(word));
  if (/^python[\d.]*$/.test(name)) return asks && words[0] === '-m' && words[1] === 'pip';
  if (name === 'corepack') return words.some((word) => /^(enable|prepare|install)$/.test(word));
  if (/^(npm|pnpm|yarn)$/.test(name))
    return asks && words.some((word) => /^(-g|--global|global)$/.test(word));
  return asks && (isSystem(name) || /^(gem|pip3?|pipx|cargo|go)$/.test(name));
}

function report(scope: JobScope, where: string, needs: readonly Need[], help: readonly string[]): void {
  const [first, ...others] = needs;
  if (first === undefined) return;
  const labels = others.flatMap(({ what, span }) =>
    span === undefined ? [] : [{ span, text: `${what}, too` }],
  );
  scope.report(
    diagnose(
      'job/missing-tool',
      {
        where,
        job: first.job,
        tools: needs.map(({ what }) => what),
      },
      first.span,
      { labels: labels.slice(0, 5), help },
    ),
  );
}

/** Returns what to do about an image that steps name. */
function imageRepairs(image: string, needs: readonly Need[]): readonly string[] {
  const tools = needs.map(({ tool }) => tool).filter((tool) => tool !== 'sudo');
  const others = new Set(tools.flatMap((tool) => imageWith(tool) ?? []));
  const packages = new Set(tools.map((tool) => debianPackages.get(tool) ?? tool));
  packages.delete('');
  const names = packages.size === 0 ? '' : `: ${[...packages].join(', ')}`;
  return [
    ...(needs.some(({ tool }) => tool === 'sudo') ? ['steps are root in this image: drop `sudo`'] : []),
    ...[...others].map((other) => `run the step in an image that has it: \`image: ${other}\``),
    ...(tools.length === 0
      ? []
      : [
          `${others.size === 0 ? 'install' : 'or install'} it first, or in an image made \`FROM ${image}\`${names}`,
        ]),
  ];
}

function agentRepairs(agent: string, image: string, needs: readonly Need[]): readonly string[] {
  const isRoot = ({ tool }: Need) => tool === 'sudo' || needsRoot(tool, ['install']);
  const tools = needs.filter((need) => !isRoot(need)).map(({ tool }) => debianPackages.get(tool) ?? '');
  const packages = new Set(tools.filter((each) => each !== ''));
  const install =
    packages.size === 0 ? '...' : `apt-get update && apt-get install -y ${[...packages].join(' ')}`;
  return [
    `make an image that has them, and name it in jenkins.bitesize: \`agents: [{name: ${agent}, image: registry.example.com/agent:1.0}]\``,
    `its Dockerfile: \`FROM ${image}\`, \`USER root\`, \`RUN ${install}\`, \`USER jenkins\``,
    ...(needs.some(isRoot)
      ? ['builds have no root on this agent: install packages in that image, and drop `sudo` from the steps']
      : []),
  ];
}

/** Returns whether somebody put the tools of an agent where freestyle jobs do not run, and reports it once. */
function reportOtherContainer(
  scope: JobScope,
  agent: Agent,
  { job }: ToolJob,
  found: Map<Agent, Need[]>,
): boolean {
  const other = agent.containers.find(({ image }) => isLanguageImage(image.value));
  if (other === undefined) return false;
  if (found.has(agent)) return true;
  found.set(agent, []);
  scope.report(
    diagnose(
      'job/other-container',
      { job, agent: agent.name.value, container: other.name.value },
      spanOf(other.image.origin),
      {
        help: [
          `run the steps there: \`container: ${other.name.value}\` of the component`,
          `or put what \`${other.image.value}\` has into an image made \`FROM ${agent.image.value}\`, and name it in \`image\` of the agent`,
        ],
      },
    ),
  );
  return true;
}

import type {
  Agent,
  AgentContainer,
  BuildStep,
  Component,
  Publication,
} from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { reachedAgents } from '../../../util/reached-agents.ts';
import { slug } from '../../../util/slug.ts';
import { allowanceOf, suggestion } from '../../../util/suggestion.ts';
import { labelledAgents } from '../../controller/default-entries.ts';
import { pinnedImage } from '../../controller/pinned-image.ts';
import type { JobScope } from '../job-scope.ts';

/** What a build is for: one of a push publishes what it made, and starts what is made of it. */
export type BuildPurpose = 'push' | 'pull-request';

/**
 * Returns Groovy that is true in a build of a branch of the repository itself. The sources of GitLab and Bitbucket set
 * CHANGE_FORK for every other repository. That of GitHub sets none for a fork that is deleted, so there the name of the
 * job must say it, too, which the strategies of the source make where forks are built without secrets.
 */
export function isOwnBranch(forge: string, forks: string): string {
  const noFork = 'env.CHANGE_FORK == null';
  return forge === 'github' && forks === 'no-secrets'
    ? `${noFork} && env.BRANCH_NAME == 'PR-' + env.CHANGE_ID + '-merge'`
    : noFork;
}

/** Where the steps of a component run. */
export interface ComponentPlaces {
  /** The agent whose pod they run in; undefined where its label is of none that the settings have. */
  readonly agent: Agent | undefined;
  /** One container for each image that the component and its steps name, besides those of the agent. */
  readonly containers: readonly AgentContainer[];
  /** Container of the steps that name none; undefined for that of the agent. */
  readonly standard: Sourced<string> | undefined;
  /** Container of a step; undefined for the standard one. */
  readonly ofStep: (step: BuildStep) => Sourced<string> | undefined;
  /** Container that publishes images; undefined where none are published. */
  readonly publisher: Sourced<string> | undefined;
  /** Names of all containers in which something runs. */
  readonly names: readonly string[];
}

/** The container that runs the agent. */
export const AGENT_CONTAINER = 'jnlp';

/** Returns where the steps of a component run, and reports containers that are not there. */
export function componentPlaces(
  scope: JobScope,
  component: Component,
  purpose: BuildPurpose,
): ComponentPlaces {
  const [agent] = reachedAgents(component.agent.value, labelledAgents(scope.agents)).map(({ spec }) => spec);
  const containers = new ImageContainers(agent);
  const placeOf = (place: Component | BuildStep) => {
    const { image, container } = place;
    if (image !== undefined && container !== undefined) {
      const noun = place === component ? 'component' : 'step';
      scope.report(
        diagnose('job/image-and-container', { noun }, spanOf(container.origin), {
          help: 'remove one of the two',
        }),
      );
    }
    if (image !== undefined) return containers.of(image);
    if (container !== undefined) checkContainer(scope, agent, container);
    return container;
  };
  const standard = placeOf(component);
  const places = new Map(component.build.map((step) => [step, placeOf(step)]));
  const published = component.publish.find(({ type }) => type.value === 'oci');
  const publisher =
    published === undefined || purpose === 'pull-request'
      ? undefined
      : containers.of(publisherImage(scope, published));
  const all = containers.all();
  const [first] = all;
  if (agent === undefined && (first !== undefined || component.caches.length > 0)) {
    const [cache] = component.caches;
    if (first !== undefined)
      reportWithoutPod(scope, component, first.image, `image \`${first.image.value}\``);
    else if (cache !== undefined) reportWithoutPod(scope, component, cache, `the cache \`${cache.value}\``);
  }
  const names = [standard, ...places.values()].map(
    (container) => (container ?? standard)?.value ?? AGENT_CONTAINER,
  );
  return {
    agent,
    containers: all,
    standard,
    ofStep: (step) => places.get(step),
    publisher,
    names: [...new Set(names)],
  };
}

function publisherImage({ settings }: JobScope, { type }: Publication): Sourced<string> {
  const image = pinnedImage(settings.registry.publisher);
  return sourced(image.value, fromSeveral([image.origin, type.origin]));
}

function reportWithoutPod(
  scope: JobScope,
  { agent }: Component,
  { origin }: Sourced<string>,
  what: string,
): void {
  const labels = [...new Set(labelledAgents(scope.agents).flatMap(({ label }) => label.split(/\s+/)))];
  const near = suggestion(agent.value, labels, allowanceOf(scope.project));
  scope.report(
    diagnose('job/no-pod', { what, label: agent.value }, spanOf(origin), {
      help:
        near === undefined
          ? `write one of ${labels.map((label) => `\`${label}\``).join(', ')} in \`agent\`, or add an agent with the label to jenkins.bitesize`
          : `write \`agent: ${near}\``,
    }),
  );
}

/** A label that no agent has is reported as such. */
function checkContainer(scope: JobScope, agent: Agent | undefined, container: Sourced<string>): void {
  if (agent === undefined || container.value === AGENT_CONTAINER) return;
  // What `yaml` brings is not looked for here.
  if (agent.yaml !== undefined && agent.yaml.value.trim() !== '') return;
  const names = [...agent.containers.map(({ name }) => name.value), AGENT_CONTAINER];
  if (names.includes(container.value)) return;
  const near = suggestion(container.value, names, allowanceOf(scope.project));
  scope.report(
    diagnose(
      'job/unknown-container',
      { container: container.value, agent: agent.name.value },
      spanOf(container.origin),
      {
        help: [
          near === undefined
            ? `choose one of ${names.map((name) => `\`${name}\``).join(', ')}`
            : `did you mean \`${near}\`?`,
          'or name an image: `image: node:22`',
        ],
      },
    ),
  );
}

/** Makes one container for each distinct image. */
class ImageContainers {
  private readonly made = new Map<string, AgentContainer>();
  private readonly names: Set<string>;
  private readonly agent: Agent | undefined;

  constructor(agent: Agent | undefined) {
    this.agent = agent;
    this.names = new Set([AGENT_CONTAINER, ...(agent?.containers ?? []).map(({ name }) => name.value)]);
  }

  of(image: Sourced<string>): Sourced<string> {
    const known = this.made.get(image.value.trim());
    if (known !== undefined) return sourced(known.name.value, image.origin);
    const name = image.map((text) => this.freeName(text));
    this.made.set(image.value.trim(), imageContainer(name, image, this.agent));
    return name;
  }

  all(): readonly AgentContainer[] {
    return [...this.made.values()];
  }

  private freeName(image: string): string {
    const [named = ''] = image.trim().split('@');
    const base = slug(named.slice(named.lastIndexOf('/') + 1))
      .slice(0, 50)
      .replace(/-+$/, '');
    let name = base;
    for (let count = 2; this.names.has(name); count++) name = `${base}-${count}`;
    this.names.add(name);
    return name;
  }
}

function imageContainer(
  name: Sourced<string>,
  image: Sourced<string>,
  agent: Agent | undefined,
): AgentContainer {
  const place = { fields: new Map<never, never>(), origin: fromSeveral([image.origin, waiting]) };
  const variables = Object.entries(gitSettings).map(([key, value]) => ({
    $: { ...place, origin: trusted },
    name: sourced(key, trusted),
    value: sourced(value, trusted),
  }));
  return {
    $: place,
    name,
    image: image.map((text) => text.trim()),
    command: [sourced('sleep', waiting)],
    args: [sourced('infinity', waiting)],
    privileged: sourced(false, waiting),
    env: variables,
    ...(agent === undefined ? {} : { resources: agent.resources }),
  };
}

const waiting = fromPolicy('The container waits until Jenkins runs the steps in it.');

/** The workspace belongs to the user of the agent; git refuses the repositories of others unless it is told. */
const gitSettings = {
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
};

const trusted = fromPolicy(
  'The workspace belongs to the user of the agent, and git refuses the repositories of other users unless it is told.',
);

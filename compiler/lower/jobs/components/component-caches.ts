import type { AgentVariable, Component, Jenkins } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { fromPolicy, fromSeveral, type Origin, spanOf } from '../../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { slug } from '../../../util/slug.ts';
import type { JobScope } from '../job-scope.ts';
import { AGENT_CONTAINER, type ComponentPlaces } from './component-places.ts';

/** Where the volume of the caches is seen. */
const FOLDER = '/caches';

/** A cache of a tool: where its folder is seen, and what makes the tool use it. */
interface ToolCache {
  readonly path: string;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * What makes each tool keep its downloads in a folder, for whatever user it runs as. From the documentation of the
 * tools (2026-11): npm's `cache` setting, pip's environment variables, Maven's `maven.repo.local` and the wrapper's
 * `MAVEN_USER_HOME`, Gradle's user home, `go help environment`, Bundler's `global_gem_cache`. Apt has no variable for
 * it: its folder is where it always is.
 */
const toolCaches: Readonly<Record<string, ToolCache>> = {
  npm: tool('npm', (folder) => ({ npm_config_cache: folder })),
  pip: tool('pip', (folder) => ({ PIP_CACHE_DIR: folder })),
  maven: tool('maven', (folder) => ({
    MAVEN_OPTS: `-Dmaven.repo.local=${folder}/repository`,
    MAVEN_USER_HOME: folder,
  })),
  gradle: tool('gradle', (folder) => ({ GRADLE_USER_HOME: folder })),
  go: tool('go', (folder) => ({ GOMODCACHE: `${folder}/mod`, GOCACHE: `${folder}/build` })),
  bundler: tool('bundler', (folder) => ({ BUNDLE_GLOBAL_GEM_CACHE: 'true', BUNDLE_USER_CACHE: folder })),
  apt: { path: '/var/cache/apt/archives', variables: {} },
};

function tool(name: string, variables: (folder: string) => ToolCache['variables']): ToolCache {
  const path = `${FOLDER}/${name}`;
  return { path, variables: variables(path) };
}

/** A variable by which a tool finds its cache. */
interface CacheVariable {
  readonly name: string;
  readonly value: string;
  readonly cache: Sourced<string>;
}

/** Returns the variables by which tools find the caches of a component. */
function cacheVariables({ caches }: Component): readonly CacheVariable[] {
  return distinct(caches).flatMap((cache) =>
    Object.entries(toolCaches[cache.value]?.variables ?? {}).map(([name, value]) => ({ name, value, cache })),
  );
}

/**
 * Reports variables of the specs that stand instead of those by which tools find their caches; not where they say the
 * same, as an option among others.
 */
export function checkCacheVariables(scope: JobScope, component: Component, places: ComponentPlaces): void {
  const given = [...component.env, ...places.names.flatMap((container) => variablesIn(places, container))];
  for (const { name, value, cache } of cacheVariables(component)) {
    const other = given.find(
      (variable) => variable.name.value === name && !variable.value.value.includes(value),
    );
    if (other === undefined) continue;
    const span = spanOf(cache.origin);
    scope.report(
      diagnose('job/cache-variable', { variable: name, cache: cache.value }, spanOf(other.name.origin), {
        labels: span === undefined ? [] : [{ span, text: 'the cache' }],
        help: value.startsWith('-')
          ? `add \`${value}\` to its value, or remove the variable`
          : `remove the variable, or write \`${value}\``,
      }),
    );
  }
}

/** Returns the variables that a container of the agent has by the settings. */
function variablesIn({ agent }: ComponentPlaces, container: string): readonly AgentVariable[] {
  if (agent === undefined) return [];
  return container === AGENT_CONTAINER
    ? agent.env
    : (agent.containers.find(({ name }) => name.value === container)?.env ?? []);
}

/** What the Kubernetes plugin mounts into each container of a pod. */
const WORKSPACE = '/home/jenkins/agent';

/** Reports folders of caches that a pod cannot have: each path is mounted once, and the system needs its own. */
export function checkCachePaths(scope: JobScope, component: Component, { agent }: ComponentPlaces): void {
  const taken = new Map<string, string>([
    [WORKSPACE, 'the workspace is there'],
    ...(agent?.volumes ?? []).map(({ path }): [string, string] => [
      path.value,
      `agent \`${agent?.name.value}\` has a volume there`,
    ]),
    ...component.caches.flatMap(({ value }): [string, string][] => {
      const path = toolCaches[value]?.path;
      return path === undefined ? [] : [[path, `the cache \`${value}\` is there`]];
    }),
  ]);
  for (const cache of distinct(component.caches)) {
    if (toolCaches[cache.value] !== undefined) continue;
    const problem =
      /^\/(proc|sys|dev|bin|sbin|lib|lib64|etc|usr)(\/bin|\/sbin|\/lib)?$|^\/(proc|sys|dev)\//.test(
        cache.value,
      )
        ? 'the container needs what is there'
        : taken.get(cache.value);
    if (problem === undefined) continue;
    scope.report(
      diagnose('job/cache-path', { path: cache.value, problem }, spanOf(cache.origin), {
        help: 'name the folder in which the tool keeps its downloads, such as `/usr/local/cargo/registry`, or remove the entry',
      }),
    );
  }
}

/** Label of the pods that use the volume of the caches. */
const cacheLabel = 'bitesize/caches';

/** The images of Debian delete what apt has downloaded by a file of this name; this one keeps it. */
const aptFile = 'docker-clean';
const aptAnnotation = 'bitesize/apt';
const aptSetting = 'Binary::apt::APT::Keep-Downloaded-Packages "true";';

const sameNode = fromPolicy('The volume can be on one node, so the pods that use it run on the same.');
const writable = fromPolicy('Folders of the volume can be written by a user that is not root, too.');
const kept = fromPolicy(
  'The images of Debian delete what apt has downloaded, unless another file says otherwise.',
);

/**
 * Returns what the pod of a component has for its caches, to be laid over the pod of the agent: the volume, its folders
 * in the containers of the steps, and the variables by which tools find them. Each component has folders of its own:
 * its builds never run at once, and not all tools can share a folder with another one.
 */
export function cachedPod(
  component: Component,
  places: ComponentPlaces,
  claim: Sourced<string>,
  settings: Jenkins['caches'],
): Traceable {
  const { name } = component;
  const caches = distinct(component.caches);
  const hasApt = caches.find(({ value }) => value === 'apt');
  const envOf = (container: string) => {
    const given = new Set(variablesIn(places, container).map((variable) => variable.name.value));
    return cacheVariables(component)
      .filter((variable) => !given.has(variable.name))
      .map(({ name: variable, value, cache }) => entry({ name: variable, value }, cache.origin));
  };
  const mounts = caches.map((cache) => {
    const folder = toolCaches[cache.value] === undefined ? `folders${cache.value}` : cache.value;
    const mountPath = toolCaches[cache.value]?.path ?? cache.value;
    const subPath = name.map((text) => `${slug(text)}/${folder}`);
    return entry({ name: 'caches', mountPath, subPath }, cache.origin);
  });
  const aptMount =
    hasApt === undefined
      ? []
      : [
          entry(
            { name: 'apt', mountPath: `/etc/apt/apt.conf.d/${aptFile}`, subPath: aptFile },
            hasApt.origin,
          ),
        ];
  return {
    metadata: {
      labels: { [cacheLabel]: claim },
      ...(hasApt === undefined ? {} : { annotations: { [aptAnnotation]: sourced(aptSetting, kept) } }),
    },
    spec: {
      securityContext: {
        fsGroup: sourced(1000, writable),
        fsGroupChangePolicy: sourced('OnRootMismatch', writable),
      },
      ...(settings.access.value === 'ReadWriteOnce'
        ? { affinity: entry(besideOthers(claim), fromSeveral([settings.access.origin, sameNode])) }
        : {}),
      containers: places.names.map((container) => {
        const env = envOf(container);
        return {
          name: container,
          ...(env.length === 0 ? {} : { env }),
          volumeMounts: [...mounts, ...aptMount],
        };
      }),
      volumes: [
        { name: 'caches', persistentVolumeClaim: { claimName: claim } },
        ...(hasApt === undefined
          ? []
          : [entry({ name: 'apt', downwardAPI: { items: [aptItem] } }, hasApt.origin)]),
      ],
    },
  };
}

const aptItem = { path: aptFile, fieldRef: { fieldPath: `metadata.annotations['${aptAnnotation}']` } };

/** The first pod finds no other one and may run anywhere: the scheduler lets a pod be its own neighbour. */
function besideOthers(claim: Sourced<string>): Readonly<Record<string, Traceable>> {
  return {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: { [cacheLabel]: claim } }, topologyKey: 'kubernetes.io/hostname' },
      ],
    },
  };
}

function entry(value: Readonly<Record<string, Traceable>>, origin: Origin): Traceable {
  return sourced<Traceable>(value, origin);
}

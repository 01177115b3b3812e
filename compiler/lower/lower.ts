import { pluginNeedsOfItems } from '../../jenkins/all-items.ts';
import type { SecretsOperator } from '../../schema/generated/located.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hostsOf } from '../link/collisions/claims.ts';
import type { Hosting } from '../link/hosting.ts';
import type { Project } from '../link/project.ts';
import { type Ir, type IrPart, irParts, type OutsideName } from '../model/ir.ts';
import type { Catalogue } from '../plugins/catalogue.ts';
import type { PluginNeed } from '../plugins/resolved-plugin.ts';
import type { Origin } from '../text/origin.ts';
import type { Sourced } from '../text/sourced.ts';
import { checkShared } from './controller/check-shared.ts';
import { controllerNames } from './controller/controller-names.ts';
import { checkSecrets } from './controller/kubernetes/check-secrets.ts';

import { lowerController } from './controller/lower-controller.ts';
import { imageName } from './images/image-name.ts';
import { lowerImages } from './images/lower-image.ts';
import { lowerJobs } from './jobs/lower-jobs.ts';
import { ownScripts } from './jobs/own-scripts.ts';
import { lowerEnvironments } from './kubernetes/lower-environments.ts';
import { type Lowered, noFiles, noTrees, type RepositoryTexts, type RepositoryTrees } from './lowered.ts';
import { lowerPlugins } from './plugins/lower-plugins.ts';
import { sharedNames } from './shared-names.ts';

/** A step of lowering that runs when somebody first asks for its value, and once. */
class Stage<T> {
  private readonly run: () => Lowered<T>;
  private result: Lowered<T> | undefined;

  constructor(run: () => Lowered<T>) {
    this.run = run;
  }

  get value(): T {
    this.result ??= this.run();
    return this.result.value;
  }

  /** What could not be expressed; nothing as long as nobody has asked for the value. */
  get diagnostics(): readonly Diagnostic[] {
    return this.result?.diagnostics ?? [];
  }
}

/** Facts that lowering needs and that are in no spec; whoever starts the compiler reads them. */
export interface LowerInputs {
  /** Files of the project that specs name, such as those of gists. */
  readonly files?: RepositoryTexts | undefined;
  /** What the repositories of components hold, as far as that is known. */
  readonly trees?: RepositoryTrees | undefined;
  /** Turns a secret that stands as plain text in a spec, or in a file that one names, from an error into a warning. */
  readonly allowPlainSecrets?: boolean | undefined;
  /** A fuller plugin catalogue, for projects that ask for plugins beyond our own. */
  readonly catalogue?: Catalogue | undefined;
}

/**
 * Returns the IR of a project: every value decided, every node with its origin; and what could not be expressed in
 * `parts`. The other parts are lowered should somebody read them all the same, but nobody hears what is wrong there.
 */
export function lower(
  project: Project,
  { files = noFiles, trees = noTrees, catalogue, allowPlainSecrets = false }: LowerInputs = {},
  parts: readonly IrPart[] = irParts,
): LoweredIr {
  const images = new Stage(() => lowerImages(project, trees));
  const environments = new Stage(() => lowerEnvironments(project, files));
  const controller = new Stage(() =>
    lowerController(project, { environments: environments.value, files, allowPlainSecrets }),
  );
  const jobs = new Stage(() =>
    lowerJobs(project, {
      environments: environments.value,
      images: images.value,
      trees,
      files,
      allowPlainSecrets,
    }),
  );
  const own = new Stage(() => ownScripts(project, files, allowPlainSecrets));
  const needs = () => [
    ...controller.value.initScripts.flatMap((script) => script.needs),
    ...pluginNeedsOfItems(jobs.value.items),
    ...jobs.value.needs,
  ];
  const plugins = new Stage(() => lowerPlugins([project], needs(), catalogue));
  const ir: Ir = {
    project: project.name,
    get items() {
      return jobs.value.items;
    },
    get ownScripts() {
      return own.value;
    },
    get images() {
      return images.value;
    },
    get environments() {
      return environments.value;
    },
    get controller() {
      return controller.value;
    },
    get plugins() {
      return plugins.value;
    },
    get outsideNames() {
      return outsideNames(project);
    },
  };
  // What a project on a shared controller needs is chosen together with what the others need.
  const ofShared = project.hosting !== undefined;
  for (const part of parts) if (!ofShared || part !== 'plugins') Reflect.get(ir, part);
  const stages = [images, environments, controller, jobs, own, plugins];
  return { ir, needs, diagnostics: stages.flatMap(({ diagnostics }) => diagnostics) };
}

/** The IR of a project. */
export interface LoweredIr {
  readonly ir: Ir;
  /** Plugins that its scripts and jobs need, besides those that its settings name. */
  readonly needs: () => readonly PluginNeed<Origin>[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A project on a shared controller: its specs, and what of their IR the controller must know. The rest of it can go,
 * once it is emitted: that of all projects together is large.
 */
export interface LoweredPart {
  readonly project: Project & { readonly hosting: Hosting };
  readonly ir: Pick<Ir, 'controller' | 'outsideNames'>;
  readonly needs: readonly PluginNeed<Origin>[];
}

/** Returns what a controller must know of a project that it serves; nothing for one with a Jenkins of its own. */
export function loweredPart(
  project: Project,
  { ir: { controller, outsideNames: names }, needs }: LoweredIr,
): LoweredPart | undefined {
  const { hosting } = project;
  if (hosting === undefined) return undefined;
  return { project: { ...project, hosting }, ir: { controller, outsideNames: names }, needs: needs() };
}

/**
 * Returns the IR of a controller that several projects share: no job is its own. It has the plugins that all of them
 * need, and knows what their parts add.
 */
export function lowerShared(
  controller: Project,
  secrets: SecretsOperator,
  parts: readonly LoweredPart[],
  { files = noFiles, catalogue, allowPlainSecrets = false }: LowerInputs = {},
): LoweredIr {
  const served = parts.map(({ project, ir }) => ({ hosting: project.hosting, controller: ir.controller }));
  const lowered = lowerController(controller, {
    environments: [],
    files,
    allowPlainSecrets,
    role: { kind: 'shared', secrets, served },
  });
  const needs = () => [
    ...lowered.value.initScripts.flatMap((script) => script.needs),
    ...parts.flatMap(({ needs: ofPart, project }) =>
      ofPart.map((need) => ({ ...need, project: project.hosting.folder })),
    ),
  ];
  const plugins = lowerPlugins([controller, ...parts.map(({ project }) => project)], needs(), catalogue);
  const ir: Ir = {
    project: controller.name,
    items: [],
    ownScripts: [],
    images: [],
    environments: [],
    controller: lowered.value,
    plugins: plugins.value,
    outsideNames: [
      ...outsideNames(controller),
      ...sharedNamespaces(controller, parts),
      ...parts.flatMap((part) => part.ir.outsideNames),
    ],
  };
  const controllers = parts.map((part) => ({ project: part.project, controller: part.ir.controller }));
  return {
    ir,
    needs,
    diagnostics: [
      ...checkShared(controller, controllers),
      ...lowered.diagnostics,
      ...checkSecrets(secrets, [lowered.value, ...parts.map(({ ir: { controller: part } }) => part)]),
      ...sharedNames(parts),
      ...plugins.diagnostics,
    ],
  };
}

/** Returns the names that a project takes outside itself, each once. */
function outsideNames(project: Project): readonly OutsideName[] {
  const names = new Map<string, OutsideName>();
  for (const name of allNames(project)) {
    const id = `${name.kind} ${name.key}`;
    if (!names.has(id)) names.set(id, name);
  }
  return [...names.values()];
}

function* allNames(project: Project): Generator<OutsideName> {
  for (const environment of project.environments) {
    const where = `environment \`${environment.spec.name.value}\``;
    yield outsideName('namespace', environment.namespace, where);
    for (const { name, what } of hostsOf(environment)) yield outsideName('host', name, `${what} of ${where}`);
  }
  for (const { spec } of project.applications) {
    const { push } = imageName(project, spec.name);
    yield outsideName('image', push, `application \`${spec.name.value}\``);
  }
  if (project.hosting !== undefined) return;
  const { name, namespace } = controllerNames(project);
  const controller = namespace.map((text) => `${text}/${name.value}`);
  yield outsideName('controller', controller, 'the Jenkins');
  yield outsideName('namespace', namespace, 'the Jenkins');
  const { ingress, agent_namespace, privileged_namespace } = project.settings.kubernetes;
  if (ingress?.host !== undefined) yield outsideName('host', ingress.host, 'the Jenkins');
  // Other ones follow from the namespace of the Jenkins.
  for (const namespace of [agent_namespace, privileged_namespace])
    if (namespace !== undefined) yield outsideName('namespace', namespace, 'an agent');
}

/** A controller keeps apart what it serves itself; what others put into its namespaces only shows in the whole run. */
function sharedNamespaces(controller: Project, parts: readonly LoweredPart[]): readonly OutsideName[] {
  const ofAgents = [controller, ...parts.map(({ project }) => project)].flatMap((project) => {
    const { agentNamespace, privilegedNamespace } = controllerNames(project);
    return [agentNamespace, privilegedNamespace];
  });
  return [
    outsideName('namespace', controllerNames(controller).namespace, 'the Jenkins'),
    ...ofAgents.map((namespace) => outsideName('namespace', namespace, 'an agent')),
  ];
}

function outsideName(
  kind: OutsideName['kind'],
  { value, origin }: Sourced<string>,
  what: string,
): OutsideName {
  return { kind, key: kind === 'host' ? value.toLowerCase() : value, what, origin };
}

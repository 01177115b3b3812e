import { emitters } from '../emitters/all.ts';
import { runEmitters } from '../emitters/run-emitters.ts';
import type { SharedController } from '../schema/generated/located.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { FindingList } from './diagnostics/finding-list.ts';
import { inDecidersFile, servedFolder } from './link/hosting.ts';
import { noOwnJobs } from './link/own-jobs/link-jobs.ts';
import type { Project } from './link/project.ts';
import { agentsOf, defaultNamespace } from './lower/controller/controller-names.ts';
import { type LoweredPart, lower, loweredPart, lowerShared } from './lower/lower.ts';
import type { RepositoryTexts, RepositoryTrees } from './lower/lowered.ts';
import type { Artifact } from './model/artifact.ts';
import { type Ir, irParts } from './model/ir.ts';
import {
  type Analysis,
  analyse,
  type Compilation,
  type CompileOptions,
  lowerAnalysis,
  withFullCatalogue,
} from './pipeline.ts';
import type { SourceFile } from './text/span.ts';
import { compareText } from './util/compare-text.ts';

/** A project that a shared controller serves, as it was read. */
export interface ServedSources {
  /** Path of its folder from that of controllers.bitesize. */
  readonly path: string;
  /** Its specs; their names start with the path. */
  readonly sources: readonly SourceFile[];
  /** Files that its specs name, by path from its folder. */
  readonly files?: RepositoryTexts;
  readonly trees?: RepositoryTrees | undefined;
}

/** How projects are compiled together. */
export interface ControllerOptions extends CompileOptions {
  /** Whether settings of a project that its controller decides on are passed over, as in a plan to serve it. */
  readonly passOverDecided?: boolean;
  /** Is given the IR of each project that has no errors of its own. It is not kept: that of all together is large. */
  readonly seePart?: (ir: Ir) => void;
}

/**
 * Returns what a shared controller and the projects that it serves become: the files of the controller, and below
 * `projects/` those of each project. Nothing is emitted when one of them has an error. Pure, as `compile` is.
 */
export function compileController(
  controller: SharedController,
  projects: readonly ServedSources[],
  options: ControllerOptions = {},
): Promise<Compilation> {
  const { passOverDecided = false } = options;
  const compiled = (given: CompileOptions): Compilation => {
    const findings = new FindingList(given.mostFindings);
    const parts: LoweredPart[] = [];
    const emitted: (readonly Artifact[])[] = [];
    for (const served of projects) {
      const { ir, part, diagnostics } = lowerServed(controller, served, { ...given, passOverDecided });
      findings.addAll(diagnostics);
      if (ir === undefined || part === undefined) continue;
      parts.push(part);
      options.seePart?.(ir);
      if (diagnostics.some(isError)) continue;
      const folder = servedFolder(part.project.hosting.slug.value);
      emitted.push(
        runEmitters(emitters, given.emit, ir).map((artifact) => ({
          ...artifact,
          path: `${folder}/${artifact.path}`,
        })),
      );
    }
    const shared = lowerShared(controllerProject(controller), controller.secrets, parts, given);
    findings.addAll(shared.diagnostics);
    const diagnostics = findings.sorted();
    const artifacts = diagnostics.some(isError)
      ? []
      : [...runEmitters(emitters, given.emit, shared.ir), ...emitted.flat()].sort((a, b) =>
          compareText(a.path, b.path),
        );
    return {
      sources: projects.flatMap(({ sources }) => sources),
      ir: shared.ir,
      artifacts,
      diagnostics,
      isWhole: true,
    };
  };
  return withFullCatalogue(compiled(options), options, compiled);
}

/** A project that a shared controller serves, after lowering. */
interface LoweredServed {
  /** Absent where the specs have errors that leave holes, as is the part. */
  readonly ir: Ir | undefined;
  readonly part: LoweredPart | undefined;
  /** About the project alone. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns what the specs of a project become on its controller, before that knows of it. */
export function lowerServed(
  controller: SharedController,
  { sources, files, trees }: ServedSources,
  { passOverDecided = false, ...given }: Omit<ControllerOptions, 'seePart'>,
): LoweredServed {
  const inputs = { ...given, files, trees, shared: controller };
  const analysis = passedOver(analyse(sources, inputs), passOverDecided);
  let lowered: ReturnType<typeof lower> | undefined;
  const { ir, diagnostics } = lowerAnalysis(
    analysis,
    (...args) => {
      lowered = lower(...args);
      return lowered;
    },
    inputs,
    irParts,
  );
  const part = ir && lowered && loweredPart(analysis.project, lowered);
  return { ir, part, diagnostics: diagnostics.map(inDecidersFile) };
}

/** The controller itself: a project without jobs, whose settings are those of the spec. */
export function controllerProject({ name, jenkins }: SharedController): Project {
  const { kubernetes } = jenkins;
  const namespace = kubernetes.namespace ?? defaultNamespace(name);
  return {
    name,
    // Whoever can make pods beside Jenkins can read the Secrets of all projects.
    settings: {
      ...jenkins,
      kubernetes: { ...kubernetes, agent_namespace: kubernetes.agent_namespace ?? namespace.map(agentsOf) },
    },
    components: [],
    applications: [],
    environments: [],
    requests: [],
    ownJobs: noOwnJobs,
  };
}

function passedOver(analysis: Analysis, passOverDecided: boolean): Analysis {
  if (!passOverDecided) return analysis;
  const diagnostics = analysis.diagnostics.filter(({ code }) => code !== 'fleet/decided-by-controller');
  return { ...analysis, diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

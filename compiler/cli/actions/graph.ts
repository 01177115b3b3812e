import type { SharedController } from '../../../schema/generated/located.ts';
import type { Graph, GraphEdge, GraphNode } from '../../graph/graph.ts';
import { printDot, printSvg } from '../../graph/print-dot.ts';
import { printGraphJson } from '../../graph/print-graph-json.ts';
import { printMermaid } from '../../graph/print-mermaid.ts';
import { projectGraph } from '../../graph/project-graph.ts';
import { pathBelow } from '../../host/confined-files.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, joinPath } from '../../host/path.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { analyse } from '../../pipeline.ts';
import { fleetRoot } from '../../read/fleet/fleet-root.ts';
import type { Fleet } from '../../read/fleet/open-fleet.ts';
import { openGitBase } from '../../read/git-base.ts';
import { openProject, projectErrors } from '../../read/open-project.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';

/** The forms of the picture. */
export const graphFormats = ['svg', 'mermaid', 'json', 'dot'] as const;

/** The options of `bitesize graph`. */
export interface GraphOptions {
  readonly format: (typeof graphFormats)[number];
  readonly out?: string;
  readonly base?: string;
}

/** Runs `bitesize graph`: the pipeline of a project as a picture, on standard output or in a file. */
export async function runGraph(host: Host, folder: string, options: GraphOptions): Promise<ExitCode> {
  const drawn = await drawnGraph(host, folder);
  if (typeof drawn === 'string') {
    host.stderr.write(`error: ${drawn}\n`);
    return exitCodes.errors;
  }
  const { graph, shared, isFleet } = drawn;
  const changed =
    options.base === undefined
      ? new Set<string>()
      : isFleet
        ? '`--base` is for the pipeline of one project: name its folder'
        : await changedSince(host, folder, options.base, graph, shared);
  if (typeof changed === 'string') {
    host.stderr.write(`error: ${changed}\n`);
    return exitCodes.usage;
  }
  const text = await printers[options.format](graph, changed);
  if (options.out === undefined) {
    host.stdout.write(text);
    return exitCodes.fine;
  }
  const written = replaceFile(host, options.out, text);
  if (written.ok) return exitCodes.fine;
  host.stderr.write(`error: cannot write \`${options.out}\`: ${written.failure.reason}\n`);
  return exitCodes.failure;
}

interface DrawnGraph {
  readonly graph: Graph;
  /** The controller that serves the project, where it has no Jenkins of its own. */
  readonly shared?: SharedController;
  readonly isFleet: boolean;
}

/** Returns the picture of a project, or of a fleet for its root, or what is wrong with them. */
async function drawnGraph(host: Host, folder: string): Promise<DrawnGraph | string> {
  const root = fleetRoot(host, folder);
  const options = { unknownFields: 'warn', allowPlainSecrets: true } as const;
  let shared: SharedController | undefined;
  if (root !== undefined) {
    const { openFleet } = await import('../../read/fleet/open-fleet.ts');
    const fleet = await openFleet(host, root.folder, options);
    const problem = projectErrors(fleet.diagnostics, '`controllers.bitesize` has');
    if (problem !== undefined) return problem;
    const path = pathBelow(absolutePath(host.cwd, root.folder), absolutePath(host.cwd, folder)) ?? '';
    if (path === '') return { graph: fleetGraph(fleet), isFleet: true };
    shared = fleet.controllers.find(({ paths }) => paths.includes(path))?.spec;
  }
  const read = await openProject(host, folder);
  const given = shared === undefined ? options : { ...options, shared };
  const { project, diagnostics } = analyse(read.sources, given);
  const problem = projectErrors([...read.diagnostics, ...diagnostics], 'the specs have');
  return problem ?? { graph: projectGraph(project), isFleet: false, ...(shared && { shared }) };
}

/** Returns the controllers of a fleet and the projects that each serves. */
function fleetGraph({ root, controllers, files }: Fleet): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const { spec, paths } of controllers) {
    const { origin, value: name } = spec.name;
    nodes.push({ id: `controller:${name}`, kind: 'controller', label: name, origin });
    for (const path of paths) {
      nodes.push({ id: `project:${path}`, kind: 'project', label: path === '' ? '.' : path, origin });
      edges.push({ from: `controller:${name}`, to: `project:${path}` });
    }
  }
  return { project: joinPath(root, files.names[0] ?? ''), nodes, edges };
}

const printers = { svg: printSvg, mermaid: printMermaid, json: printGraphJson, dot: printDot };

/** The back end is only loaded when changes are asked for. A node that the base does not have is changed, too. */
async function changedSince(
  host: Host,
  folder: string,
  ref: string,
  graph: Graph,
  shared: SharedController | undefined,
): Promise<ReadonlySet<string> | string> {
  const opened = openGitBase(host, folder, ref);
  if (!opened.ok) return opened.problem;
  const [{ compileFully }, { changedNodes }, { diffEntities }, { entitiesOf }] = await Promise.all([
    import('../../compile.ts'),
    import('../../diff/changed-nodes.ts'),
    import('../../diff/diff-entities.ts'),
    import('../../diff/entities-of.ts'),
  ]);
  const problem = opened.base.loadSpecs([folder]);
  if (problem !== undefined) return problem;
  const base = await openProject(opened.base.host, folder);
  const entities = async ({ sources, files }: ProjectFiles) => {
    const { ir } = await compileFully(sources, {
      unknownFields: 'warn',
      allowPlainSecrets: true,
      files,
      emit: [],
      ...(shared && { shared }),
    });
    return ir === undefined ? [] : entitiesOf(ir);
  };
  const now = await entities(await openProject(host, folder));
  const changed = changedNodes(graph, diffEntities(await entities(base), now), now);
  const before = new Set(projectGraph(analyse(base.sources).project).nodes.map(({ id }) => id));
  const added = graph.nodes.map(({ id }) => id).filter((id) => !before.has(id));
  return new Set([...changed, ...added]);
}

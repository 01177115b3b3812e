import type { Graph } from '../../graph/graph.ts';
import { printDot, printSvg } from '../../graph/print-dot.ts';
import { printGraphJson } from '../../graph/print-graph-json.ts';
import { printMermaid } from '../../graph/print-mermaid.ts';
import { projectGraph } from '../../graph/project-graph.ts';
import type { Host } from '../../host/host.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { analyse } from '../../pipeline.ts';
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
  const read = await openProject(host, folder);
  const { project, diagnostics } = analyse(read.sources, { unknownFields: 'warn', allowPlainSecrets: true });
  const problem = projectErrors([...read.diagnostics, ...diagnostics], 'the specs have');
  if (problem !== undefined) {
    host.stderr.write(`error: ${problem}\n`);
    return exitCodes.errors;
  }
  const graph = projectGraph(project);
  const changed =
    options.base === undefined ? new Set<string>() : await changedSince(host, folder, options.base, graph);
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

const printers = { svg: printSvg, mermaid: printMermaid, json: printGraphJson, dot: printDot };

/** The back end is only loaded when changes are asked for. A node that the base does not have is changed, too. */
async function changedSince(
  host: Host,
  folder: string,
  ref: string,
  graph: Graph,
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
    });
    return ir === undefined ? [] : entitiesOf(ir);
  };
  const now = await entities(await openProject(host, folder));
  const changed = changedNodes(graph, diffEntities(await entities(base), now), now);
  const before = new Set(projectGraph(analyse(base.sources).project).nodes.map(({ id }) => id));
  const added = graph.nodes.map(({ id }) => id).filter((id) => !before.has(id));
  return new Set([...changed, ...added]);
}

import { changedNodes } from '../../diff/changed-nodes.ts';
import type { Graph } from '../../graph/graph.ts';
import { printDot } from '../../graph/print-dot.ts';
import { printGraphJson } from '../../graph/print-graph-json.ts';
import { printMermaid } from '../../graph/print-mermaid.ts';
import { printSvg } from '../../graph/print-svg.ts';
import { projectGraph } from '../../graph/project-graph.ts';
import type { Host } from '../../host/host.ts';
import { analyse } from '../../pipeline.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { openGitBase } from '../read/git-base.ts';
import { openProject } from '../read/open-project.ts';
import { projectErrors } from '../read/project-errors.ts';

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
  const written = host.files.write(options.out, text);
  if (written.ok) return exitCodes.fine;
  host.stderr.write(`error: cannot write \`${options.out}\`: ${written.failure.reason}\n`);
  return exitCodes.failure;
}

const printers = { svg: printSvg, mermaid: printMermaid, json: printGraphJson, dot: printDot };

/** The back end is only loaded when changes are asked for. */
async function changedSince(
  host: Host,
  folder: string,
  ref: string,
  graph: Graph,
): Promise<ReadonlySet<string> | string> {
  const [{ compileFully }, { changesBetween }] = await Promise.all([
    import('../../compile-fully.ts'),
    import('../../diff/changes.ts'),
  ]);
  const opened = openGitBase(host, folder, ref);
  if (!opened.ok) return opened.problem;
  const now = await openProject(host, folder);
  const base = await openProject(opened.base.host, folder);
  const irOf = async ({ sources, files }: Pick<typeof now, 'sources' | 'files'>) =>
    (await compileFully(sources, { unknownFields: 'warn', allowPlainSecrets: true, files })).ir;
  return changedNodes(graph, changesBetween(await irOf(base), await irOf(now)));
}

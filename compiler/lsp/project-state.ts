import { diagnoseAnalysis } from '../diagnose-project.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { type ProjectView, viewProject } from '../language/workspace.ts';
import type { CompileOptions } from '../pipeline.ts';
import { openProject } from '../read/open-project.ts';
import { holdsSpecs, type ProjectFiles } from '../read/read-project.ts';
import { openFindings } from '../report/finding.ts';
import { projectFindings } from '../run/project/project-findings.ts';
import type { ShapingOptions } from '../run/run-options.ts';
import { isCode } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/span.ts';
import { type FleetPart, fleetPart } from './fleet-part.ts';
import { MEMORY_FOLDER, type OpenTexts, overlayFiles } from './overlay-files.ts';

/** A project as it was at one moment: what the editor had open, the rest as it was saved. */
export interface ProjectState {
  /** Absolute. */
  readonly folder: string;
  readonly files: ProjectFiles;
  readonly view: ProjectView;
  /** What `check` would report of the same texts. */
  readonly findings: readonly Diagnostic[];
  /** The absolute paths that were looked at. */
  readonly asked: ReadonlySet<string>;
}

/** What a project is read with. */
export interface StateContext {
  readonly host: Host;
  readonly texts: OpenTexts;
  readonly options: ShapingOptions;
  /** The folders of the workspace: the file of a fleet is looked for at and below them. */
  readonly bounds: readonly string[];
  /** Keeps what specs in TypeScript were evaluated to. */
  readonly memory: Host['files'];
  /** Lets what waits have its turn; returns whether there is newer text, so that nothing of this is needed any more. */
  readonly isOutdated: () => Promise<boolean>;
}

/** Returns what a project is now, or undefined where there was newer text before it was known. */
export async function readState(
  { host, texts, options, memory, bounds, isOutdated }: StateContext,
  folder: string,
  previous: ProjectState | undefined,
): Promise<ProjectState | undefined> {
  const { files, asked } = overlayFiles(host.files, host.cwd, texts, memory);
  const overlaid: Host = Object.create(host, { files: { value: files } });
  const fleet = await fleetPart(overlaid, folder, bounds, options);
  const isProject = fleet?.ownFile === undefined || holdsSpecs(files, folder);
  const own = isProject ? await openOwn(overlaid, folder, previous) : undefined;
  const read = joined(own, fleet);
  if (read === undefined || (await isOutdated())) return undefined;
  const compiling: CompileOptions = {
    ...options,
    files: read.files,
    ...(read.trees === undefined ? {} : { trees: read.trees }),
    ...(fleet?.served === undefined ? {} : { shared: fleet.served.controller }),
  };
  const view = viewProject(read.sources, compiling, previous?.view);
  if (await isOutdated()) return undefined;
  const findings = [...(fleet?.findings ?? [])];
  if (own !== undefined && fleet?.isSound !== false) {
    // The file of a fleet is none of the specs of the project beside it.
    const { analysis } =
      own.sources.length === read.sources.length ? view : viewProject(own.sources, compiling);
    const { diagnostics } = await diagnoseAnalysis(analysis, compiling);
    const served = fleet?.served;
    const found = projectFindings(served === undefined ? own : { ...own, served }, diagnostics);
    findings.push(...openFindings(found).map(({ diagnostic }) => diagnostic));
  }
  return { folder, files: read, view, findings, asked };
}

function openOwn(host: Host, folder: string, previous: ProjectState | undefined): Promise<ProjectFiles> {
  return openProject(
    host,
    folder,
    undefined,
    () => ({ path: MEMORY_FOLDER, isNamed: false }),
    (source) => previous?.view.sources.find((known) => isSame(known, source)) ?? source,
  );
}

/** What a folder holds: the specs of a project, the file of a fleet, or both. */
function joined(own: ProjectFiles | undefined, fleet: FleetPart | undefined): ProjectFiles | undefined {
  const { ownFile, contents = [] } = fleet ?? {};
  if (own === undefined) return ownFile;
  return {
    ...own,
    names: [...own.names, ...(ownFile?.names ?? [])],
    sources: [...own.sources, ...(ownFile?.sources ?? [])],
    contents: new Map([...contents, ...own.contents]),
  };
}

/** What a spec in TypeScript gives may differ while its own text does not. */
function isSame(known: SourceFile, source: SourceFile): boolean {
  return known.name === source.name && known.text === source.text && !isCode(known);
}

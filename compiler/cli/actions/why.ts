import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Mask, secretMask } from '../../diff/mask-secrets.ts';
import { placeText } from '../../diff/place-text.ts';
import type { Host } from '../../host/host.ts';
import { baseName, folderOf, tidyPath } from '../../host/path.ts';
import type { Artifact } from '../../model/artifact.ts';
import type { Compilation } from '../../pipeline.ts';
import { holdsFleet } from '../../read/fleet/fleet-root.ts';
import { compileTarget, openTarget, type Target } from '../../read/fleet/open-target.ts';
import { projectErrors } from '../../read/open-project.ts';
import { holdsSpecs } from '../../read/read-project.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import type { SingleOrigin } from '../../text/origin.ts';
import { lineStarts, positionAt } from '../../text/position.ts';
import type { SourceFile } from '../../text/span.ts';
import { parsePlace } from '../../why/parse-place.ts';
import { whyOutput } from '../../why/why-output.ts';
import { whySpec } from '../../why/why-spec.ts';
import { findPlace } from '../why/find-place.ts';

/**
 * Runs `bitesize why`: compiles a project in memory and says which spec lines are behind an output line, or back. No
 * secret of a spec is printed.
 */
export async function runWhy(host: Host, place: string, project: string): Promise<ExitCode> {
  const typed = parsePlace(place);
  if (typed === undefined) return failed(host, `\`${place}\` names no line: write \`file:line\``);
  const folder = project === '' ? folderOfSpec(host, tidyPath(typed.path)) : project;
  const target = await openTarget(host, folder);
  const searched = await compileAll(target);
  const { artifacts, diagnostics, sources } = searched;
  const problem = projectErrors([...(target.fleet?.diagnostics ?? []), ...diagnostics], 'the project has');
  if (problem !== undefined) return failed(host, problem, exitCodes.errors);
  const at = target.files[0]?.folder ?? folder;
  const found = findPlace(typed, { cwd: host.cwd, folder: at, sources, artifacts });
  if (found.kind === 'problem') return failed(host, found.problem);
  const mask = secretMask(diagnostics);
  host.stdout.write(
    found.kind === 'spec'
      ? explainSpec(artifacts, found.spec, typed.line, mask)
      : explainOutput(found.artifact, typed.line, mask),
  );
  return exitCodes.fine;
}

/** Returns what a target becomes; where it has several outputs, their files are below the names of the controllers. */
async function compileAll({
  files,
  fleet,
}: Target): Promise<Pick<Compilation, 'sources' | 'artifacts' | 'diagnostics'>> {
  const all = {
    sources: [...(fleet?.files.sources ?? [])],
    artifacts: [] as Artifact[],
    diagnostics: [] as Diagnostic[],
  };
  for (const project of files) {
    const made = await compileTarget(project, { unknownFields: 'warn', allowPlainSecrets: true });
    const output =
      files.length > 1 ? `${project.served?.controller.name.value ?? baseName(project.folder)}/` : '';
    // The file of the fleet was read for each of its controllers: it is one and the same to whoever asks.
    all.sources.push(...project.sources);
    all.artifacts.push(
      ...made.artifacts.map((artifact) => ({ ...artifact, path: `${output}${artifact.path}` })),
    );
    all.diagnostics.push(...project.diagnostics, ...made.diagnostics);
  }
  return all;
}

/** A spec that is named by its path says where its project is. */
function folderOfSpec(host: Host, path: string): string {
  const folder = folderOf(path);
  const { files } = host;
  return specKindOf(path) !== undefined && (holdsSpecs(files, folder) || holdsFleet(files, folder))
    ? folder
    : '';
}

function explainOutput(artifact: Artifact, line: number, mask: Mask): string {
  const text = artifact.content.text.split('\n')[line - 1] ?? '';
  const causes = whyOutput(artifact, line).map(
    (origin) => `  because of ${placeText(origin)}${quoted(origin, mask)}\n${used(origin, mask)}`,
  );
  return `${artifact.path}:${line}\n  ${mask(text)}\n\n${causes.join('')}`;
}

/** The line of the spec itself, so that nobody has to open it. */
function quoted(origin: SingleOrigin, mask: Mask): string {
  if (origin.kind !== 'spec') return '';
  const { file, start } = origin.span;
  return `\n      ${mask(lineOf(file, positionAt(file, start).line).trim())}`;
}

/** The lines that use what was written elsewhere by an alias: a merge request touches those. */
function used(origin: SingleOrigin, mask: Mask): string {
  const steps = origin.kind === 'spec' ? (origin.span.via ?? []) : [];
  return steps
    .filter(({ kind }) => kind === 'use')
    .map(({ span }) => {
      const { file, start } = span;
      const { line, column } = positionAt(file, start);
      return `    used at ${file.name}:${line}:${column}\n      ${mask(lineOf(file, line).trim())}\n`;
    })
    .join('');
}

function explainSpec(artifacts: readonly Artifact[], spec: SourceFile, line: number, mask: Mask): string {
  const found = whySpec(artifacts, spec, line).map(
    ({ path, first, last }) => `  ${path}:${first}${last > first ? `-${last}` : ''}\n`,
  );
  const lines = found.length === 0 ? ['No output line depends on what starts on this line.\n'] : found;
  return `${spec.name}:${line}\n  ${mask(lineOf(spec, line))}\n\n${lines.join('')}`;
}

function lineOf(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  return file.text.slice(starts[line - 1] ?? file.text.length, starts[line] ?? file.text.length).trimEnd();
}

function failed(host: Host, problem: string, code: ExitCode = exitCodes.usage): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}

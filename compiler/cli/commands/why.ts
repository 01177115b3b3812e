import type { Artifact } from '../../../emitters/emitter.ts';
import { compileFully } from '../../compile-fully.ts';
import { placeText } from '../../diff/place-text.ts';
import type { Host } from '../../host/host.ts';
import { baseName } from '../../host/path.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { lineStarts, positionAt } from '../../text/position.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { suggestion } from '../../util/suggestion.ts';
import { parsePlace } from '../../why/parse-place.ts';
import { type Cause, whyOutput } from '../../why/why-output.ts';
import { whySpec } from '../../why/why-spec.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { openProject } from '../read/open-project.ts';

/** Runs `bitesize why`: compiles a project in memory and says which spec lines are behind an output line, or back. */
export async function runWhy(host: Host, place: string, folder: string): Promise<ExitCode> {
  const typed = parsePlace(place);
  if (typed === undefined) return usage(host, `\`${place}\` names no line: write \`file:line\``);
  const { sources, files } = await openProject(host, folder);
  const { artifacts, diagnostics } = await compileFully(sources, {
    unknownFields: 'warn',
    allowPlainSecrets: true,
    files,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    host.stderr.write(`error: the project has ${errors} errors: \`bitesize check\` shows them\n`);
    return exitCodes.errors;
  }
  const spec = sources.find(({ name }) => name === baseName(typed.path));
  if (specKindOf(typed.path) !== undefined && spec !== undefined)
    return explainSpec(host, artifacts, spec, typed.line);
  const artifact = findArtifact(artifacts, typed.path);
  if (artifact === undefined) return unknownFile(host, artifacts, typed.path);
  const lines = artifact.content.text.split('\n');
  const line = lines[typed.line - 1];
  if (line === undefined) return usage(host, `\`${artifact.path}\` has ${lines.length - 1} lines`);
  host.stdout.write(
    `${artifact.path}:${typed.line}\n  ${line}\n\n${causes(whyOutput(artifact, typed.line))}`,
  );
  return exitCodes.fine;
}

/** Returns the artifact of a path as people type it: with the output folder before it, or only its end. */
function findArtifact(artifacts: readonly Artifact[], path: string): Artifact | undefined {
  const exact = artifacts.filter((artifact) => path === artifact.path || path.endsWith(`/${artifact.path}`));
  const ends = artifacts.filter((artifact) => artifact.path.endsWith(`/${path}`));
  return exact[0] ?? (ends.length === 1 ? ends[0] : undefined);
}

function causes(found: readonly Cause[]): string {
  return found.map((origin) => `  because of ${placeText(origin)}${quoted(origin)}\n`).join('');
}

/** The line of the spec itself, so that nobody has to open it. */
function quoted(origin: Cause): string {
  if (origin.kind !== 'spec') return '';
  const { file, start } = origin.span;
  return `\n      ${lineOf(file, positionAt(file, start).line).trim()}`;
}

function explainSpec(host: Host, artifacts: readonly Artifact[], spec: SourceFile, line: number): ExitCode {
  const found = whySpec(artifacts, spec.name, line);
  host.stdout.write(`${spec.name}:${line}\n  ${lineOf(spec, line)}\n\n`);
  if (found.length === 0) host.stdout.write('No output line depends on a value that starts on this line.\n');
  for (const { path, first, last } of found) {
    host.stdout.write(`  ${path}:${first}${last > first ? `-${last}` : ''}\n`);
  }
  return exitCodes.fine;
}

function lineOf(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  return file.text.slice(starts[line - 1] ?? file.text.length, starts[line] ?? file.text.length).trimEnd();
}

function unknownFile(host: Host, artifacts: readonly Artifact[], path: string): ExitCode {
  const near = suggestion(
    path,
    artifacts.map((artifact) => artifact.path),
  );
  return usage(
    host,
    `the output has no file \`${path}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
  );
}

function usage(host: Host, problem: string): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return exitCodes.usage;
}

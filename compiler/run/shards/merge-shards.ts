import type { Confined } from '../../host/confined-files.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { decodeUtf8 } from '../../read/decode-utf8.ts';
import { projectReader } from '../../read/project-reader.ts';
import type { Finding } from '../../report/finding.ts';
import { fleetSpecNames } from '../../source/spec-kind.ts';
import type { SourceFile } from '../../text/span.ts';
import { unpackDiagnostic } from '../cache/packed-diagnostic.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import { type TaskName, taskId } from '../task-name.ts';
import type { PackedFinding, RunDescription, ShardProject, ShardResult } from './shard-result.ts';

/** The whole run that shards add up to, or why they do not any more. */
export type MergedRun =
  | { readonly ok: true; readonly run: RunDescription; readonly outcomes: readonly ProjectOutcome[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Returns the run as if it had been done at once: its projects in order, with all they found. The specs are read again
 * for the places of findings, and must be what the shards have read.
 */
export function mergeShards(host: Host, shards: readonly [ShardResult, ...ShardResult[]]): MergedRun {
  const [{ run }] = shards;
  const projects = new Map<string, ShardProject>();
  for (const shard of shards) for (const project of shard.projects) projects.set(taskId(project), project);
  const outcomes: ProjectOutcome[] = [];
  for (const id of run.folders) {
    const project = projects.get(id);
    if (project === undefined) return { ok: false, problem: `no shard did \`${id}\`` };
    const texts = readInputs(host, project);
    if (typeof texts === 'string') return { ok: false, problem: texts };
    const { findings, inputs: _, claims, ...rest } = project;
    const unpack = unpacking(project, texts);
    // A place in a file that the shard has not read would be one that nobody has compared.
    const known = claims.map(({ place, ...claim }) =>
      place !== undefined && texts.has(place.file) ? { ...claim, place } : claim,
    );
    outcomes.push({ ...rest, claims: known, findings: findings.map(unpack), notes: [] });
  }
  const findings = run.findings.map((finding) => unpacking(finding, fleetTexts(host, finding))(finding));
  return { ok: true, run: { ...run, findings }, outcomes };
}

/**
 * Returns the text that a finding about the run itself may be about: the file of a fleet, which is an input of the tasks of
 * its controllers, too.
 */
function fleetTexts(
  host: Host,
  { folder, diagnostic }: PackedFinding & TaskName,
): ReadonlyMap<string, string> {
  const name = diagnostic.span?.file;
  if (name === undefined || !fleetSpecNames.includes(name)) return new Map();
  const read = projectReader(host, folder).read(name);
  return new Map(read.kind === 'found' ? [[name, decodeUtf8(read.value).text]] : []);
}

function unpacking(
  { folder, controller }: TaskName,
  texts: ReadonlyMap<string, string>,
): (packed: PackedFinding) => Finding {
  const files = new Map<string, SourceFile>();
  const fileNamed = (name: string) => {
    const file = files.get(name) ?? { name, text: texts.get(name) ?? '' };
    files.set(name, file);
    return file;
  };
  return ({ diagnostic, muted }) => ({
    diagnostic: unpackDiagnostic(diagnostic, fileNamed),
    folder,
    ...(controller === undefined ? {} : { controller }),
    ...(muted === undefined ? {} : { muted }),
  });
}

/** Returns the texts of a project's files by name, or says which one is not any more what the shard has read. */
function readInputs(host: Host, { folder, inputs }: ShardProject): ReadonlyMap<string, string> | string {
  const texts = new Map<string, string>();
  const reader = projectReader(host, folder);
  for (const [name, hash] of inputs) {
    const path = joinPath(folder, name);
    const read = reader.read(name);
    if (read.kind !== 'found') return `cannot read \`${path}\`: ${reasonOf(read)}`;
    if (host.sha256(read.value) !== hash) return `\`${path}\` changed since its shard ran`;
    texts.set(name, decodeUtf8(read.value).text);
  }
  return texts;
}

function reasonOf(read: Exclude<Confined<unknown>, { kind: 'found' }>): string {
  switch (read.kind) {
    case 'absent':
      return 'no such file or folder';
    case 'outside':
      return `\`${read.link}\` leads out of the folder that may be read`;
    case 'unreadable':
      return read.reason;
  }
}

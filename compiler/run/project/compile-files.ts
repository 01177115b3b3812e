import { compileFully } from '../../compile.ts';
import { compileController } from '../../compile-controller.ts';
import type { Host } from '../../host/host.ts';
import { irParts } from '../../model/ir.ts';
import { outputFiles } from '../../plan/output-files.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import { version } from '../../version.ts';
import type { CompiledResult } from '../cache/kept-result.ts';
import { IR_EMITTER, irArtifact } from './ir-artifact.ts';
import { claimsOf } from './project-outcome.ts';
import type { CompileWork } from './project-task.ts';

/** Returns the files of a project's output, the manifest last, and the findings; no files when there is an error. */
export async function compileFiles(
  host: Host,
  { options, emit }: CompileWork,
  { sources, files, trees, contents, served }: ProjectFiles,
): Promise<CompiledResult> {
  // That placeholders are looked for shapes no output: a manifest is the same with and without.
  const { unknownFields, allowPlainSecrets, mostFindings } = options;
  const shaping = { unknownFields, allowPlainSecrets, mostFindings };
  const wantsIr = emit?.includes(IR_EMITTER) === true;
  const given = {
    ...options,
    ...(emit === undefined ? {} : { emit: emit.filter((name) => name !== IR_EMITTER) }),
    parts: emit === undefined || wantsIr ? irParts : [],
    files,
  };
  const { ir, artifacts, diagnostics, isWhole } =
    served === undefined
      ? await compileFully(sources, { ...given, trees })
      : await compileController(served.controller, served.projects, given);
  const none = { diagnostics, claims: [], isWhole, files: [] };
  if (ir === undefined || diagnostics.some(({ severity }) => severity === 'error')) return none;
  const output = outputFiles(
    wantsIr ? [...artifacts, irArtifact(ir)] : artifacts,
    { version, options: { ...shaping, ...(emit === undefined ? {} : { emit }) }, inputs: contents },
    host.sha256,
  );
  const manifest = output.files.at(-1);
  if (manifest === undefined) return { ...none, diagnostics: [...diagnostics, ...output.diagnostics] };
  return {
    diagnostics,
    isWhole,
    claims: claimsOf(ir.outsideNames).filter(({ kind }) => kind === 'image' || runsOnKubernetes(emit)),
    files: output.files,
    manifest: {
      path: manifest.path,
      bytes: manifest.bytes,
      sha256: host.sha256(manifest.content),
    },
  };
}

/** Who makes no objects for the cluster takes nothing there. */
function runsOnKubernetes(emit: CompileWork['emit']): boolean {
  return emit === undefined || emit.includes('kubernetes');
}

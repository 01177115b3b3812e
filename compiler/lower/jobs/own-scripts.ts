import { secretsInFile } from '../../check/rules/plain-secrets.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { OwnScript } from '../../model/ir.ts';
import { spanOf } from '../../text/origin.ts';
import type { SourceFile } from '../../text/span.ts';
import type { Lowered, RepositoryTexts } from '../lowered.ts';
import { identifier, ownFile } from '../own-file.ts';

/** Reports what would permit the folder of the project, or one in it, the agents of other projects. */
function permittedClouds(file: SourceFile): readonly Diagnostic[] {
  const found = /\bpermittedClouds\b|KubernetesFolderProperty/.exec(file.text);
  if (found === null) return [];
  const [name] = found;
  const span = { file, start: found.index, end: found.index + name.length };
  return [diagnose('fleet/permitted-clouds', { name }, span, { help: 'remove it' })];
}

/**
 * Returns the project's own Job DSL files, in the order of the settings. The seed job runs scripts in the order of
 * their names, so these start with `zz` and a number. They run in the sandbox like the generated ones.
 */
export function ownScripts(
  { settings, hosting }: Project,
  files: RepositoryTexts,
  allowPlainSecrets = false,
): Lowered<readonly OwnScript[]> {
  const diagnostics: Diagnostic[] = [];
  const digits = String(settings.job_dsl.length).length;
  const value = settings.job_dsl.flatMap(({ file, $ }, index): OwnScript[] => {
    const found = ownFile(file, files, $.origin);
    if (found === undefined) {
      diagnostics.push(
        diagnose('job/missing-job-dsl', { file: file.value }, spanOf(file.origin), {
          help: 'give a path relative to the folder of the specs',
        }),
      );
      return [];
    }
    const number = String(index + 1).padStart(digits, '0');
    const { path, text } = found;
    diagnostics.push(...secretsInFile(found.source, allowPlainSecrets));
    if (hosting !== undefined) diagnostics.push(...permittedClouds(found.source));
    return [{ name: `zz${number}_${identifier(path)}`, file: path, text, origin: $.origin }];
  });
  return { value, diagnostics };
}

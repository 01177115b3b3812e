import type { Host } from '../../host/host.ts';
import { baseName, folderOf, joinPath, tidyPath } from '../../host/path.ts';
import { createFile } from '../../host/replace-file.ts';
import { analyse } from '../../pipeline.ts';
import { openProject } from '../../read/open-project.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { convertSpec } from '../../specs-as-code/convert/convert-spec.ts';

/** The options of `bitesize convert`. */
export interface ConvertOptions {
  readonly write?: true;
}

/** Runs `bitesize convert`: prints a spec in the other form, or writes it beside the spec. */
export async function runConvert(host: Host, path: string, options: ConvertOptions): Promise<ExitCode> {
  const spec = tidyPath(path);
  if (specKindOf(spec) === undefined)
    return failed(host, `\`${path}\` is not a spec, such as \`build.bitesize\``, exitCodes.usage);
  const folder = folderOf(spec);
  const project = await openProject(host, folder);
  const source = project.sources.find(({ name }) => name === baseName(spec));
  if (source === undefined && !project.names.includes(baseName(spec)))
    return failed(host, `\`${path}\` does not exist`, exitCodes.usage);
  const { diagnostics } = analyse(source === undefined ? [] : [source], { allowPlainSecrets: true });
  const isBroken = diagnostics.some(
    ({ code, severity }) => severity === 'error' && /^(source|schema|ts)\//.test(code),
  );
  const converted = source === undefined || isBroken ? undefined : await convertSpec(source);
  if (converted === undefined)
    return failed(host, `\`${path}\` has errors: \`bitesize check\` shows them`, exitCodes.errors);
  if (options.write !== true) {
    // Whoever keeps it wants what the spec says.
    host.stdout.write(converted.text, 'everything');
    return exitCodes.fine;
  }
  const target = joinPath(folder, converted.name);
  const written = createFile(host, target, converted.text);
  if (!written.ok)
    return failed(host, `cannot write \`${target}\`: ${written.failure.reason}`, exitCodes.failure);
  host.stdout.write(`wrote ${target}; remove ${spec} when you are content with it\n`);
  return exitCodes.fine;
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}

import { editorSchema } from '../../docs/editor-schema.ts';
import { type EditorHow, editorFiles } from '../../docs/install-schemas.ts';
import { specKinds } from '../../docs/source-schemas.ts';
import { confinedPath } from '../../host/confined-path.ts';
import type { Host } from '../../host/host.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import type { SpecKind } from '../../source/spec-kind.ts';

/** The options of `bitesize schema`. */
export interface SchemaOptions {
  readonly install?: EditorHow | true;
}

/** Runs `bitesize schema`: prints the schema of one kind, or all by file name; with `--install` sets up editors. */
export function runSchema(host: Host, kind: SpecKind | undefined, options: SchemaOptions): ExitCode {
  if (options.install !== undefined) {
    return install(host, options.install === true ? 'vscode' : options.install, kind);
  }
  const schema =
    kind === undefined
      ? Object.fromEntries(specKinds.map((each) => [`${each}.bitesize`, editorSchema(each)]))
      : editorSchema(kind);
  host.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  return exitCodes.fine;
}

function install(host: Host, how: EditorHow, only: SpecKind | undefined): ExitCode {
  const kinds = only === undefined ? specKinds : [only];
  const planned = editorFiles(how, kinds, (path) => readOwn(host, path));
  for (const [path, text] of planned.files) {
    const written = replaceFile(host, path, text, { links: 'refuse' });
    if (!written.ok) {
      host.stderr.write(`error: cannot write \`${path}\`: ${written.failure.reason}\n`);
      return exitCodes.failure;
    }
    host.stdout.write(`wrote ${path}\n`);
  }
  if (planned.problem !== undefined) {
    host.stderr.write(`error: ${planned.problem}\n`);
    return exitCodes.failure;
  }
  if (planned.files.size === 0) host.stdout.write('everything is up to date\n');
  return exitCodes.fine;
}

/** What a link leads to is not copied into a file of the checkout. */
function readOwn(host: Host, path: string): string | undefined {
  const place = confinedPath(host, path);
  if (!place.ok || place.value.status?.kind !== 'file') return undefined;
  const read = host.files.read(place.value.path);
  return read.ok ? new TextDecoder().decode(read.value) : undefined;
}

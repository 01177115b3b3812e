import type { Host } from '../../host/host.ts';
import { specFileNames } from '../../source/spec-kind.ts';
import type { SourceFile } from '../../text/source-file.ts';

/** The specs of a folder as git has them at a ref, or why they cannot be had. */
export type SpecsAtRef =
  | {
      readonly ok: true;
      readonly sources: readonly SourceFile[];
      readonly files: ReadonlyMap<string, string>;
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Returns the specs of a project folder at a git ref, and the other files of the folder that `named` asks for. A folder
 * that was not there yet has no specs. The working tree is not touched.
 */
export function readAtRef(host: Host, folder: string, ref: string, named: Iterable<string>): SpecsAtRef {
  // A ref that starts with a dash would be read as an option.
  if (ref.startsWith('-')) return { ok: false, problem: `\`${ref}\` is not a git ref` };
  const commit = host.run(
    'git',
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    folder,
  );
  if (!commit.started) return { ok: false, problem: `cannot run git: ${commit.reason}` };
  const id = commit.stdout.trim();
  if (commit.code !== 0 || !/^[0-9a-f]{40,64}$/.test(id)) {
    return { ok: false, problem: `git does not know \`${ref}\` in \`${folder === '' ? '.' : folder}\`` };
  }
  const show = (name: string) => fileAt(host, folder, id, name);
  const sources = specFileNames.flatMap((name) => {
    const text = show(name);
    return text === undefined ? [] : [{ name, text }];
  });
  const files = new Map<string, string>();
  for (const path of named) {
    const text = show(path);
    if (text !== undefined) files.set(path, text);
  }
  return { ok: true, sources, files };
}

function fileAt(host: Host, folder: string, commit: string, name: string): string | undefined {
  const shown = host.run('git', ['show', `${commit}:./${name}`], folder);
  return shown.started && shown.code === 0 ? shown.stdout : undefined;
}

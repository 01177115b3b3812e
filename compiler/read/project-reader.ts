import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Confined, type ConfinedFiles, openConfined } from '../host/confined-files.ts';
import type { Host } from '../host/host.ts';
import { absolutePath } from '../host/path.ts';
import { MAX_FILE_BYTES } from '../source/limits.ts';
import type { Span } from '../text/span.ts';

/** What of a host is needed to read a project. */
export type ReadingHost = Pick<Host, 'files' | 'cwd' | 'env'>;

/** Reads the files that a project may be made of, by their paths from the project folder. */
export interface ProjectReader {
  readonly files: () => ConfinedFiles;
  /** Returns the path below the root of a file that the project names. */
  readonly pathOf: (name: string) => string;
  readonly read: (name: string) => Confined<Uint8Array>;
}

/** Returns the reader of a project. Where its folder really lies is found out when a first path needs it. */
export function projectReader({ files, cwd, env }: ReadingHost, folder: string): ProjectReader {
  const root = env.BITESIZE_ROOT;
  let opened: ConfinedFiles | undefined;
  const confined = () => {
    opened ??= openConfined(files, { cwd, folder, ...(root === undefined ? {} : { root }) });
    return opened;
  };
  const pathOf = (name: string) => absolutePath(`/${confined().project}`, name).slice(1);
  return {
    files: confined,
    pathOf,
    read: (name) => {
      const read = confined().read(pathOf(name), MAX_FILE_BYTES);
      return read.kind === 'found' ? { kind: 'found', value: read.value.bytes } : read;
    },
  };
}

/** Returns the finding about a path that cannot be read, or undefined for one that is there or is not. */
export function readFailure(
  { files, pathOf }: ProjectReader,
  name: string,
  result: Confined<unknown>,
  span: Span,
): Diagnostic | undefined {
  switch (result.kind) {
    case 'found':
    case 'absent':
      return undefined;
    case 'unreadable':
      return diagnose('file/unreadable', { path: name, reason: result.reason }, span);
    case 'outside': {
      const { rootName, project } = files();
      const isWhole = result.link === pathOf(name);
      const link = project === '' ? result.link : result.link.slice(project.length + 1);
      const parameters = { path: name, link: isWhole ? name : link, from: rootName };
      return diagnose('file/outside', parameters, span, {
        help: 'copy what the link leads to, or name a folder above both with `--root`',
      });
    }
  }
}

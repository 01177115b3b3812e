import { type FileResult, failed } from '../../../compiler/host/file-result.ts';
import type { FileSystem } from '../../../compiler/host/file-system.ts';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { type OutputFile, outputFiles } from '../../../compiler/plan/output-files.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';

/** Returns every file below a folder with its text; a link is shown as `-> target`. */
export function readTree(files: FileSystem, folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (path: string, name: string) => {
    for (const entry of unwrap(files.list(path))) {
      const inner = `${path}/${entry.name}`;
      const innerName = name === '' ? entry.name : `${name}/${entry.name}`;
      if (entry.kind === 'folder') visit(inner, innerName);
      else if (entry.kind === 'link') found[innerName] = `-> ${unwrap(files.readLink(inner))}`;
      else found[innerName] = new TextDecoder().decode(unwrap(files.read(inner)));
    }
  };
  visit(folder, '');
  return found;
}

/** Returns the output files for artifacts given as path to text. */
export function output(host: MemoryHost, artifacts: Readonly<Record<string, string>>): readonly OutputFile[] {
  const list = Object.entries(artifacts).map(([path, text]) => ({
    path,
    content: new TracedText(text),
    origin: fromPolicy('a test'),
  }));
  const source = { version: '1.0.0', options: {}, inputs: new Map() };
  const { files, diagnostics } = outputFiles(list, source, host.sha256);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return files;
}

/** Thrown by a file system that stands for a killed process. */
export class Killed extends Error {}

/** Returns a host on the same files whose process is killed at its change number `changes`, in the middle of a write. */
export function killedAfter(host: MemoryHost, changes: number): MemoryHost {
  let left = changes;
  const files = intercept(host.files, (change, half) => {
    if (left-- > 0) return change();
    half?.();
    throw new Killed();
  });
  return {
    ...createMemoryHost({ cwd: host.cwd, fileSystem: files }),
    process: { id: 'killed', isRunning: (id) => id !== 'gone' },
  };
}

/** Returns a host on the same files whose disk is full from change number `changes` on. */
export function fullAfter(host: MemoryHost, changes: number): MemoryHost {
  let left = changes;
  const files = intercept(host.files, (change, _half, takesSpace) => {
    if (left-- > 0 || !takesSpace) return change();
    return failed('no-space');
  });
  return createMemoryHost({ cwd: host.cwd, fileSystem: files });
}

/** Returns a host on the same files that counts its changes. */
export function counting(host: MemoryHost): { readonly host: MemoryHost; readonly changes: () => number } {
  let count = 0;
  const files = intercept(host.files, (change) => {
    count++;
    return change();
  });
  return { host: createMemoryHost({ cwd: host.cwd, fileSystem: files }), changes: () => count };
}

type Change = () => FileResult<undefined>;

/** Lets `around` decide about each change; `half` does it in part, which only a write can be. */
function intercept(
  files: FileSystem,
  around: (change: Change, half: (() => void) | undefined, takesSpace: boolean) => FileResult<undefined>,
): FileSystem {
  const plain = (change: Change) => around(change, undefined, false);
  const taking = (change: Change, half?: () => void) => around(change, half, true);
  return {
    read: files.read,
    readPart: files.readPart,
    list: files.list,
    status: files.status,
    realPath: files.realPath,
    readLink: files.readLink,
    makeFolder: (path, options) =>
      around(() => files.makeFolder(path, options), undefined, !files.status(path).ok),
    write: (path, content, options) =>
      taking(
        () => files.write(path, content, options),
        () => files.write(path, content.slice(0, content.length / 2), options),
      ),
    append: (path, content) =>
      taking(
        () => files.append(path, content),
        () => files.append(path, content.slice(0, content.length / 2)),
      ),
    rename: (from, to) => plain(() => files.rename(from, to)),
    link: (existing, path) => taking(() => files.link(existing, path)),
    makeLink: (target, path) => taking(() => files.makeLink(target, path)),
    setMode: (path, mode) => plain(() => files.setMode(path, mode)),
    remove: (path) => plain(() => files.remove(path)),
    removeFolder: (path) => plain(() => files.removeFolder(path)),
  };
}

function unwrap<T>(result: FileResult<T>): T {
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}

import type { FileSystem } from '../../host/file-system.ts';
import { absolutePath, folderOf, joinPath } from '../../host/path.ts';
import { MAX_FILE_BYTES } from '../../source/limits.ts';

/** What a spec in TypeScript and all that it imports say on both sides, seen from one file. */
interface FileOnBothSides {
  readonly same: boolean;
  /** Whether it may name other files of the project, as gists do. */
  readonly namesFiles: boolean;
  readonly imports: readonly string[];
}

/**
 * Tells whether specs in TypeScript are the same on two sides with all that they import, without evaluating them. Files
 * that many projects share are read once.
 */
export class ImportClosure {
  private readonly cwd: string;
  private readonly before: FileSystem;
  private readonly after: FileSystem;
  private readonly known = new Map<string, FileOnBothSides>();

  constructor(cwd: string, before: FileSystem, after: FileSystem) {
    this.cwd = cwd;
    this.before = before;
    this.after = after;
  }

  /** Returns false also where it cannot be told, such as for a spec that names other files of the project. */
  isSame(specs: readonly string[]): boolean {
    const waiting = specs.map((spec) => absolutePath(this.cwd, spec));
    const seen = new Set(waiting);
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const file = this.compare(path);
      if (!file.same || file.namesFiles) return false;
      for (const other of file.imports) {
        if (seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
    return true;
  }

  private compare(path: string): FileOnBothSides {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const compared = this.read(path);
    this.known.set(path, compared);
    return compared;
  }

  private read(path: string): FileOnBothSides {
    const options = { limit: MAX_FILE_BYTES };
    const [before, after] = [this.before.read(path, options), this.after.read(path, options)];
    // Of files that are both too large nobody knows whether they are the same.
    if (!before.ok && !after.ok)
      return { same: before.failure.kind !== 'too-large', namesFiles: false, imports: [] };
    if (!before.ok || !after.ok || !sameBytes(before.value, after.value))
      return { same: false, namesFiles: false, imports: [] };
    const text = new TextDecoder().decode(after.value);
    const folder = folderOf(path);
    return {
      same: true,
      namesFiles: /gists|job_dsl|configuration_as_code|init_scripts|\b(?:xml_)?file\b/.test(text),
      imports: [...text.matchAll(/(['"`])(\.\.?\/[^'"`\n]*)\1/g)].map(([, , specifier = '']) =>
        absolutePath('/', joinPath(folder, specifier)),
      ),
    };
  }
}

/** Returns whether two contents are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

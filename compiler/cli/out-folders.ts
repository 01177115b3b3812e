import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { absolutePath, baseName, joinPath } from '../host/path.ts';

/** Gives each project of a run its output folder. */
export class OutFolders {
  private readonly cwd: string;
  private readonly out: string;
  private readonly isFleet: boolean;
  private readonly taken = new Map<string, string>();

  constructor(cwd: string, out: string, isFleet: boolean) {
    this.cwd = cwd;
    this.out = out;
    this.isFleet = isFleet;
  }

  /**
   * Returns the output folder of a project. A single project gets the folder itself, one of several a folder in it
   * with the name of the project's folder. Where two names are the same, in any case, the second gets a diagnostic:
   * what stands where must not depend on which other projects there are.
   */
  folderFor(project: string): { readonly folder: string } | { readonly diagnostic: Diagnostic } {
    if (!this.isFleet) return { folder: this.out };
    const name = baseName(absolutePath(this.cwd, project));
    const folder = joinPath(this.out, name);
    const first = this.taken.get(name.toLowerCase());
    if (first === undefined) {
      this.taken.set(name.toLowerCase(), project);
      return { folder };
    }
    const parameters = {
      path: folder,
      first: first === '' ? '.' : first,
      second: project === '' ? '.' : project,
    };
    const help = 'rename one of the folders, or compile them in two runs with different `--out`';
    return { diagnostic: diagnose('output/same-folder', parameters, undefined, { help }) };
  }
}

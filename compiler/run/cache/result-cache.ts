import type { Host } from '../../host/host.ts';
import { readSealed, writeSealed } from '../../host/sealed-file.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import { pathProblem } from '../../plan/output-path.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { CacheSettings } from '../project/project-task.ts';
import type { CompiledResult, ProjectResult } from './kept-result.ts';
import { type PackedDiagnostic, packDiagnostic, unpackDiagnostic } from './packed-diagnostic.ts';

/** An entry that was not used for a day is marked as used, so that pruning leaves it alone. */
export const DAY = 24 * 60 * 60_000;

interface StoredResult extends Omit<ProjectResult, 'diagnostics'> {
  readonly diagnostics: readonly PackedDiagnostic[];
}

/**
 * Results of earlier runs by their keys. Nothing in it is needed: an entry that is missing, broken or cannot be written
 * only costs time.
 */
export class ResultCache {
  private readonly host: Host;
  private readonly settings: CacheSettings;

  constructor(host: Host, settings: CacheSettings) {
    this.host = host;
    this.settings = settings;
  }

  /** Returns the result of a key; `fileNamed` gives the files of the project that it is about. */
  find(key: string, fileNamed: (name: string) => SourceFile): ProjectResult | undefined {
    const path = this.pathOf(key);
    const text = readSealed(this.host, path);
    if (text === undefined) return undefined;
    this.markUsed(path);
    // The boundary: the seal says that this is what `keep` wrote.
    const stored = JSON.parse(text) as StoredResult;
    return { ...stored, diagnostics: stored.diagnostics.map((each) => unpackDiagnostic(each, fileNamed)) };
  }

  /** Returns the output that belongs to a result, or undefined when it is not kept. */
  findOutput(key: string): readonly OutputFile[] | undefined {
    const path = `${this.pathOf(key)}.output`;
    const text = readSealed(this.host, path);
    if (text === undefined) return undefined;
    this.markUsed(path);
    const output = JSON.parse(text) as readonly OutputFile[];
    // Others may write to a shared folder: whatever stands there, nothing is written outside the output folder.
    return output.every(({ path: name }) => pathProblem(name) === undefined) ? output : undefined;
  }

  /** Keeps a result under its key, the output only where it is shared. */
  keep(key: string, { files, diagnostics, ...rest }: CompiledResult): void {
    const path = this.pathOf(key);
    if (this.settings.keepsOutput && files.length > 0)
      writeSealed(this.host, `${path}.output`, JSON.stringify(files));
    const stored: StoredResult = { ...rest, diagnostics: diagnostics.map(packDiagnostic) };
    writeSealed(this.host, path, JSON.stringify(stored));
  }

  private pathOf(key: string): string {
    return `${this.settings.folder}/results/${key.slice(0, 2)}/${key}`;
  }

  /** Setting a mode anew changes nothing but the time of the last change of status. */
  private markUsed(path: string): void {
    const status = this.host.files.status(path);
    if (!status.ok || this.host.now() - status.value.statusChanged < DAY) return;
    this.host.files.setMode(path, status.value.mode);
  }
}

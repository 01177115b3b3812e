import type { FileFailure } from '../../host/file-result.ts';
import type { Host } from '../../host/host.ts';
import type { Watching } from '../../host/watching.ts';

/** Who is told what happens in the folders. */
export interface FoldersListener {
  readonly add: (path: string) => void;
  readonly fail: (folder: string, failure: FileFailure) => void;
}

/** The folders that are watched. */
export class FolderWatches {
  private readonly host: Pick<Host, 'watch'>;
  private readonly listener: FoldersListener;
  private readonly open = new Map<string, { readonly identity: string; readonly watching: Watching }>();

  constructor(host: Pick<Host, 'watch'>, listener: FoldersListener) {
    this.host = host;
    this.listener = listener;
  }

  /**
   * Watches these folders and no others. A folder that took the place of another one is watched anew. Each folder whose
   * watch is new is told as changed: something may have happened in it before.
   */
  async update(wanted: ReadonlyMap<string, string>): Promise<void> {
    for (const [folder, { identity, watching }] of this.open) {
      if (wanted.get(folder) === identity) continue;
      watching.close();
      this.open.delete(folder);
    }
    const missing = [...wanted].filter(([folder]) => !this.open.has(folder));
    await Promise.all(missing.map(([folder, identity]) => this.start(folder, identity)));
    for (const [folder] of missing) this.listener.add(folder);
  }

  /** Watches nothing any more. */
  close(): void {
    for (const { watching } of this.open.values()) watching.close();
    this.open.clear();
  }

  private async start(folder: string, identity: string): Promise<void> {
    const { add, fail } = this.listener;
    const watching = await this.host.watch(folder, {
      onChange: add,
      onFailure: (failure) => fail(folder, failure),
    });
    this.open.set(folder, { identity, watching });
  }
}

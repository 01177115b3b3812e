import type { FileFailure } from '../../host/file-result.ts';
import type { Host } from '../../host/host.ts';

/** Nothing must happen for so long, in milliseconds, before a save counts as finished. */
const QUIET = 20;

/** After so many milliseconds a run begins even if files still change. */
const PATIENCE = 200;

/** Paths that may have changed, and when the first of them did, by the clock of the host. */
export interface Batch {
  readonly paths: ReadonlySet<string>;
  readonly since: number;
}

/** Collects what happens in watched folders, until the user or a failure ends it. */
export class Changes {
  private paths = new Set<string>();
  private since = 0;
  private last = 0;
  private count = 0;
  private isOver = false;
  private wake: () => void = () => undefined;
  private readonly host: Pick<Host, 'now' | 'wait'>;

  constructor(host: Pick<Host, 'now' | 'wait'>) {
    this.host = host;
  }

  /** Why a folder could not be watched, if that was the end. */
  failure: { readonly folder: string; readonly failure: FileFailure } | undefined;

  /** Takes note of a path. */
  add = (path: string): void => {
    this.last = this.host.now();
    if (this.paths.size === 0) this.since = this.last;
    this.paths.add(path);
    this.count++;
    this.wake();
  };

  /** Ends it: `next` gives nothing any more. */
  stop = (): void => {
    this.isOver = true;
    this.wake();
  };

  /** Ends it because a folder cannot be watched. */
  fail = (folder: string, failure: FileFailure): void => {
    this.failure ??= { folder, failure };
    this.stop();
  };

  /** Returns what changed since the last time, as soon as it is quiet; undefined at the end. */
  async next(): Promise<Batch | undefined> {
    while (this.paths.size === 0 && !this.isOver) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    await this.quiet();
    if (this.isOver) return undefined;
    const batch = { paths: this.paths, since: this.since };
    this.paths = new Set();
    return batch;
  }

  private async quiet(): Promise<void> {
    const { now, wait } = this.host;
    let seen = -1;
    while (seen !== this.count && !this.isOver) {
      const left = Math.min(this.last + QUIET, this.since + PATIENCE) - now();
      if (left <= 0) return;
      seen = this.count;
      await wait(left);
    }
  }
}

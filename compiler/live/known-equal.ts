import type { Host } from '../host/host.ts';
import { readSealed, type SealContext, writeSealed } from '../host/sealed-file.ts';

/** Where pairs of configurations that are equal are remembered. */
export interface EqualStore {
  readonly folder: string;
  /** What is remembered is sealed with it: who could add a pair could hide a difference. */
  readonly key: string;
  /** What tells servers apart. */
  readonly url: string;
}

/** What an earlier run found out about a pair that is equal. */
interface EqualPair {
  /** The marker that the configuration of the server has, as its text. */
  readonly marker: string | undefined;
}

/**
 * Pairs of configurations, one of a server and one of ours, that were found equal by this version: most jobs are the same
 * each time, and need not be read. Only digests are kept.
 */
export class KnownEqual {
  private readonly context: SealContext | undefined;
  private readonly file: string;
  private readonly version: string;
  private readonly sha256: Host['sha256'];
  private readonly known = new Map<string, string>();
  private readonly used = new Map<string, string>();

  constructor(host: Pick<Host, 'files' | 'sha256'>, version: string, store: EqualStore | undefined) {
    const { files, sha256 } = host;
    this.sha256 = sha256;
    this.version = version;
    this.context =
      store === undefined ? undefined : { files, sha256, folder: `${store.folder}/live`, key: store.key };
    this.file = sha256(store?.url ?? '');
    const text = this.context === undefined ? undefined : readSealed(this.context, this.file);
    for (const line of text?.split('\n') ?? []) {
      const [digest = '', ...marker] = line.split(' ');
      if (digest !== '') this.known.set(digest, marker.join(' '));
    }
  }

  /** Returns what is known of a pair; undefined when it was not found equal before. */
  get(live: string, own: string): EqualPair | undefined {
    const digest = this.digestOf(live, own);
    const marker = this.known.get(digest) ?? this.used.get(digest);
    if (marker === undefined) return undefined;
    this.used.set(digest, marker);
    return { marker: marker === '' ? undefined : marker };
  }

  /** Remembers a pair. */
  add(live: string, own: string, { marker }: EqualPair): void {
    this.used.set(this.digestOf(live, own), marker ?? '');
  }

  /** Keeps the pairs that this run met. */
  save(): void {
    if (this.context === undefined) return;
    if (this.used.size === this.known.size && [...this.used.keys()].every((key) => this.known.has(key)))
      return;
    writeSealed(this.context, this.file, [...this.used].map((entry) => entry.join(' ')).join('\n'));
  }

  private digestOf(live: string, own: string): string {
    return this.sha256(`${this.version}\n${own}\n\0\n${live}`);
  }
}

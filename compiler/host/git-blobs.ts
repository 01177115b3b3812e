import { chunks } from '../util/chunks.ts';
import type { Host } from './host.ts';

/** The most contents that git is asked for at once: what it answers has to fit into memory. */
const AT_ONCE = 2_000;

/** Contents of files as git keeps them, by id. Each is asked for once, many in one go where they are known before. */
export class GitBlobs {
  private readonly host: Pick<Host, 'run'>;
  private readonly folder: string;
  private readonly known = new Map<string, Uint8Array>();

  /** `folder` is any folder of the repository. */
  constructor(host: Pick<Host, 'run'>, folder: string) {
    this.host = host;
    this.folder = folder;
  }

  /** Returns the content of an id, or undefined when git cannot give it. */
  read(id: string): Uint8Array | undefined {
    if (!this.known.has(id)) this.load([id]);
    return this.known.get(id);
  }

  /** Gets many contents in a few runs of git. */
  load(ids: readonly string[]): void {
    const wanted = [...new Set(ids)].filter((id) => !this.known.has(id));
    for (const some of chunks(wanted, AT_ONCE)) {
      const argv = ['cat-file', '--batch'];
      const answer = this.host.run('git', argv, this.folder, some.map((id) => `${id}\n`).join(''));
      if (answer.started && answer.code === 0) this.keep(answer.bytes);
    }
  }

  /** Reads `<id> blob <size>`, the content and a line break, again and again; `<id> missing` has no content. */
  private keep(answer: Uint8Array): void {
    const decoder = new TextDecoder();
    let at = 0;
    while (at < answer.length) {
      const end = answer.indexOf(10, at);
      if (end === -1) return;
      const [id = '', , size] = decoder.decode(answer.subarray(at, end)).split(' ');
      at = end + 1;
      if (size === undefined) continue;
      this.known.set(id, answer.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
  }
}

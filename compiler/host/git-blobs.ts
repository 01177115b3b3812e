import { chunks } from '../util/chunks.ts';
import { READ_LIMIT } from './file-system.ts';
import type { Git } from './git.ts';

/** The most contents that git is asked for at once. */
const AT_ONCE = 2_000;

/** The most bytes that git is asked for at once: what it answers has to fit into memory. */
const BYTES_AT_ONCE = READ_LIMIT;

/**
 * Contents of files as git keeps them, by id. Each is asked for once, many in one go where they are known before. Git is
 * asked for the sizes first: what is too large is never read.
 */
export class GitBlobs {
  private readonly git: Pick<Git, 'run'>;
  /** Undefined for what git cannot give. */
  private readonly sizes = new Map<string, number | undefined>();
  private readonly contents = new Map<string, Uint8Array>();

  constructor(git: Pick<Git, 'run'>) {
    this.git = git;
  }

  /** Returns the size of an id in bytes, or undefined when git cannot give it, as in a clone that left it out. */
  size(id: string): number | undefined {
    if (!this.sizes.has(id)) this.askSizes([id]);
    return this.sizes.get(id);
  }

  /** Returns the content of an id, or undefined when git cannot give it or it is larger than the limit. */
  read(id: string, limit = READ_LIMIT): Uint8Array | undefined {
    const size = this.size(id);
    if (size === undefined || size > limit) return undefined;
    if (!this.contents.has(id)) this.askContents([id]);
    return this.contents.get(id);
  }

  /** Gets many contents in a few runs of git, but for those that are larger than the limit. */
  load(ids: readonly string[], limit: number): void {
    const wanted = [...new Set(ids)].filter((id) => !this.contents.has(id));
    for (const some of chunks(
      wanted.filter((id) => !this.sizes.has(id)),
      AT_ONCE,
    ))
      this.askSizes(some);
    let waiting: string[] = [];
    let bytes = 0;
    const ask = () => {
      if (waiting.length > 0) this.askContents(waiting);
      [waiting, bytes] = [[], 0];
    };
    for (const id of wanted) {
      const size = this.sizes.get(id);
      if (size === undefined || size > limit) continue;
      if (waiting.length === AT_ONCE || bytes + size > BYTES_AT_ONCE) ask();
      waiting.push(id);
      bytes += size;
    }
    ask();
  }

  /**
   * Where a clone left contents out, git gives up at the first one that it would have to fetch: of several, those after
   * it stay open and are asked for one by one when somebody reads them.
   */
  private askSizes(ids: readonly string[]): void {
    const answer = this.ask('--batch-check', ids);
    for (const line of new TextDecoder().decode(answer).split('\n')) {
      const [id = '', , size] = line.split(' ');
      if (id !== '') this.sizes.set(id, size === undefined ? undefined : Number(size));
    }
    const [only, ...others] = ids;
    if (only !== undefined && others.length === 0 && !this.sizes.has(only)) this.sizes.set(only, undefined);
  }

  /** Reads `<id> blob <size>`, the content and a line break, again and again; `<id> missing` has no content. */
  private askContents(ids: readonly string[]): void {
    const answer = this.ask('--batch', ids);
    const decoder = new TextDecoder();
    let at = 0;
    while (at < answer.length) {
      const end = answer.indexOf(10, at);
      if (end === -1) return;
      const [id = '', , size] = decoder.decode(answer.subarray(at, end)).split(' ');
      at = end + 1;
      if (size === undefined) continue;
      // Git gave up in the middle.
      if (at + Number(size) > answer.length) return;
      this.contents.set(id, answer.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
  }

  private ask(form: string, ids: readonly string[]): Uint8Array {
    const answer = this.git.run(['cat-file', form], ids.map((id) => `${id}\n`).join(''));
    return answer.started ? answer.bytes : new Uint8Array();
  }
}

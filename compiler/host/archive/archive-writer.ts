import { type FileResult, failed } from '../file-result.ts';
import type { FileSystem } from '../file-system.ts';
import type { TarRange } from './read-tar.ts';
import { ARCHIVE_END } from './tar-entry.ts';

/** So many bytes are written, and copied, at once. */
const MOST_HELD = 1 << 20;

/** Writes an archive from its start to its end, holding little of it. What failed once is not gone on with. */
export class ArchiveWriter {
  private readonly files: FileSystem;
  private readonly path: string;
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  private written = 0;
  private result: FileResult<undefined>;
  private readonly copied = new Uint8Array(MOST_HELD);

  /** Makes the file, which must not be there. */
  constructor(files: FileSystem, path: string) {
    this.files = files;
    this.path = path;
    this.result = files.write(path, '', { exclusive: true });
  }

  /** How many bytes there are until now. */
  get position(): number {
    return this.written + this.heldBytes;
  }

  /** Whether all went well until now. */
  get isFine(): boolean {
    return this.result.ok;
  }

  add(bytes: Uint8Array): void {
    this.held.push(bytes);
    this.heldBytes += bytes.length;
    if (this.heldBytes >= MOST_HELD) this.flush();
  }

  /** Adds a piece of a file. */
  copy(path: string, { start, end }: TarRange): void {
    for (let position = start; position < end && this.result.ok; ) {
      const length = Math.min(MOST_HELD, end - position);
      const read = this.files.readPart(path, { position, length, into: this.copied });
      if (!read.ok) this.result = read;
      else if (read.value.length === 0) this.result = failed('other', `\`${path}\` ends too early`);
      else {
        this.add(read.value);
        // Its memory is used again.
        this.flush();
        position += read.value.length;
      }
    }
  }

  /** Adds a whole file. */
  copyWhole(path: string): void {
    const status = this.files.status(path);
    if (status.ok) this.copy(path, { start: 0, end: status.value.size });
    else this.result = status;
  }

  /** Writes the end of the archive, and returns whether all of it is there. */
  end(): FileResult<undefined> {
    this.add(ARCHIVE_END);
    this.flush();
    return this.result;
  }

  private flush(): void {
    const [only, ...more] = this.held;
    if (this.result.ok && only !== undefined)
      this.result = this.files.append(this.path, more.length === 0 ? only : Buffer.concat(this.held));
    this.written += this.heldBytes;
    this.held = [];
    this.heldBytes = 0;
  }
}

import { type FileResult, failed, success } from '../file-result.ts';
import type { FileSystem } from '../file-system.ts';

/** So many bytes are read at once. */
const WINDOW = 1 << 20;

const nothing = { position: 0, bytes: new Uint8Array() };

/** Reads small parts of a large file, mostly one behind the other: what is near is read once. */
export class FileWindow {
  private readonly files: FileSystem;
  private readonly path: string;
  private window: { readonly position: number; readonly bytes: Uint8Array } = nothing;

  constructor(files: FileSystem, path: string) {
    this.files = files;
    this.path = path;
  }

  /** Returns so many bytes from a position on; fails where the file has fewer. They are valid for ever. */
  read(position: number, length: number): FileResult<Uint8Array> {
    const inside = this.inWindow(position, length);
    if (inside !== undefined) return success(inside);
    const read = this.files.readPart(this.path, { position, length: Math.max(WINDOW, length) });
    if (!read.ok) return read;
    this.window = { position, bytes: read.value };
    const found = this.inWindow(position, length);
    // A large file is not held beside what was read of it.
    if (length > WINDOW) this.window = nothing;
    return found === undefined ? failed('other', 'it ends too early') : success(found);
  }

  private inWindow(position: number, length: number): Uint8Array | undefined {
    const at = position - this.window.position;
    if (at < 0 || at + length > this.window.bytes.length) return undefined;
    return this.window.bytes.subarray(at, at + length);
  }
}

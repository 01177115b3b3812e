import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RanIn, runIn } from '../compiler/cli/run-in.ts';

/** A checkout on the disk that a change can have filled with anything, and a folder of the runner beside it. */
export class Checkout {
  private readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-hostile-')));
  readonly folder = join(this.root, 'checkout');
  /** Files of the runner: no command that is named a path in the checkout may touch them. */
  readonly outside = join(this.root, 'outside');

  constructor() {
    mkdirSync(this.outside);
    this.write('.git/HEAD', 'ref: refs/heads/main\n');
    writeFileSync(join(this.outside, 'file'), 'of the runner\n');
    mkdirSync(join(this.outside, 'folder'));
    writeFileSync(join(this.outside, 'folder/kept'), 'of the runner\n');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  link(path: string, target: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    symlinkSync(target, join(this.folder, path));
  }

  /** Returns every file below a folder with its text, and every link with where it leads. */
  tree(folder: string = this.folder): Readonly<Record<string, string>> {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    return Object.fromEntries(names.map((name) => [name, textOf(join(folder, name))]));
  }

  /** Runs the command line with the checkout as its working folder. */
  bitesize(...argv: readonly string[]): Promise<RanIn> {
    return runIn(this.folder, argv);
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}

/** Returns a manifest that claims files of a folder, with the right hashes, as whoever makes a change can write one. */
export function forgedManifest(files: Readonly<Record<string, string>>): string {
  const digest = (path: string, text: string) => ({
    path,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  return JSON.stringify({
    version: 1,
    tool: { name: 'bitesize', version: '0.1.0' },
    options: {},
    inputs: [],
    maps: digest('.bitesize/maps.json', '{}'),
    artifacts: Object.entries(files).map(([path, text]) => digest(path, text)),
  });
}

function textOf(path: string): string {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return `-> ${readlinkSync(path)}`;
  return status.isFile() ? readFileSync(path, 'utf8') : '';
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RanIn, runIn } from './run-in.ts';

/** A git repository in a folder of its own, for tests of commands that look at its history. */
export class GitRepository {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-git-')));

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...argv: string[]): string {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, ...argv], { cwd: this.folder, encoding: 'utf8' });
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  delete(name: string): void {
    rmSync(join(this.folder, name), { recursive: true });
  }

  /** Commits everything that is there. */
  commit(message = 'a change'): void {
    this.git('add', '--all', '.');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
  }

  /** Returns to what was committed last. */
  reset(): void {
    this.git('reset', '--quiet', '--hard');
    this.git('clean', '--quiet', '-d', '--force');
  }

  /** Runs the command line in the repository. */
  bitesize(...argv: string[]): Promise<RanIn> {
    return runIn(this.folder, argv);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../compiler/cli/main.ts';
import type { Host } from '../../../compiler/host/host.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { changesBetween, type Snapshot, takeSnapshot } from './snapshot.ts';
import { makeTree, type Tree } from './tree.ts';
import { MARKER, victim } from './victim.ts';

/** A command that ran on a hostile checkout. */
export interface HostileRun {
  readonly argv: readonly string[];
  readonly code: number;
  /** Both streams. */
  readonly said: string;
  /** What stood in the checkout before and after. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** What is wrong with it, as lines for people; empty when all that must hold does. */
  readonly faults: readonly string[];
}

/** What a run may do besides. */
export interface Allowed {
  /** It may say what stands beside the checkout: the command line names a folder that is a link to there. */
  readonly reads?: boolean;
}

/**
 * A machine in a folder of its own: `work` is the checkout that a change has shaped, and the working folder; all beside
 * it is of others. Must be removed.
 */
export class HostilePlace {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-hostile-')));
  readonly work = join(this.root, 'work');

  constructor() {
    makeTree(join(this.root, 'victim'), victim);
    mkdirSync(join(this.root, 'home'));
    mkdirSync(this.work);
  }

  /** Makes the checkout a new one. */
  fill(tree: Tree): void {
    rmSync(this.work, { recursive: true });
    mkdirSync(this.work);
    makeTree(this.work, tree);
  }

  /** Runs the command line in the checkout and says what must not be: see `faults`. */
  async run(argv: readonly string[], allowed: Allowed = {}): Promise<HostileRun> {
    const before = takeSnapshot(this.root);
    const cwd = process.cwd();
    const said: string[] = [];
    process.chdir(this.work);
    const code = await main(argv, hostIn(this.root, this.work, said)).finally(() => process.chdir(cwd));
    const after = takeSnapshot(this.root);
    const text = said.join('');
    const isOurs = (path: string) => path === 'work' || path.startsWith('work/');
    const leaks = allowed.reads ? [] : leaksIn(this.root, before, after);
    const faults = [
      ...changesBetween(before, after, isOurs).map((change) => `outside of the checkout, ${change}`),
      ...(allowed.reads || !text.includes(MARKER)
        ? []
        : [`it says what stands elsewhere: ${text.slice(0, 2000)}`]),
      ...leaks,
      ...(text.includes('this is a bug') ? [`a bug: ${text.slice(0, 3000)}`] : []),
      ...([0, 1, 2, 3, 4].includes(code) ? [] : [`exit code ${code}`]),
    ];
    return { argv, code, said: text, before: within('work', before), after: within('work', after), faults };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A host of this machine whose clock moves only when somebody waits, so that no forged lock costs time. */
function hostIn(root: string, work: string, said: string[]): Host {
  const host = createNodeHost(new URL('../../../', import.meta.url));
  const start = host.now();
  let waited = 0;
  const stream = { isTerminal: false, columns: 100, write: (text: string) => void said.push(text) };
  return {
    ...host,
    cwd: work,
    env: { PATH: process.env.PATH, HOME: join(root, 'home'), BITESIZE_CACHE: join(work, '.cache') },
    stdout: stream,
    stderr: stream,
    now: () => start + waited,
    wait: async (milliseconds) => {
      waited += milliseconds;
    },
  };
}

/** Files of the checkout that are new or other than before and hold what was read elsewhere. */
function leaksIn(root: string, before: Snapshot, after: Snapshot): readonly string[] {
  return [...after]
    .filter(([path, what]) => what.startsWith('file') && before.get(path) !== what)
    .filter(([path]) => path.startsWith('work/') && readFileSync(join(root, path)).includes(MARKER))
    .map(([path]) => `${path} holds what stands elsewhere`);
}

function within(folder: string, snapshot: Snapshot): Snapshot {
  const start = `${folder}/`;
  return new Map(
    [...snapshot]
      .filter(([path]) => path.startsWith(start))
      .map(([path, what]) => [path.slice(start.length), what]),
  );
}

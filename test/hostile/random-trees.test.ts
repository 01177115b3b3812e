import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HostilePlace } from './support/hostile-place.ts';
import { hostileCase, ownFiles } from './support/random-trees.ts';
import type { Tree } from './support/tree.ts';
import { startWatchdog, type Watchdog } from './support/watchdog.ts';

// Rendering takes seconds, and gives the same whatever the checkout holds: only the writing matters here.
vi.mock('../../compiler/docs/docs-files.ts', async () => {
  const { docsSite } = await import('../bundle/bundled-command.ts');
  const site = await docsSite();
  return { docsFiles: () => site };
});

/** How many trees: `BITESIZE_HOSTILE_RUNS`, which `.ci/run` sets to 20,000. */
const runs = Number(process.env.BITESIZE_HOSTILE_RUNS ?? 300);

/** The same trees at every run, unless `BITESIZE_FUZZ_SEED` asks for others. */
const seed = Number(process.env.BITESIZE_FUZZ_SEED ?? 20170101);

let place: HostilePlace;
let watchdog: Watchdog;

beforeAll(() => {
  place = new HostilePlace();
  watchdog = startWatchdog();
});

afterAll(async () => {
  place.remove();
  await watchdog.stop();
});

describe(`${runs} hostile trees`, { timeout: 7_200_000 }, () => {
  it('make nothing be read, written or removed that is of others', async () => {
    const codes = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(hostileCase, async ({ tree, argv }) => {
        place.fill(tree);
        watchdog.next(JSON.stringify({ argv, tree }));
        const { code, faults, before, after } = await place.run(argv, { reads: namesLink(argv, tree) });
        codes.set(code, (codes.get(code) ?? 0) + 1);
        const lost = Object.keys(ownFiles).filter((path) => after.get(path) !== before.get(path));
        expect([...faults, ...lost.map((path) => `${path} is not what it was`)]).toEqual([]);
      }),
      { seed, numRuns: runs },
    );
    // Trees that are all refused would prove nothing.
    expect(codes.get(0) ?? 0).toBeGreaterThan(runs / 20);
    expect(codes.get(1) ?? 0).toBeGreaterThan(runs / 20);
  });
});

/** A folder that the command line names may be a link: the user named what it leads to. A glob names nothing. */
function namesLink(argv: readonly string[], tree: Tree): boolean {
  return argv.some((word) =>
    word.split('/').some((_, index, parts) => isLink(parts.slice(0, index + 1).join('/'), tree)),
  );
}

function isLink(path: string, tree: Tree): boolean {
  return tree[path]?.kind === 'link';
}

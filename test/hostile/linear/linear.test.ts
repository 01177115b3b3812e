import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../compiler/cli/run.ts';
import { createStepCounter, type StepCounter } from './count-steps.ts';
import { costlyInputs } from './inputs.ts';

let counter: StepCounter;

beforeAll(async () => {
  // What may be spent on suggestions has a test of its own.
  counter = await createStepCounter(
    (url) => /\/(compiler|schema)\//.test(url) && !url.includes('suggestion'),
  );
  await run(['check'], { files: { 'build.bitesize': 'project: p\n' } });
});

afterAll(() => counter.close());

const formats = ['text', 'json=a', 'sarif=b'];
const argv = ['check', '--no-cache', ...formats.flatMap((format) => ['--report', format])];

/** Bytes of the smallest input. */
const SMALLEST = 4000;

describe('a check of an input that is made to be costly', () => {
  it.each(costlyInputs)(
    '$name: twice as much is twice the work',
    async ({ files, visibleFrom = SMALLEST }) => {
      const stepsOf = (bytes: number) => counter.stepsOf(() => run(argv, { files: files(bytes) }));
      // The first look at a kind of object makes plans that are kept.
      await stepsOf(visibleFrom);
      const sizes = [visibleFrom, 2 * visibleFrom, 4 * visibleFrom];
      // V8 counts some percent more or less of what it optimizes: what looks like growth is counted again, and of each
      // size the smallest count holds. Work that grows does so in each of them.
      let least = sizes.map(() => Number.POSITIVE_INFINITY);
      let [added, bound] = [Number.POSITIVE_INFINITY, 0];
      for (let round = 0; round < 3 && added >= bound; round++) {
        const counted: number[] = [];
        for (const size of sizes) counted.push(await stepsOf(size));
        least = least.map((steps, place) => Math.min(steps, counted[place] ?? steps));
        const [small = 0, middle = 0, large = 0] = least;
        added = large - middle;
        // Linear work adds twice as much each time, quadratic work four times as much; a constant adds nothing.
        // What is bounded may come in at any size: less than a handful of steps for each byte is no growth.
        bound = 2.5 * Math.max(middle - small, 4 * visibleFrom);
      }
      expect(added).toBeLessThan(bound);
    },
  );
});

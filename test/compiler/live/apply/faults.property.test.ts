import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../../support/jenkins-model.ts';
import type { Fault, JenkinsServerOptions } from '../../../support/jenkins-server.ts';
import { freestyle } from '../../jenkins-server/reading.ts';
import {
  contents,
  folder,
  job,
  Killed,
  killedAt,
  planOf,
  run,
  startWith,
  stepsOn,
  view,
} from './applying.ts';

/** The same schedules at every run, unless `BITESIZE_FUZZ_SEED` asks for others. */
const seed = Number(process.env.BITESIZE_FUZZ_SEED ?? 20170101);

/** How long nothing may come, in milliseconds: hanging requests cost so much. */
const SILENCE = 40;

/** What may happen to a request, and whether it was taken all the same. */
const fault: fc.Arbitrary<Fault> = fc
  .tuple(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .constantFrom(429, 500, 502, 503, 504)
          .map((status) => ({ kind: 'status' as const, status })),
      },
      { weight: 4, arbitrary: fc.constant({ kind: 'cut' as const }) },
      { weight: 4, arbitrary: fc.nat(120).map((byte) => ({ kind: 'cut-at' as const, byte })) },
      { weight: 1, arbitrary: fc.constant({ kind: 'hang' as const }) },
    ),
    fc.boolean(),
  )
  .map(([kind, isTaken]) => ({ ...kind, isTaken }));

const schedule = fc.record({
  /** By the number of the request. */
  faults: fc.array(fc.tuple(fc.nat(90), fault), { maxLength: 12 }),
  kill: fc.option(fc.tuple(fc.nat(90), fc.boolean()), { nil: undefined }),
});

function unchanged(): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('app', job('old'), { builds: 7 });
  model.addJob('gone', job('gone'));
  model.addJob('rest', job('rest'));
  model.addJob('hand', freestyle('by hand'), { builds: 9 });
  model.addJob('team', folder('team'));
  model.addJob('team/deploy', job('deploy'), { builds: 3 });
  return model;
}

function stepsFor(model: JenkinsModel) {
  const steps = stepsOn(model);
  return [
    steps.create('folder', 'group', folder('group')),
    steps.move('job', 'team/deploy', 'group/ship'),
    steps.update('job', 'app', job('new')),
    steps.update('job', 'group/ship', job('ship'), 'team/deploy'),
    steps.create('job', 'group/test', job('test')),
    steps.create('view', 'mine', view('app')),
    steps.disable('rest'),
    steps.delete('job', 'gone'),
    steps.delete('folder', 'team'),
  ];
}

describe('faults at random', () => {
  it('500 schedules with kills: the next runs end it as the plan says, and no job is lost', async () => {
    const done = unchanged();
    {
      await using jenkins = await startWith(done);
      expect((await run(jenkins.host, planOf(jenkins.server, stepsFor(done)))).told).toEqual([]);
    }
    const after = contents(done);
    await fc.assert(
      fc.asyncProperty(schedule, async ({ faults, kill }) => {
        const planned = new Map(faults);
        let count = 0;
        let isOver = false;
        const options: JenkinsServerOptions = {
          faults: () => (isOver ? undefined : planned.get(count++)),
        };
        const model = unchanged();
        await using jenkins = await startWith(model, options);
        const plan = planOf(jenkins.server, stepsFor(model));
        const host = kill === undefined ? jenkins.host : killedAt(jenkins.host, ...kill);
        const first = await run(host, plan, { silence: SILENCE }).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return undefined;
        });
        const names = ['team/deploy', 'team/ship', 'group/deploy', 'group/ship'];
        expect(names.flatMap((name) => model.find(name)?.builds ?? [])).toEqual([3]);
        expect([model.find('app')?.builds, model.find('hand')?.builds]).toEqual([7, 9]);
        isOver = true;
        if (first?.told.length !== 0) {
          const second = await run(jenkins.host, plan, { silence: 30_000 });
          expect(second.told).toEqual([]);
        }
        const { 'bitesize-lock': _, ...found } = contents(model);
        expect(found).toEqual(after);
        // A lost answer is no reason to send anything twice.
        expect(model.find('app')?.saves ?? 0).toBeLessThanOrEqual(1);
        expect(model.find('group/ship')?.saves ?? 0).toBeLessThanOrEqual(1);
      }),
      { seed, numRuns: 500 },
    );
  }, 600_000);
});

import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../../support/jenkins-model.ts';
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

const password = `<authToken>let-me-in</authToken>`;

function unchanged(): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('app', job('old'), { builds: 7 });
  model.addJob('gone', job('gone'));
  model.addJob('rest', job('rest'));
  model.addJob('kind', job('kind'));
  model.addJob('hand', freestyle('by hand'));
  model.addJob('team', folder('team'));
  model.addJob('team/deploy', job('deploy'), { builds: 3 });
  model.addView('old', 'hudson.model.ListView', view('app'));
  return model;
}

/** One step of each sort. */
function stepsFor(model: JenkinsModel) {
  const steps = stepsOn(model);
  const pipeline =
    '<flow-definition><description>&lt;!-- Managed by bitesize: shop --&gt;</description></flow-definition>';
  return [
    steps.create('folder', 'group', folder('group')),
    steps.move('job', 'team/deploy', 'group/ship'),
    steps.update('job', 'app', job('new')),
    steps.replace('job', 'kind', pipeline),
    steps.update('job', 'group/ship', job('ship'), 'team/deploy'),
    steps.create('job', 'group/test', job('test', password)),
    steps.create('view', 'mine', view('app')),
    steps.disable('rest'),
    steps.delete('view', 'old'),
    steps.delete('job', 'gone'),
    steps.delete('folder', 'team'),
  ];
}

/** How many requests an apply takes that nobody disturbs, and what the server has afterwards. */
async function undisturbed() {
  const model = unchanged();
  await using jenkins = await startWith(model);
  const result = await run(jenkins.host, planOf(jenkins.server, stepsFor(model)));
  expect(result.told).toEqual([]);
  return { requests: result.sent.length, after: contents(model), saves: savesOf(model) };
}

function savesOf(model: JenkinsModel): Readonly<Record<string, number>> {
  return Object.fromEntries(
    ['app', 'group', 'group/ship', 'group/test', 'rest', 'kind'].map((name) => [
      name,
      model.find(name)?.saves ?? 0,
    ]),
  );
}

/** Secrets get other bytes each time; nothing else may differ. */
function same(found: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): void {
  const plain = (all: Readonly<Record<string, string>>) => ({ ...all, 'group/test': '' });
  expect(plain(found)).toEqual(plain(wanted));
}

describe('a run that is killed', () => {
  it('at any request, which the server took or not: the next run ends it, and touches nothing twice', async () => {
    const { requests, after, saves } = await undisturbed();
    expect(requests).toBeGreaterThan(40);
    let method = '';
    const onKill = (found: string) => {
      method = found;
    };
    for (let at = 0; at < requests; at++)
      for (const isTaken of [true, false]) {
        // A question changes nothing, whether it arrived or not.
        if (!isTaken && method === 'GET') continue;
        const model = unchanged();
        await using jenkins = await startWith(model);
        const plan = planOf(jenkins.server, stepsFor(model));
        await expect(run(killedAt(jenkins.host, at, isTaken, onKill), plan)).rejects.toThrow(Killed);
        // No job is lost at any moment.
        const builds = [
          model.find('app'),
          model.find('team/deploy') ?? model.find('team/ship') ?? model.find('group/ship'),
        ];
        expect(builds.map((item) => item?.builds)).toEqual([7, 3]);
        const again = await run(jenkins.host, plan);
        expect(again.told, `killed at ${at}`).toEqual([]);
        same(contents(model), after);
        expect(model.find('group/ship')?.builds).toBe(3);
        expect(savesOf(model)).toEqual(saves);
        expect(model.find('group/test')?.disk, 'a secret stands on the disk').toBeUndefined();
      }
  }, 300_000);

  it('is stopped by its user: what was begun ends, the lock is free, and the next run goes on', async () => {
    const { after } = await undisturbed();
    const model = unchanged();
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, stepsFor(model));
    const stopped = await run(jenkins.host, plan, {
      isStopping: () => jenkins.server.requests.filter(({ method }) => method === 'POST').length > 3,
    });
    expect(stopped.told).toEqual([
      expect.stringMatching(/^live\/not-begun: \d+ steps were not begun: the run was stopped$/),
    ]);
    expect(model.find('bitesize-lock')).toBeUndefined();
    expect(stopped.applied.done).toBeGreaterThan(0);
    expect((await run(jenkins.host, plan)).told).toEqual([]);
    same(contents(model), after);
  });
});

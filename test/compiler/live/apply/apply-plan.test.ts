import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../../support/jenkins-model.ts';
import { freestyle } from '../../jenkins-server/reading.ts';
import { contents, folder, job, planOf, run, startWith, stepsOn, view, writes } from './applying.ts';

function small(): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('app', job('old'), { builds: 7 });
  model.addJob('gone', job('gone'));
  model.addJob('rest', job('rest'));
  model.addJob('hand', freestyle('by hand'));
  model.addJob('team', folder('team'));
  model.addJob('team/deploy', job('deploy'), { builds: 3 });
  return model;
}

describe('a plan is applied', () => {
  it('in its order, each item in as few requests as it takes', async () => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [
        steps.create('folder', 'group', folder('group')),
        steps.move('job', 'team/deploy', 'group/ship'),
        steps.update('job', 'app', job('new')),
        steps.update('job', 'group/ship', job('ship'), 'team/deploy'),
        steps.create('job', 'group/test', job('test')),
        steps.create('view', 'group/mine', view('ship')),
        steps.disable('rest'),
        steps.delete('job', 'gone'),
        steps.delete('folder', 'team'),
      ]),
    );
    expect(result.told).toEqual([]);
    expect(result.applied).toMatchObject({ done: 9, skipped: 0, failed: 0, notBegun: 0 });
    expect(model.find('group/ship')?.builds).toBe(3);
    expect(model.find('app')?.builds).toBe(7);
    expect(model.find('app')?.xml).toContain('echo new');
    expect(model.find('rest')?.xml).toContain('<disabled>true</disabled>');
    expect(Object.keys(contents(model))).toEqual([
      '//all',
      'app',
      'group',
      'group//All',
      'group//mine',
      'group/ship',
      'group/test',
      'hand',
      'rest',
    ]);
    expect([...writes(result)].sort()).toEqual(
      [
        'POST /createItem?name=group 200',
        'POST /job/app/config.xml 200',
        'POST /job/gone/doDelete 302',
        'POST /job/group/createItem?name=test 200',
        'POST /job/group/createView?name=mine 200',
        'POST /job/group/job/ship/config.xml 200',
        'POST /job/rest/disable 302',
        'POST /job/team/doDelete 302',
        'POST /job/team/job/deploy/confirmRename?newName=ship 302',
        'POST /job/team/job/ship/move/move?destination=%2Fgroup 302',
      ].sort(),
    );
  });

  it('once: a second time nothing is sent', async () => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [
      steps.move('job', 'team/deploy', 'ship'),
      steps.update('job', 'app', job('new')),
      steps.create('job', 'made', job('made')),
      steps.disable('rest'),
      steps.delete('job', 'gone'),
    ]);
    await run(jenkins.host, plan);
    const after = contents(model);
    const again = await run(jenkins.host, plan);
    expect(again.told).toEqual([]);
    expect(again.applied).toMatchObject({ done: 0, skipped: 5, backup: undefined });
    expect(writes(again)).toEqual([]);
    expect(contents(model)).toEqual(after);
  });

  it('a folder that moves takes what is in it along', async () => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [
        steps.move('folder', 'team', 'group'),
        steps.move('job', 'group/deploy', 'ship', 'team/deploy'),
        steps.update('job', 'ship', job('ship'), 'team/deploy'),
        steps.create('folder', 'team', folder('another')),
        steps.create('job', 'team/x', job('x')),
      ]),
    );
    expect(result.told).toEqual([]);
    expect(Object.keys(contents(model)).filter((name) => !name.includes('//'))).toEqual([
      'app',
      'gone',
      'group',
      'hand',
      'rest',
      'ship',
      'team',
      'team/x',
    ]);
    expect(model.find('ship')?.builds).toBe(3);
  });

  it('another kind is deleted and made anew', async () => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const pipeline =
      '<flow-definition><description>&lt;!-- Managed by bitesize: shop --&gt;</description></flow-definition>';
    const result = await run(jenkins.host, planOf(jenkins.server, [steps.replace('job', 'app', pipeline)]));
    expect(result.told).toEqual([]);
    expect(writes(result)).toEqual(['POST /job/app/doDelete 302', 'POST /createItem?name=app 200']);
    expect(model.find('app')?.class).toContain('WorkflowJob');
  });
});

describe('what has changed since', () => {
  it.each([
    ['an update of what was edited', (model: JenkinsModel) => model.addJob('app', job('by hand'))],
    ['an update of what is gone', (model: JenkinsModel) => model.root.children?.delete('app')],
    ['a creation of what is there', (model: JenkinsModel) => model.addJob('made', job('by hand'))],
    ['a deletion of what was edited', (model: JenkinsModel) => model.addJob('gone', job('by hand'))],
    ['a move of what is gone', (model: JenkinsModel) => model.find('team')?.children?.delete('deploy')],
    ['a move to what is there', (model: JenkinsModel) => model.addJob('ship', job('by hand'))],
    ['a disabling of what was edited', (model: JenkinsModel) => model.addJob('rest', job('by hand'))],
  ])('%s: nothing at all is done', async (_, edit) => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [
      steps.move('job', 'team/deploy', 'ship'),
      steps.update('job', 'app', job('new')),
      steps.create('job', 'made', job('made')),
      steps.disable('rest'),
      steps.delete('job', 'gone'),
    ]);
    edit(model);
    const before = contents(model);
    const result = await run(jenkins.host, plan);
    expect(result.told).toEqual([expect.stringMatching(/^live\/changed: job `/)]);
    expect(result.findings[0]?.help).toEqual(['make a new plan: it shows what is there now']);
    expect(writes(result)).toEqual([]);
    expect(contents(model)).toEqual(before);
  });

  it('right before its request as well', async () => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model, {
      // The second look at the job meets an edit.
      faults: ({ path, before }) => {
        if (path === '/job/app/config.xml' && before === 1) model.addJob('app', job('by hand'));
        return undefined;
      },
    });
    const result = await run(
      jenkins.host,
      planOf(jenkins.server, [
        steps.update('job', 'app', job('new')),
        steps.create('job', 'made', job('made')),
        steps.delete('job', 'gone'),
      ]),
    );
    expect(result.told).toEqual([
      'live/changed: job `app` has changed since the plan was made: it says something else',
      'live/not-begun: 1 step was not begun: nothing is taken away after a failure',
    ]);
    expect(model.find('app')?.xml).toContain('by hand');
    expect(model.find('made')).toBeDefined();
    expect(model.find('gone')).toBeDefined();
  });

  it('a build, or a view in a folder, is no change', async () => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [steps.update('folder', 'team', folder('new'))]);
    model.addView('hand', 'hudson.model.ListView', view('deploy'), 'team');
    expect((await run(jenkins.host, plan)).told).toEqual([]);
    expect([...(model.find('team')?.views.keys() ?? [])]).toEqual(['hand']);
  });

  it('what Jenkins changes along with a rename is no change', async () => {
    const model = small();
    const triggers = (names: string) =>
      `<publishers><hudson.tasks.BuildTrigger><childProjects>${names}</childProjects><threshold><name>SUCCESS</name></threshold></hudson.tasks.BuildTrigger></publishers>`;
    model.addJob('first', job('first', triggers('app, team/deploy')));
    model.addJob('team/first', job('first', triggers('../app,deploy')));
    model.addJob('other', job('other', triggers('app')));
    model.addView('mine', 'hudson.model.ListView', view('app', 'gone'));
    const steps = stepsOn(model);
    const plan = [
      steps.move('job', 'app', 'zebra'),
      steps.update('job', 'first', job('second', triggers('zebra, team/deploy'))),
      steps.update('job', 'team/first', job('second', triggers('../zebra,deploy'))),
      steps.update('job', 'other', job('second', triggers('zebra'))),
      steps.update('view', 'mine', view('gone', 'rest', 'zebra')),
    ];
    await using jenkins = await startWith(model, {
      faults: ({ path }) => {
        if (!path.startsWith('/job/app/confirmRename')) return undefined;
        model.addJob('first', job('first', triggers('zebra, team/deploy')));
        model.addJob('team/first', job('first', triggers('../zebra,deploy')));
        // Somebody has changed more than that.
        model.addJob('other', job('by hand', triggers('zebra')));
        model.addView('mine', 'hudson.model.ListView', view('gone', 'zebra'));
        return undefined;
      },
    });
    const result = await run(jenkins.host, planOf(jenkins.server, plan));
    expect(result.told).toEqual([
      'live/changed: job `other` has changed since the plan was made: it says something else',
    ]);
    expect(result.applied).toMatchObject({ done: 4, failed: 1 });
    expect(model.find('team/first')?.xml).toContain('echo second');
    expect(model.find('other')?.xml).toContain('by hand');
  });

  it('a folder with something that the plan does not delete stays', async () => {
    const model = small();
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [steps.delete('job', 'team/deploy'), steps.delete('folder', 'team')]);
    model.addJob('team/hand', freestyle('by hand'));
    const result = await run(jenkins.host, plan);
    expect(result.told).toEqual([
      'live/full-folder: folder `team` is not deleted, since something is in it that the plan does not delete: `team/hand`',
    ]);
    expect(model.find('team/hand')).toBeDefined();
  });

  it('a folder of a class that is not known stays with what is in it, and computed branches go', async () => {
    const model = small();
    model.addJob('tpl', '<com.example.TeamFolder/>', { children: new Map() });
    model.addMultibranch('branches', ['main']);
    const steps = stepsOn(model);
    await using jenkins = await startWith(model);
    const plan = planOf(jenkins.server, [
      steps.delete('job', 'branches'),
      steps.replace('job', 'tpl', job('tpl')),
    ]);
    model.addJob('tpl/hand', freestyle('by hand'));
    const result = await run(jenkins.host, plan);
    expect(result.told).toEqual([
      'live/full-folder: folder `tpl` is not deleted, since something is in it that the plan does not delete: `tpl/hand`',
    ]);
    expect(model.find('tpl/hand')).toBeDefined();
    expect(model.find('branches')).toBeUndefined();
  });

  it('a plan of another server is refused before anything is asked', async () => {
    const model = small();
    await using jenkins = await startWith(model);
    const plan = planOf({ url: 'http://127.0.0.1:1' }, [stepsOn(model).delete('job', 'gone')]);
    const result = await run(jenkins.host, plan, { url: jenkins.server.url });
    expect(result.told).toEqual([
      `live/other-server: this was made for \`http://127.0.0.1:1\`, not for \`${jenkins.server.url}\``,
    ]);
    expect(result.sent).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../../compiler/live/apply/backup.ts';
import { undoPlan } from '../../../../compiler/live/apply/undo-plan.ts';
import { sha256 } from '../../../../compiler/util/sha256.ts';
import { JenkinsModel } from '../../../support/jenkins-model.ts';
import type { ConnectedHost } from '../../jenkins-server/reading.ts';
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

function unchanged(): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('app', job('old'), { builds: 7 });
  model.addJob('gone', job('gone'));
  model.addJob('rest', job('rest'));
  model.addJob('kind', job('kind'));
  model.addJob('team', folder('team'));
  model.addJob('team/deploy', job('deploy'), { builds: 3 });
  model.addJob('team/other', job('other'), { builds: 4 });
  model.addJob('leave', folder('leave'));
  model.addJob('leave/inner', job('inner'));
  model.addView('old', 'hudson.model.ListView', view('app'));
  return model;
}

/** Also a folder of the name of one that moved. */
function stepsFor(model: JenkinsModel) {
  const steps = stepsOn(model);
  const pipeline =
    '<flow-definition><description>&lt;!-- Managed by bitesize: shop --&gt;</description></flow-definition>';
  return [
    steps.move('folder', 'team', 'group'),
    steps.create('folder', 'team', folder('another')),
    steps.move('job', 'group/deploy', 'team/ship', 'team/deploy'),
    steps.update('job', 'app', job('new')),
    steps.replace('job', 'kind', pipeline),
    steps.update('job', 'team/ship', job('ship'), 'team/deploy'),
    steps.create('job', 'team/test', job('test')),
    steps.create('view', 'mine', view('app')),
    steps.disable('rest'),
    steps.delete('view', 'old'),
    steps.delete('job', 'gone'),
    steps.delete('job', 'leave/inner'),
    steps.delete('folder', 'leave'),
  ];
}

function undoOf(host: ConnectedHost, path: string) {
  const read = readBackup(host, path);
  if (read.kind !== 'backup') throw new Error(read.problem);
  return undoPlan(read, { user: 'admin', version: '1.0.0', sha256 });
}

async function applied() {
  const model = unchanged();
  const first = contents(model);
  const jenkins = await startWith(model);
  const result = await run(jenkins.host, planOf(jenkins.server, stepsFor(model)));
  expect(result.told).toEqual([]);
  return { model, first, jenkins, backup: result.applied.backup ?? '' };
}

const withoutDefaults = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !name.endsWith('//All')));

describe('what an apply changed', () => {
  it('is put back, and what is gone for good is said', async () => {
    const { model, first, jenkins, backup } = await applied();
    const { plan, notes } = undoOf(jenkins.host, backup);
    expect(notes).toEqual([
      'the builds of job `kind` are gone: it is made anew',
      'the builds of job `gone` are gone: it is made anew',
      'the builds of job `leave/inner` are gone: it is made anew',
    ]);
    const undone = await run(jenkins.host, plan);
    expect(undone.told).toEqual([]);
    expect(withoutDefaults(contents(model))).toEqual(withoutDefaults(first));
    expect(['app', 'team/deploy', 'team/other'].map((name) => model.find(name)?.builds)).toEqual([7, 3, 4]);
    // The undo has a backup of its own: what was undone comes back.
    const again = await run(jenkins.host, undoOf(jenkins.host, undone.applied.backup ?? '').plan);
    expect(again.told).toEqual([]);
    expect(model.find('team/ship')?.xml).toContain('echo ship');
    await jenkins[Symbol.asyncDispose]();
  });

  it('is kept in files that nobody else may read', async () => {
    const { jenkins, backup } = await applied();
    const { files } = jenkins.host;
    expect(backup).toBe('.bitesize/backups/20261130T101640Z');
    const mode = (path: string) => {
      const status = files.status(path);
      return status.ok ? status.value.mode & 0o777 : 0;
    };
    expect(mode(backup)).toBe(0o700);
    const listed = files.list(backup);
    const names = listed.ok ? listed.value.map(({ name }) => name) : [];
    expect(names.slice(0, 5)).toEqual([
      '.gitignore',
      '000001.done.json',
      '000001.json',
      '000001.xml',
      '000002.done.json',
    ]);
    expect(names.map((name) => mode(`${backup}/${name}`))).toEqual(names.map(() => 0o600));
    await jenkins[Symbol.asyncDispose]();
  });

  it.each([
    ['name', '../../securityRealm'],
    ['name', 'team/..'],
    ['name', ''],
    ['from', 'team/../..'],
    ['project', 'A B'],
  ])('is not read when its %s is `%s`: that would lead to another address', async (field, value) => {
    const { jenkins, backup } = await applied();
    const path = `${backup}/000001.json`;
    const read = jenkins.host.files.read(path, { limit: 10_000 });
    const step: object = read.ok ? JSON.parse(new TextDecoder().decode(read.value)) : {};
    jenkins.host.files.write(path, JSON.stringify({ ...step, [field]: value }));
    expect(readBackup(jenkins.host, backup)).toEqual({
      kind: 'problem',
      problem: '`000001.json` holds no step',
    });
    await jenkins[Symbol.asyncDispose]();
  });

  it('does not come back with the stars that a secret was shown as', async () => {
    const model = new JenkinsModel();
    await using jenkins = await startWith(model);
    const xml = job('gone', '<authToken>********</authToken>');
    const { plan } = undoPlan(
      {
        url: jenkins.server.url,
        steps: [
          {
            step: { action: 'delete', kind: 'job', name: 'gone', project: 'shop' },
            before: xml,
            after: undefined,
          },
        ],
      },
      { user: 'admin', version: '1.0.0', sha256 },
    );
    const undone = await run(jenkins.host, plan);
    expect(undone.told).toEqual([
      'live/hidden-secret: job `gone` has a secret in `authToken` that is not shown',
    ]);
    expect(model.find('gone')).toBeUndefined();
  });

  it('is not put back over what somebody did since', async () => {
    const { model, jenkins, backup } = await applied();
    model.addJob('team/test', job('by hand'));
    const undone = await run(jenkins.host, undoOf(jenkins.host, backup).plan);
    expect(undone.told).toEqual([
      'live/changed: job `team/test` has changed since the plan was made: it says something else',
    ]);
    await jenkins[Symbol.asyncDispose]();
  });

  it('is put back in two runs when the first one is killed, wherever that is', async () => {
    for (let at = 6; at < 90; at += 3) {
      const { model, first, jenkins, backup } = await applied();
      const { plan } = undoOf(jenkins.host, backup);
      let isKilled = true;
      await run(killedAt(jenkins.host, at, true), plan).then(
        () => {
          isKilled = false;
        },
        (error: unknown) => expect(error).toBeInstanceOf(Killed),
      );
      const undone = await run(jenkins.host, plan);
      expect(undone.told, `killed at ${at}: ${isKilled}`).toEqual([]);
      expect(withoutDefaults(contents(model))).toEqual(withoutDefaults(first));
      await jenkins[Symbol.asyncDispose]();
    }
  }, 120_000);

  it('of a run that was killed is in its backup as well', async () => {
    for (let at = 25; at < 90; at += 9) {
      const model = unchanged();
      const first = contents(model);
      await using jenkins = await startWith(model);
      await run(killedAt(jenkins.host, at, true), planOf(jenkins.server, stepsFor(model))).catch(
        () => undefined,
      );
      const listed = jenkins.host.files.list('.bitesize/backups');
      const [name] = listed.ok ? listed.value : [];
      if (name === undefined) continue;
      const undone = await run(jenkins.host, undoOf(jenkins.host, `.bitesize/backups/${name.name}`).plan);
      expect(undone.told, `killed at ${at}`).toEqual([]);
      expect(withoutDefaults(contents(model))).toEqual(withoutDefaults(first));
    }
  }, 120_000);
});

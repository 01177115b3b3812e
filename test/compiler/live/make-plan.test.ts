import { describe, expect, it } from 'vitest';
import type { LivePlan } from '../../../compiler/live/live-plan.ts';
import type { MadePlan } from '../../../compiler/live/make-plan.ts';
import { parsePlan, printPlan } from '../../../compiler/live/plan-file.ts';
import type { WantedItem } from '../../../compiler/live/wanted.ts';
import { wantedItems } from '../../../compiler/live/wanted.ts';
import { itemsOf, liveItem, projectOf, SimulatedJenkins } from './simulated.ts';

const SECRET = '{AQAAABAAAAAQc2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM=}';
const FOLDER = 'com.cloudbees.hudson.plugins.folder.Folder';

/** Returns the items of a project with these entries of jobs.bitesize. */
function jobs(text: string, project = 'shop'): readonly WantedItem[] {
  return itemsOf(projectOf({ 'jobs.bitesize': `project: ${project}\njobs:\n${text}` }));
}

const app = (name = 'app', command = 'make') => `  - name: ${name}
    kind: freestyle
    description: Builds the application and tests it.
    builders: [{shell: '${command}'}, {shell: make test}, {shell: make publish}]
    triggers: [{timed: '@daily'}]
    publishers: [{archive: '*.jar'}]
`;
const view = `  - name: mine
    kind: list-view
    jobs: [app]
`;

/** Returns a Jenkins to which items were applied. */
function applied(wanted: readonly WantedItem[]): SimulatedJenkins {
  const jenkins = new SimulatedJenkins();
  jenkins.apply(jenkins.plan(wanted));
  return jenkins;
}

function stepsOf({ plan }: MadePlan): readonly string[] | undefined {
  return plan?.steps.map((step) => {
    const from = step.action === 'move' ? `${step.from} -> ` : '';
    return `${step.action} ${step.kind} ${from}${step.name}`;
  });
}

function told({ findings }: MadePlan): readonly string[] {
  return findings.map(({ diagnostic }) => `${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`);
}

function risks({ changes }: MadePlan): readonly string[] {
  return changes.flatMap((change) => change.risks.map(({ text }) => `${change.name}: ${text}`));
}

describe('a plan', () => {
  const wanted = jobs(`${view}${app('team/inner/app')}${app()}`);

  it('makes folders before what is in them and views after jobs, and is empty once it was done', () => {
    const jenkins = new SimulatedJenkins();
    const made = jenkins.plan(wanted);
    expect(stepsOf(made)).toEqual([
      'create folder team',
      'create folder team/inner',
      'create job team/inner/app',
      'create job app',
      'create view mine',
    ]);
    jenkins.apply(made);
    expect(jenkins.get('job', 'app').xml).toContain('&lt;!-- Managed by bitesize: shop as app --&gt;');
    expect(stepsOf(jenkins.plan(wanted))).toEqual([]);
  });

  it('gives what is there by name its marker, and touches nothing else', () => {
    const jenkins = new SimulatedJenkins(wanted.map(({ kind, name, xml }) => liveItem(kind, name, xml)));
    jenkins.put(liveItem('job', 'by-hand', '<project/>'));
    const made = jenkins.plan(wanted, { delete: true });
    expect(stepsOf(made)).toHaveLength(5);
    expect(made.changes.flatMap(({ fields }) => fields.map(({ path }) => path))).toEqual(
      Array.from({ length: 5 }, () => 'managed by'),
    );
    jenkins.apply(made);
    expect(stepsOf(jenkins.plan(wanted, { delete: true }))).toEqual([]);
  });

  it('moves a job that has another name or folder now, and then says what it says', () => {
    const jenkins = applied(jobs(app('app')));
    const next = jobs(app('team/application', 'make all'));
    const made = jenkins.plan(next, { delete: true });
    expect(stepsOf(made)).toEqual([
      'create folder team',
      'move job app -> team/application',
      'update job team/application',
    ]);
    expect(made.changes).toMatchObject([
      { action: 'rename', name: 'team/application', from: 'app', fields: [{ path: 'builders[0].script' }] },
      { action: 'add', name: 'team' },
    ]);
    expect(risks(made)).toEqual([]);
    jenkins.apply(made);
    expect(stepsOf(jenkins.plan(next, { delete: true }))).toEqual([]);
  });

  it('moves a folder with what is in it', () => {
    const jenkins = applied(jobs(`${app('team/app')}${app('team/deep/other')}`));
    jenkins.put(liveItem('job', 'team/by-hand', '<project/>'));
    const next = jobs(`${app('crew/app')}${app('crew/deep/other', 'make it')}`);
    // Half of what is in there is not ours: it moves along all the same.
    const made = jenkins.plan(next, { delete: true });
    expect(stepsOf(made)).toEqual([
      'move folder team -> crew',
      'update folder crew',
      'update folder crew/deep',
      'update job crew/app',
      'update job crew/deep/other',
    ]);
    jenkins.apply(made);
    expect(jenkins.get('job', 'crew/by-hand').root).toBe('project');
    expect(stepsOf(jenkins.plan(next, { delete: true }))).toEqual([]);
  });

  it('keeps what no spec makes any more, disables it or deletes it, inner before outer', () => {
    const jenkins = applied(wanted);
    const next = jobs(app());
    const kept = jenkins.plan(next);
    expect(stepsOf(kept)).toEqual([]);
    expect(kept.kept.map(({ name }) => name).sort()).toEqual([
      'mine',
      'team',
      'team/inner',
      'team/inner/app',
    ]);
    const disabled = jenkins.plan(next, { disable: true });
    expect(stepsOf(disabled)).toEqual(['disable job team/inner/app']);
    expect(disabled.changes).toMatchObject([
      { action: 'change', fields: [{ path: 'disabled', after: { value: 'true' } }] },
    ]);
    const deleted = jenkins.plan(next, { delete: true });
    expect(stepsOf(deleted)).toEqual([
      'delete view mine',
      'delete job team/inner/app',
      'delete folder team/inner',
      'delete folder team',
    ]);
    expect(risks(deleted)).toContain('team/inner/app: its builds are deleted');
    jenkins.apply(disabled);
    expect(stepsOf(jenkins.plan(next, { disable: true }))).toEqual([]);
    jenkins.apply(deleted);
    expect([...jenkins.items.values()].map(({ name }) => name)).toEqual(['app']);
  });

  it('leaves alone what somebody copied, its marker included', () => {
    const jenkins = applied(jobs(`${app()}${app('team/app')}`));
    jenkins.put(liveItem('job', 'app-try', jenkins.get('job', 'app').xml));
    jenkins.put(liveItem('folder', 'team-try', jenkins.get('folder', 'team').xml));
    jenkins.put(liveItem('job', 'team-try/app', jenkins.get('job', 'team/app').xml));
    // It looks as if the copy had got the new name.
    const next = jobs(`${app()}${app('team/app')}${app('app-two')}`);
    expect(stepsOf(jenkins.plan(next, { delete: true, disable: true }))).toEqual(['create job app-two']);
    // What was copied is gone from the specs: it goes, the copies stay.
    const last = jobs(app('other', 'make other'));
    const gone = jenkins.plan(last, { delete: true });
    expect(stepsOf(gone)).toEqual([
      'move job app -> other',
      'update job other',
      'delete job team/app',
      'delete folder team',
    ]);
    jenkins.apply(gone);
    expect(stepsOf(jenkins.plan(last, { delete: true }))).toEqual([]);
  });

  it('gives what somebody renamed by hand its name again', () => {
    const jenkins = applied(jobs(app()));
    jenkins.move(jenkins.get('job', 'app'), 'renamed');
    const made = jenkins.plan(jobs(app()));
    expect(stepsOf(made)).toEqual(['move job renamed -> app']);
    jenkins.apply(made);
    expect(stepsOf(jenkins.plan(jobs(app())))).toEqual([]);
    // And leaves it alone as long as somebody made another one in its place.
    jenkins.move(jenkins.get('job', 'app'), 'renamed');
    jenkins.put(liveItem('job', 'app', '<project/>'));
    expect(stepsOf(jenkins.plan(jobs(app()), { delete: true }))).toEqual(['update job app']);
  });

  it('keeps a folder in which somebody made a job, and all folders around it', () => {
    const jenkins = applied(wanted);
    jenkins.put(liveItem('job', 'team/inner/by-hand', '<project/>'));
    const made = jenkins.plan(jobs(app()), { delete: true });
    expect(stepsOf(made)).toEqual(['delete view mine', 'delete job team/inner/app']);
    expect(told(made)).toEqual([
      'warning live/not-empty: folder `team/inner` stays, since others are in it: `team/inner/by-hand`',
      'warning live/not-empty: folder `team` stays, since others are in it: `team/inner`, `team/inner/by-hand`',
    ]);
  });

  it('says what goes with a folder', () => {
    const jenkins = applied(wanted);
    jenkins.edit('folder', 'team', (xml) =>
      xml.replace(
        '<properties/>',
        '<properties><com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider_-FolderCredentialsProperty><a/></com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider_-FolderCredentialsProperty></properties>',
      ),
    );
    jenkins.put(liveItem('view', 'team/theirs', '<hudson.model.ListView/>'));
    expect(risks(jenkins.plan(jobs(app()), { delete: true }))).toEqual(
      expect.arrayContaining([
        'team: the credentials of the folder are deleted',
        'team: its views are deleted: `team/theirs`',
      ]),
    );
  });

  it('deletes no more than it may', () => {
    const made = applied(wanted).plan(jobs(app()), { delete: true, maxRemovals: 3 });
    expect(made.plan).toBeUndefined();
    expect(told(made)).toEqual(['error live/removals: 4 items would be deleted, more than 3']);
  });

  it('never turns a job into another kind unasked', () => {
    const jenkins = applied(jobs(app()));
    const next = jobs('  - name: app\n    kind: pipeline\n    script: "node { sh \'make\' }"\n');
    const refused = jenkins.plan(next);
    expect(refused.plan).toBeUndefined();
    expect(told(refused)).toEqual(['error live/other-kind: job `app` is another kind in Jenkins, `project`']);
    const made = jenkins.plan(next, { delete: true });
    expect(stepsOf(made)).toEqual(['replace job app']);
    expect(risks(made)).toContain(
      'app: Jenkins has another kind of this name, `project`: it is deleted with its builds, and made anew',
    );
    expect(told(jenkins.plan(next, { delete: true, maxRemovals: 0 }))).toHaveLength(1);
    jenkins.apply(made);
    expect(stepsOf(jenkins.plan(next))).toEqual([]);
  });

  it('takes no folder for a job while somebody else is in it', () => {
    const jenkins = new SimulatedJenkins([
      liveItem('folder', 'app', `<${FOLDER}/>`),
      liveItem('job', 'app/by-hand', '<project/>'),
    ]);
    const made = jenkins.plan(jobs(app()), { delete: true });
    expect(told(made)).toEqual([
      'error live/not-empty: folder `app` stays, since others are in it: `app/by-hand`',
    ]);
    jenkins.put(liveItem('job', 'app', '<com.example.TeamFolder/>'));
    expect(told(jenkins.plan(jobs(app()), { delete: true }))).toEqual(told(made));
  });

  it('is refused to who may not see everything', () => {
    const jenkins = new SimulatedJenkins();
    jenkins.seesAll = false;
    const refused = jenkins.plan(wanted);
    expect(refused.plan).toBeUndefined();
    expect(told(refused)).toEqual([
      'error live/few-rights: user `admin` may not see everything, so there can be no plan',
    ]);
    expect(stepsOf(jenkins.plan(wanted, { trustVisible: true }))).toHaveLength(5);
  });

  it('knows a name in another letter case', () => {
    const jenkins = new SimulatedJenkins([
      liveItem('folder', 'TEAM', `<${FOLDER}/>`),
      liveItem('job', 'App', '<project/>'),
    ]);
    expect(told(jenkins.plan(wanted))).toEqual([
      'error live/letter-case: folder `team` is called `TEAM` in Jenkins',
      'error live/letter-case: job `app` is called `App` in Jenkins',
    ]);
  });

  it('cannot change the letter case of a name', () => {
    const jenkins = applied(jobs(`${app()}${app('team/deploy', 'make deploy')}`));
    const made = jenkins.plan(jobs(`${app('App')}${app('Team/deploy', 'make deploy')}`), { delete: true });
    expect(made.plan).toBeUndefined();
    expect(told(made)).toEqual([
      'error live/letter-case: folder `Team` is called `team` in Jenkins',
      'error live/letter-case: job `App` is called `app` in Jenkins',
    ]);
  });

  it('replaces no secret that it was not shown', () => {
    const jenkins = applied(jobs(app()));
    jenkins.edit('job', 'app', (xml) =>
      xml.replace('make test', 'make me').replace('</project>', '<authToken>********</authToken></project>'),
    );
    const made = jenkins.plan(jobs(app()));
    expect(told(made)).toEqual([
      'error live/hidden-secret: job `app` has a secret in `authToken` that is not shown',
    ]);
    expect(JSON.stringify(made.changes)).toContain('make me');
    const shown = jenkins.plan(jobs(app()), { isPreview: true });
    expect(told(shown)).toEqual([
      'warning live/hidden-secret: job `app` has a secret in `authToken` that is not shown',
    ]);
  });

  it('shows what somebody did by hand and what gets lost of it, and no secret', () => {
    const jenkins = applied(jobs(app()));
    jenkins.edit('job', 'app', (xml) =>
      xml
        .replace('<disabled>false', '<disabled>true')
        .replace(
          'make test',
          'curl -H &quot;Authorization: Bearer ghp_0123456789abcdefghijABCDEFGHIJ456789&quot;',
        )
        .replace('</project>', `<authToken>${SECRET}</authToken><quietPeriod>7</quietPeriod></project>`),
    );
    const made = jenkins.plan(jobs(app()));
    expect(risks(made)).toEqual(
      expect.arrayContaining([
        'app: somebody disabled it in Jenkins: it would run again',
        'app: takes away what is only in Jenkins, in `authenticationToken`, `quietPeriod`',
      ]),
    );
    const [change] = made.changes;
    expect(change?.fields.map(({ path }) => path)).toEqual([
      'authenticationToken',
      'builders[1].script',
      'disabled',
      'quietPeriod',
    ]);
    expect(JSON.stringify(made)).not.toContain(SECRET);
    expect(JSON.stringify(made)).not.toContain('ghp_0123');
  });

  it('takes a job of another project, and says so where that is not at hand', () => {
    const jenkins = applied(jobs(app(), 'shop'));
    const next = jobs(app(), 'store');
    expect(told(jenkins.plan(next))).toEqual([
      'warning live/other-project: job `app` was made by project `shop`, and goes to `store`',
    ]);
    expect(stepsOf(jenkins.plan(next))).toEqual(['update job app']);
  });

  it('leaves alone what another project made', () => {
    const jenkins = applied(jobs(`${app('a')}${app('b')}`, 'shop'));
    expect(stepsOf(jenkins.plan(jobs(app('c'), 'store'), { delete: true }))).toEqual(['create job c']);
  });

  it('never touches the seed job', () => {
    const jenkins = new SimulatedJenkins([
      liveItem(
        'job',
        'seed-job',
        '<project><description>&lt;!-- Managed by bitesize: shop --&gt;</description></project>',
      ),
    ]);
    expect(stepsOf(jenkins.plan(jobs(app()), { delete: true }))).toEqual(['create job app']);
  });
});

it('two projects cannot make the same job', () => {
  const [a, b] = ['shop', 'store'].map((name) =>
    projectOf({ 'jobs.bitesize': `project: ${name}\njobs:\n${app(name === 'shop' ? 'app' : 'App')}` }, name),
  );
  if (a === undefined || b === undefined) throw new Error('two projects');
  const { findings, items } = wantedItems([a, b]);
  expect(items).toHaveLength(1);
  expect(findings).toMatchObject([{ folder: 'store', other: 'shop', diagnostic: { code: 'live/twice' } }]);
  expect(findings[0]?.diagnostic.span?.start).toBeGreaterThan(0);
});

describe('the file of a plan', () => {
  const plan: LivePlan | undefined = applied(jobs(app())).plan(
    jobs(`${app('app', 'make ::error:: all')}${app('x/new')}`),
    { delete: true },
  ).plan;
  if (plan === undefined) throw new Error('there is a plan');

  it('has what the plan has', () => {
    expect(parsePlan(printPlan(plan))).toEqual({ kind: 'plan', plan });
  });

  const [step] = plan.steps;
  const hostile: readonly (readonly [string, unknown])[] = [
    ['no object', []],
    ['another format', { ...plan, format: 'bitesize-plan/2' }],
    ['no server', { ...plan, url: undefined }],
    ['an unknown field', { ...plan, token: 'x' }],
    ['no steps', { ...plan, steps: {} }],
    ['an unknown action', { ...plan, steps: [{ ...step, action: 'script' }] }],
    ['an action of every object', { ...plan, steps: [{ ...step, action: 'constructor' }] }],
    ['a name that leads elsewhere', { ...plan, steps: [{ ...step, name: '../secret' }] }],
    ['a name with a control character', { ...plan, steps: [{ ...step, name: 'a\nb' }] }],
    ['no project', { ...plan, steps: [{ ...step, project: 'A B' }] }],
    ['a step with more than it has', { ...plan, steps: [{ ...step, from: 'x' }] }],
    ['a digest that is none', { ...plan, steps: [{ ...step, after: { digest: 'x', xml: '' } }] }],
  ];
  it.each(hostile)('is refused: %s', (_, content) => {
    expect(parsePlan(JSON.stringify(content)).kind).toBe('problem');
  });
});

import { describe, expect, it } from 'vitest';
import { canonical } from '../../../compiler/import/canonical.ts';
import type { ImportedItem } from '../../../compiler/import/imported.ts';
import { isPlainObject } from '../../../compiler/import/learn/leaf.ts';
import { type PlainObject, printJob } from '../../../compiler/import/printers.ts';
import { ConfigReader } from '../../../compiler/import/reader.ts';
import type { Tree } from '../../../compiler/import/tree.ts';
import type { JsonValue } from '../../../schema/schema-node.ts';
import { treeIn } from './read-xml.ts';

const reader = new ConfigReader();

/** Reads a configuration; what it becomes has to be the same to Jenkins. */
function read(text: string): ImportedItem {
  const item = reader.item(treeIn(text), 'team/shop', 'jobs/team/jobs/shop/config.xml');
  const printed = printJob({ ...item.spec, kind: item.kind, name: 'shop' });
  expect(printed && canonical(printed)).toEqual(canonical(treeIn(text)));
  return item;
}

const freestyle = (content: string) => `<?xml version='1.1' encoding='UTF-8'?>
<project>
  <canRoam>true</canRoam>
  <scm class="hudson.scm.NullSCM"/>
  ${content}
</project>`;

const conditional = (condition: string) =>
  `<org.jenkinsci.plugins.conditionalbuildstep.singlestep.SingleConditionalBuilder>${condition}<buildStep class="hudson.tasks.Shell"><command>make</command></buildStep><runner class="org.jenkins_ci.plugins.run_condition.BuildStepRunner$Fail"/></org.jenkinsci.plugins.conditionalbuildstep.singlestep.SingleConditionalBuilder>`;
const step = (condition: object) => ({
  'conditional-step': { condition, steps: [{ shell: { command: 'make' } }] },
});
const triggered = (configs: string) =>
  `<hudson.plugins.parameterizedtrigger.BuildTrigger><configs><hudson.plugins.parameterizedtrigger.BuildTriggerConfig><configs>${configs}</configs><projects>next</projects><condition>SUCCESS</condition></hudson.plugins.parameterizedtrigger.BuildTriggerConfig></configs></hudson.plugins.parameterizedtrigger.BuildTrigger>`;

describe('a configuration', () => {
  it('is a job in the vocabulary', () => {
    expect(
      read(
        freestyle(`
  <description>Builds the shop.</description>
  <properties>
    <hudson.model.ParametersDefinitionProperty>
      <parameterDefinitions>
        <hudson.model.StringParameterDefinition>
          <name>VERSION</name><defaultValue>1.0</defaultValue><trim>true</trim>
        </hudson.model.StringParameterDefinition>
      </parameterDefinitions>
    </hudson.model.ParametersDefinitionProperty>
  </properties>
  <triggers><hudson.triggers.TimerTrigger><spec>H 3 * * *</spec></hudson.triggers.TimerTrigger></triggers>
  <builders><hudson.tasks.Shell><command>make
make test
</command></hudson.tasks.Shell></builders>
  <publishers><hudson.tasks.ArtifactArchiver plugin="core"><artifacts>out/*.jar</artifacts></hudson.tasks.ArtifactArchiver></publishers>
  <buildWrappers><hudson.plugins.timestamper.TimestamperBuildWrapper plugin="timestamper@1.30"/></buildWrappers>`),
      ),
    ).toEqual({
      name: 'team/shop',
      kind: 'freestyle',
      native: true,
      kept: [],
      source: 'jobs/team/jobs/shop/config.xml',
      spec: {
        description: 'Builds the shop.',
        parameters: [{ string: { name: 'VERSION', default: '1.0', trim: true } }],
        triggers: [{ timed: { schedule: 'H 3 * * *' } }],
        builders: [{ shell: { command: 'make\nmake test\n' } }],
        publishers: [{ archive: { artifacts: ['out/*.jar'] } }],
        wrappers: [{ timestamps: {} }],
      },
    });
  });

  it.each([
    [
      'a step of Maven that looks for settings as Maven does',
      'builders',
      '<hudson.tasks.Maven><targets>verify</targets><mavenName>m</mavenName><settings class="jenkins.mvn.DefaultSettingsProvider"/><globalSettings class="jenkins.mvn.DefaultGlobalSettingsProvider"/></hudson.tasks.Maven>',
      {
        maven: {
          goals: 'verify',
          maven_version: 'm',
          default_settings: true,
          default_global_settings: true,
          inject_build_variables: true,
        },
      },
    ],
    [
      'a condition inside another one',
      'builders',
      conditional(
        '<condition class="org.jenkins_ci.plugins.run_condition.logic.Not"><condition class="org.jenkins_ci.plugins.run_condition.core.BooleanCondition"><token>true</token></condition></condition>',
      ),
      step({ not: { condition: { 'boolean-expression': { expression: 'true' } } } }),
    ],
    [
      'a condition about the time',
      'builders',
      conditional(
        '<condition class="org.jenkins_ci.plugins.run_condition.core.TimeCondition"><earliestHours>2</earliestHours><earliestMinutes>5</earliestMinutes><latestHours>23</latestHours><latestMinutes>40</latestMinutes></condition>',
      ),
      step({ time: { earliest: '02:05', latest: '23:40' } }),
    ],
    [
      'parameters in an order of their own',
      'publishers',
      triggered(
        '<hudson.plugins.parameterizedtrigger.PredefinedBuildParameters><properties>A=1</properties></hudson.plugins.parameterizedtrigger.PredefinedBuildParameters><hudson.plugins.parameterizedtrigger.CurrentBuildParameters/>',
      ),
      {
        'trigger-parameterized-builds': {
          triggers: [
            {
              project: ['next'],
              condition: 'SUCCESS',
              current_parameters: true,
              predefined_parameters: { A: '1' },
              parameter_order: ['predefined_parameters', 'current_parameters'],
            },
          ],
        },
      },
    ],
    [
      'a publisher that starts nothing',
      'publishers',
      '<hudson.plugins.parameterizedtrigger.BuildTrigger><configs/></hudson.plugins.parameterizedtrigger.BuildTrigger>',
      { 'trigger-parameterized-builds': { triggers: [] } },
    ],
    [
      'mail to those who broke the build alone',
      'publishers',
      '<hudson.tasks.Mailer><recipients/><sendToIndividuals>true</sendToIndividuals></hudson.tasks.Mailer>',
      { email: { send_to_individuals: true } },
    ],
    [
      'a schedule without a time',
      'triggers',
      '<hudson.triggers.SCMTrigger><spec/></hudson.triggers.SCMTrigger>',
      { pollscm: { schedule: '' } },
    ],
    [
      'a permission of a user or a group',
      'properties',
      '<hudson.security.AuthorizationMatrixProperty><permission>hudson.model.Item.Read:shop</permission></hudson.security.AuthorizationMatrixProperty>',
      { authorization: { matrix: [{ either: 'shop', permissions: ['Job/Read'] }] } },
    ],
  ])('has %s', (_, list, xml, entry) => {
    const { native, spec } = read(freestyle(`<${list}>${xml}</${list}>`));
    expect([native, spec]).toEqual([true, { [list]: [entry] }]);
  });

  it('keeps what nobody knows as XML in its place', () => {
    const item = read(
      freestyle(`<builders>
    <hudson.tasks.Shell><command>make</command></hudson.tasks.Shell>
    <org.example.Bake plugin="bake@1.2"><heat>200</heat></org.example.Bake>
    <hudson.tasks.Shell><command>make test</command></hudson.tasks.Shell>
  </builders>`),
    );
    expect(item.spec.builders).toEqual([
      { shell: { command: 'make' } },
      { xml: { xml: '<org.example.Bake plugin="bake@1.2">\n  <heat>200</heat>\n</org.example.Bake>' } },
      { shell: { command: 'make test' } },
    ]);
    expect(item.native).toBe(false);
    expect(item.kept).toEqual([{ path: 'builders[1]', element: 'org.example.Bake', elements: 2 }]);
  });

  it('keeps a field that nobody knows as a fragment of the job', () => {
    const item = read(freestyle('<oven class="org.example.Oven"><heat>200</heat></oven>'));
    expect(item.kind).toBe('freestyle');
    expect(item.spec).toEqual({
      fragments: [{ xml: '<oven class="org.example.Oven">\n  <heat>200</heat>\n</oven>' }],
    });
    expect(item.kept).toEqual([{ path: 'fragments[0]', element: 'org.example.Oven', elements: 2 }]);
  });

  it('keeps an unknown field of a known thing: the thing stays XML', () => {
    const item = read(
      freestyle(
        '<builders><hudson.tasks.Shell><command>a</command><heat>2</heat></hudson.tasks.Shell></builders>',
      ),
    );
    expect(item.kept).toEqual([{ path: 'builders[0]', element: 'hudson.tasks.Shell', elements: 3 }]);
  });

  it('is whole XML where no kind is like it', () => {
    const item = read('<maven2-moduleset><goals>verify</goals></maven2-moduleset>');
    expect(item).toMatchObject({
      kind: 'xml',
      native: false,
      spec: { xml: '<maven2-moduleset>\n  <goals>verify</goals>\n</maven2-moduleset>' },
      kept: [{ path: '', element: 'maven2-moduleset', elements: 2 }],
    });
  });

  it('is whole XML where its root says more than fragments can', () => {
    const item = read('<project extra="1"><canRoam>true</canRoam></project>');
    expect(item.kind).toBe('xml');
  });

  it('gets nothing that was not read', () => {
    const text = `<org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>
  <sources class="jenkins.branch.MultiBranchProject$BranchSourceList"><data/></sources>
</org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>`;
    expect(JSON.stringify(read(text))).not.toContain('zqx');
  });

  it('is read alike the second time, and in another order', () => {
    const one = freestyle(
      '<builders><hudson.tasks.Shell><command>a</command></hudson.tasks.Shell></builders>',
    );
    const two = freestyle('<disabled>true</disabled><quietPeriod>5</quietPeriod>');
    const again = new ConfigReader();
    const second = again.item(treeIn(two), 'two');
    const first = again.item(treeIn(one), 'one');
    expect(reader.item(treeIn(one), 'one')).toEqual(first);
    expect(reader.item(treeIn(two), 'two')).toEqual(second);
    expect(second.spec).toEqual({ disabled: true, quiet_period: 5 });
  });
});

const sources = [{ git: { url: 'https://git.example.com/web.git' } }];
const organization = { kind: 'organization', sources: [{ github: { repo_owner: 'shop' } }] };
const inline = { marker: 'pom.xml', script: "echo 'x'" };
const waiting = { project: ['deploy'], block: true };

describe('objects inside others', () => {
  it.each<PlainObject>([
    { kind: 'multibranch', sources, inline_pipeline: inline },
    { kind: 'multibranch', sources, inline_pipeline: { ...inline, sandbox: false } },
    { ...organization, inline_pipeline: inline },
    { ...organization, inline_pipeline: { ...inline, sandbox: false }, script_path: ['Jenkinsfile'] },
    { ...organization, remote_jenkinsfile: { scm: sources, fallback_branch: 'x', match_branches: true } },
    freestyleWith({ trigger: { builds: [waiting] } }),
    freestyleWith({
      trigger: { builds: [{ ...waiting, block_thresholds: { failure: 'never', unstable: 'never' } }] },
    }),
    freestyleWith({
      trigger: {
        builds: [
          {
            ...waiting,
            block_thresholds: { build_step_failure: 'never', failure: 'never', unstable: 'never' },
          },
        ],
      },
    }),
  ])('are read with all that they say: %j', (job) => {
    const printed = printJob({ ...job, name: 'job' });
    const item = printed && reader.item(printed, 'job');
    const { id: _, ...source } = firstSource(item?.spec.sources);
    const found = { kind: item?.kind, ...item?.spec };
    expect(job.kind === 'multibranch' ? { ...found, sources: [{ git: source }] } : found).toEqual(job);
  });

  it('are read whatever was in vain before', () => {
    const printed = printJob({ name: 'job', kind: 'multibranch', sources, orphaned_items: {} });
    const oven: Tree = { name: 'oven', attributes: {}, children: [], text: 'hot' };
    const trees = (printed?.children ?? []).map((child) =>
      child.name === 'sources' ? { ...child, children: [...child.children, oven] } : child,
    );
    const again = new ConfigReader();
    const items = [1, 2].map(() => printed && again.item({ ...printed, children: trees }, 'job'));
    for (const item of items) {
      expect(item?.kept.map(({ element }) => element)).toEqual(['oven']);
      expect(item?.spec.orphaned_items).toEqual({});
    }
  });
});

function freestyleWith(builder: PlainObject): PlainObject {
  return { kind: 'freestyle', builders: [builder] };
}

function firstSource(list: JsonValue | undefined): PlainObject {
  const [first] = Array.isArray(list) ? list : [];
  return isPlainObject(first) && isPlainObject(first.git) ? first.git : {};
}

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../../../compiler/cli/main.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { inFolder, run, runOn, textOf } from './run.ts';
import { runIn } from './run-in.ts';

const HEADER = '<?xml version="1.1" encoding="UTF-8"?>\n';

/** A freestyle job with more elements. */
function freestyle(...parts: readonly string[]): string {
  return `${HEADER}<project>\n  <keepDependencies>false</keepDependencies>\n${parts.join('\n')}\n</project>\n`;
}

function shell(command: string): string {
  return `  <builders>\n    <hudson.tasks.Shell>\n      <command>${command}</command>\n    </hudson.tasks.Shell>\n  </builders>`;
}

const long = Array.from({ length: 8 }, (_, index) => `make step-${index}`).join('\n');

const view = `<hudson.model.ListView>
      <owner class="hudson" reference="../../.."/>
      <name>Nightly</name>
      <filterExecutors>false</filterExecutors>
      <filterQueue>false</filterQueue>
      <properties class="hudson.model.View$PropertyList"/>
      <jobNames><comparator class="java.lang.String$CaseInsensitiveComparator"/><string>team</string></jobNames>
      <jobFilters/>
      <columns/>
      <recurse>false</recurse>
    </hudson.model.ListView>`;

const folder = `${HEADER}<com.cloudbees.hudson.plugins.folder.Folder plugin="cloudbees-folder@6.999">
  <actions/>
  <description>The team</description>
  <properties/>
</com.cloudbees.hudson.plugins.folder.Folder>
`;

/** A home of Jenkins with a folder, a view, a multibranch project and what is no job. */
const home = inFolder('/project/home', {
  'config.xml': `${HEADER}<hudson>\n  <systemMessage>Welcome</systemMessage>\n  <views>${view}</views>\n</hudson>\n`,
  'jobs/team/config.xml': folder,
  'jobs/team/jobs/build/config.xml': freestyle(
    '  <!-- by hand -->',
    '  <assignedNode>linux &amp;&amp; docker</assignedNode>',
    shell(long),
  ),
  'jobs/team/jobs/build/builds/1/build.xml': '<build/>',
  'jobs/check/config.xml': freestyle(shell('make check')),
  'jobs/web/config.xml': `${HEADER}<org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject/>\n`,
  'jobs/web/branches/main/config.xml': freestyle(shell('make main')),
});

describe('bitesize import', () => {
  it('writes specs that compile to the jobs of a home of Jenkins', async () => {
    const { code, output, errors, host } = await run(['import', 'home', '--out', 'specs'], { files: home });
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('5 jobs: 5 equal');
    const specs = textOf(host, 'specs/jobs.bitesize');
    expect(specs).toContain('  labels: [docker, linux]\n');
    expect(specs).toContain('    builders: [{shell: {file: scripts/team/build.sh}}]\n');
    expect(specs).toContain('  - name: Nightly\n    kind: list-view\n');
    expect(specs).not.toContain('make main');
    expect(textOf(host, 'specs/scripts/team/build.sh')).toBe(long);
    expect(textOf(host, 'specs/jenkins.bitesize')).toContain('system_message: Welcome');
    const report = textOf(host, 'specs/IMPORT.md');
    expect(report).toContain('| `cloudbees-folder` | 6.999 |');
    expect(report).toContain('- `team/build`: `by hand`');
    expect((await runOn(host, ['check', 'specs'])).code).toBe(0);
  });

  it.each(['hudson', 'jenkins'])(
    'takes the views of a configuration as Jenkins writes it: %s',
    async (root) => {
      const short = view.replaceAll('hudson.model.ListView', 'listView');
      const { code, output, host } = await run(['import', 'home', '--out', 'specs'], {
        files: {
          ...home,
          ...inFolder('/project/home', { 'config.xml': `<${root}><views>${short}</views></${root}>` }),
        },
      });
      expect(output).toContain('5 jobs: 5 equal');
      expect(code).toBe(0);
      expect(textOf(host, 'specs/jobs.bitesize')).toContain('  - name: Nightly\n    kind: list-view\n');
    },
  );

  it.each([
    ['its folder of jobs', 'home/jobs', 4],
    ['one job', 'home/jobs/check', 1],
  ])('takes %s', async (_, source, count) => {
    const { code, output } = await run(['import', source, '--out', 'specs'], { files: home });
    expect(code).toBe(0);
    expect(output).toContain(`${count} ${count === 1 ? 'job' : 'jobs'}: ${count} equal`);
  });

  it('takes what Job Builder wrote: a folder or a file for each job', async () => {
    const files = inFolder('/project/made', {
      'tree/group/config.xml': folder,
      'tree/group/inner/config.xml': freestyle(shell('make inner')),
      'flat/one': freestyle(shell('make one')),
      'flat/two.xml': freestyle(shell('make two')),
      'flat/notes.md': '# no job\n',
    });
    const tree = await run(['import', 'made/tree', '--out', 'specs'], { files });
    expect(tree.output).toContain('2 jobs: 2 equal');
    expect(textOf(tree.host, 'specs/jobs.bitesize')).toContain('name: group/inner');
    const flat = await run(['import', 'made/flat', '--out', 'specs'], { files });
    expect(flat.output).toContain('2 jobs: 2 equal');
    expect(textOf(flat.host, 'specs/jobs.bitesize')).toContain('  - name: two\n');
  });

  it('keeps texts and numbers that look like nothing', async () => {
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': freestyle(
        '  <description>0</description>\n  <quietPeriod>0</quietPeriod>',
        '  <builders><hudson.tasks.Shell><command>false</command></hudson.tasks.Shell><hudson.tasks.Shell><command>0</command></hudson.tasks.Shell></builders>',
      ),
    });
    const { code, host } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(code).toBe(0);
    const specs = textOf(host, 'specs/jobs.bitesize');
    expect(specs).toContain("    description: '0'\n    quiet_period: 0\n");
    expect(specs).toContain("    builders: [{shell: 'false'}, {shell: '0'}]\n");
  });

  it('counts a job that is XML as such, however large it is', async () => {
    const steps = '<hudson.tasks.Shell><command>make</command></hudson.tasks.Shell>'.repeat(300);
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': `<maven2-moduleset><prebuilders>${steps}</prebuilders></maven2-moduleset>\n`,
    });
    const { output, host } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(output).toContain('1 job: 1 equal, 0 without any XML');
    const report = textOf(host, 'specs/IMPORT.md');
    expect(report).toContain('| elements that are fields | 0 (0 %) |');
    expect(report).toContain('| `a` | xml | equal | `maven2-moduleset` |');
  });

  it('writes no secret, and tells of each', async () => {
    const encrypted = '{AQAAABAAAAAQ7Hq1pnk3mEGyXz0T5cC0rQ4u8W3i0l2d5XkqgJ6m1nU=}';
    const token = ['ghp', 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5'].join('_');
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': freestyle(
        `  <properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.PasswordParameterDefinition><name>PIN</name><defaultValue>${encrypted}</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>`,
        shell(`curl -u me:${token} https://ci.example.com`),
        `  <!-- PASSWORD=${token} and ${encrypted} -->`,
      ),
    });
    const { code, output, errors, host } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(code).toBe(0);
    expect(output).toContain('1 job: 0 equal, 1 equal but for secrets');
    const all = ['jobs.bitesize', 'IMPORT.md'].map((name) => textOf(host, `specs/${name}`)).join('');
    for (const text of [all, output, errors]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(encrypted);
    }
    expect(all).toContain('# TODO: a secret stood in builders[0].shell.command');
    expect(all).toContain('| `a` | `parameters[0].password.default` | encrypted |');
    expect((await runOn(host, ['check', 'specs'])).output).toContain('check/todo');
  });

  it('writes no plain text of a field that holds nothing but a secret', async () => {
    const plain = 'plain-words-here';
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': freestyle(`  <authToken>${plain}</authToken>`),
      'jobs/b/config.xml': freestyle(
        `  <properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.PasswordParameterDefinition><name>PIN</name><defaultValue>${plain}</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>`,
      ),
      'jobs/c/config.xml': freestyle(
        `  <triggers><org.jenkinsci.plugins.gwt.GenericTrigger><token>${plain}</token></org.jenkinsci.plugins.gwt.GenericTrigger></triggers>`,
      ),
      'jobs/d/config.xml': `<maven2-moduleset><password>${plain}</password></maven2-moduleset>`,
    });
    const { code, output, host } = await run(['import', 'home', '--out', 'specs'], { files });
    expect([code, output]).toEqual([0, expect.stringContaining('4 jobs: 0 equal, 4 equal but for secrets')]);
    for (const text of [textOf(host, 'specs/jobs.bitesize'), textOf(host, 'specs/IMPORT.md'), output])
      expect(text).not.toContain(plain);
    const checked = await runOn(host, ['check', 'specs']);
    expect(checked.output.match(/\[secret\/[a-z-]+\]/g)).toEqual(Array(4).fill('[secret/placeholder]'));
  });

  it('binds passwords of variables as credentials', async () => {
    const value = '{AQAAABAAAAAQ7Hq1pnk3mEGyXz0T5cC0rQ4u8W3i0l2d5XkqgJ6m1nU=}';
    const pair = `<com.michelin.cio.hudson.plugins.maskpasswords.MaskPasswordsBuildWrapper_-VarPasswordPair><var>PIN</var><password>${value}</password></com.michelin.cio.hudson.plugins.maskpasswords.MaskPasswordsBuildWrapper_-VarPasswordPair>`;
    const mask = 'com.michelin.cio.hudson.plugins.maskpasswords.MaskPasswordsBuildWrapper';
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': freestyle(
        `  <buildWrappers><${mask}><varPasswordPairs>${pair}</varPasswordPairs></${mask}></buildWrappers>`,
      ),
    });
    const { host } = await run(['import', 'home', '--out', 'specs'], { files });
    const specs = textOf(host, 'specs/jobs.bitesize');
    expect(specs).toContain('{credentials: a-pin, variable: PIN}');
    expect(specs).toContain('credentials: [a-pin]');
    expect(textOf(host, 'specs/IMPORT.md')).toContain('| `a` | freestyle | equal but for secrets |');
    expect(specs).not.toContain(value);
  });

  it('says of a script in the controller that it may run there', async () => {
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': freestyle(
        '  <builders><hudson.plugins.groovy.SystemGroovy><source class="hudson.plugins.groovy.StringSystemScriptSource"><script><script>println 1</script><sandbox>false</sandbox></script></source></hudson.plugins.groovy.SystemGroovy></builders>',
      ),
    });
    const { code, output, host } = await run(['import', 'home', '--out', 'specs'], { files });
    expect([code, output]).toEqual([0, expect.stringContaining('1 job: 1 equal')]);
    expect(textOf(host, 'specs/jobs.bitesize')).toContain('allow: controller');
  });

  it('writes equal scripts and what all jobs of a kind say once', async () => {
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': freestyle('  <assignedNode>linux</assignedNode>', shell(long)),
      'jobs/b/config.xml': freestyle('  <assignedNode>linux</assignedNode>', shell(long)),
    });
    const { host } = await run(['import', 'home', '--out', 'specs'], { files });
    const specs = textOf(host, 'specs/jobs.bitesize');
    expect(specs.match(/linux/g)).toHaveLength(2);
    expect(specs.match(/scripts\/a\.sh/g)).toHaveLength(1);
    expect(specs).toContain('defaults:');
  });

  it('exits with 4 when a job differs, and says where', async () => {
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': freestyle(shell('printf &apos;&#x1b;[1m&apos;')),
    });
    const { code, host } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(code).toBe(4);
    expect(textOf(host, 'specs/IMPORT.md')).toContain(
      'another text in `builders/hudson.tasks.Shell/command`',
    );
  });

  it('leaves out what cannot be a job, and compares all others', async () => {
    const files = inFolder('/project/home', {
      'jobs/good/config.xml': freestyle(shell('make')),
      'jobs/rare/config.xml': '<com.example.Rare/>\n',
      'jobs/broken/config.xml': '<project><builders></project>\n',
    });
    const { code, output } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(code).toBe(1);
    expect(output).toContain('Job DSL makes no `com.example.Rare`');
    expect(output).toContain('home/jobs/broken/config.xml:1:20');
    expect(output).toContain('1 job: 1 equal');
  });

  it('says why the compiler refuses a job, and leaves nothing of it', async () => {
    const step = '<builders><com.example.Rare plugin="rare-thing@1.2"/></builders>';
    const files = inFolder('/project/home', { 'jobs/a/config.xml': `<project>${step}</project>\n` });
    const alone = await run(['import', 'home', '--out', 'specs'], { files });
    expect(alone.code).toBe(1);
    expect(alone.output).toContain(
      'job `a` is left out: `com.example.Rare` is of the plugin `rare-thing`, which is not in the catalogue (plugin/unknown)\n' +
        ' --> home/jobs/a/config.xml:1:20\n',
    );
    const text =
      '<builders><com.example.Note><with>some-words</with></com.example.Note><com.example.Rare plugin="rare-thing@1.2"><by>others</by>';
    const inLine = inFolder('/project/home', {
      'jobs/a/config.xml': `<project>${text}</com.example.Rare></builders></project>\n`,
    });
    const shown = await run(['import', 'home', '--out', 'specs'], { files: inLine });
    expect(shown.output).toContain('of the plugin `rare-thing`');
    expect(shown.output).not.toMatch(/some-words|others<|<by>/);
    expect(alone.host.files.list('/project/specs')).toMatchObject({ ok: true, value: [] });
    const beside = await run(['import', 'home', '--out', 'specs'], { files: { ...home, ...files } });
    expect(beside.output).toContain('5 jobs: 5 equal');
    expect(beside.output).toContain('`com.example.Rare` is of the plugin `rare-thing`');
    expect(beside.host.files.status('/project/specs/xml').ok).toBe(false);
  });

  it('calls a view that is left out a view', async () => {
    const rare = '<com.example.RareView><name>Rare</name></com.example.RareView>';
    const { output } = await run(['import', 'home', '--out', 'specs'], {
      files: {
        ...home,
        ...inFolder('/project/home', { 'config.xml': `<hudson><views>${rare}</views></hudson>` }),
      },
    });
    expect(output).toContain('view `Rare` is left out: no kind of views can say this `com.example.RareView`');
    expect(output).toContain('= help: keep it in Jenkins\n');
  });

  it('overwrites nothing without being told', async () => {
    const files = { ...home, '/project/specs/jobs.bitesize': 'project: mine\n' };
    const refused = await run(['import', 'home', '--out', 'specs'], { files });
    expect([refused.code, refused.errors]).toEqual([2, expect.stringContaining('pass `--overwrite`')]);
    expect(textOf(refused.host, 'specs/jobs.bitesize')).toBe('project: mine\n');
    const { code, host } = await run(['import', 'home', '--out', 'specs', '--overwrite'], { files });
    expect(code).toBe(0);
    expect(textOf(host, 'specs/jobs.bitesize')).toContain('project: specs\n');
  });

  it('makes several projects of jobs that are more than one spec should hold', async () => {
    // A text in quotes on one line, as long as one may be.
    const large = (name: string) =>
      freestyle(`  <description>${`${name} `.repeat(60_000)}</description>`, shell(`make ${name}`));
    const names = Array.from({ length: 12 }, (_, index) => `job-${10 + index}`);
    const trigger = `  <publishers><hudson.tasks.BuildTrigger><childProjects>job-21</childProjects><threshold><name>SUCCESS</name><ordinal>0</ordinal><color>BLUE</color><completeBuild>true</completeBuild></threshold></hudson.tasks.BuildTrigger></publishers>`;
    const files = inFolder('/project/home', {
      'config.xml': `${HEADER}<hudson>\n  <systemMessage>Welcome</systemMessage>\n</hudson>\n`,
      'jobs/first/config.xml': freestyle(shell('make'), trigger),
      ...Object.fromEntries(names.map((name) => [`jobs/${name}/config.xml`, large(name)])),
    });
    const { code, output, host } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(code).toBe(0);
    expect(output).toContain('13 jobs: 13 equal');
    expect(output).toContain('2 projects, 4 files');
    const [one = '', two = ''] = ['specs-1', 'specs-2'].map((name) =>
      textOf(host, `specs/${name}/jobs.bitesize`),
    );
    expect(one).toMatch(/^project: specs-1\nexternal:\n {2}jobs: \[job-21\]\n/);
    expect(two).toMatch(/^project: specs-2\n/);
    expect(two).not.toContain('external:');
    expect(Math.max(one.length, two.length)).toBeLessThan(4.5 * 1024 * 1024);
    expect(two).toContain('name: job-21');
    expect(textOf(host, 'specs/specs-2/jenkins.bitesize')).toContain('system_message: Welcome');
    expect(host.files.status('specs/jobs.bitesize').ok).toBe(false);
    const report = textOf(host, 'specs/IMPORT.md');
    expect(report).toContain('| `specs-2` |');
    expect(report).not.toContain('What somebody else looks after');
    expect((await runOn(host, ['check', 'specs/specs-1', 'specs/specs-2'])).code).toBe(0);
    host.files.write('specs/jobs.bitesize', 'project: specs\n');
    const again = await runOn(host, ['import', 'home', '--out', 'specs', '--overwrite']);
    expect(again.code).toBe(3);
    expect(again.errors).toContain(
      'the jobs become several projects, and `specs/jobs.bitesize` is there already',
    );
  });

  it('reads each configuration once, also of a job with a secret', async () => {
    const reads = new Map<string, number>();
    const files = inFolder('/project/home', {
      'jobs/plain/config.xml': freestyle(shell('make')),
      'jobs/secret/config.xml': freestyle(shell('curl -u me:{AQAAABAAAAAQ0123456789abcdef0123456789ab=} x')),
    });
    const host = createMemoryHost({ cwd: '/project', files });
    const counting = {
      ...host,
      files: {
        ...host.files,
        read: (...args: Parameters<typeof host.files.read>) => {
          const [path] = args;
          if (path.endsWith('config.xml')) reads.set(path, (reads.get(path) ?? 0) + 1);
          return host.files.read(...args);
        },
      },
    };
    expect(await main(['import', 'home', '--out', 'specs'], counting)).toBe(0);
    expect(textOf(host, 'specs/IMPORT.md')).toContain('equal but for secrets | 1 ');
    expect([...reads.values()]).toEqual([1, 1]);
  });

  it.each([
    ['a folder that is not there', 'nowhere', 2],
    ['a folder without jobs', 'home/jobs/team/jobs/build/builds', 1],
  ])('refuses %s', async (_, source, code) => {
    expect((await run(['import', source, '--out', 'specs'], { files: home })).code).toBe(code);
  });
});

describe('hostile folders', () => {
  it('looks at each comment before the first element once', async () => {
    const files = inFolder('/project/home', {
      'jobs/a/config.xml': `${'<!--'.repeat(500_000)}\n`,
      'jobs/b/config.xml': `${'<!-- a -->'.repeat(1000)}${folder.replace(HEADER, '')}`,
      'jobs/b/jobs/c/config.xml': freestyle(shell('make')),
    });
    const { code, output } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(code).toBe(1);
    expect(output).toContain('2 jobs: 2 equal');
  });

  const made: string[] = [];
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });

  function disk(files: Readonly<Record<string, string>>): string {
    const top = mkdtempSync(join(tmpdir(), 'bitesize-import-'));
    made.push(top);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(top, name)), { recursive: true });
      writeFileSync(join(top, name), text);
    }
    return top;
  }

  it('does not follow links out of the folder, and writes nothing elsewhere', async () => {
    const top = disk({
      'home/jobs/good/config.xml': freestyle(shell('make')),
      'outside/config.xml': freestyle(shell('make outside')),
    });
    symlinkSync('../../outside', join(top, 'home/jobs/stolen'));
    symlinkSync('..', join(top, 'home/jobs/loop'));
    const { code, output } = await runIn(top, ['import', 'home', '--out', 'specs']);
    expect(code).toBe(0);
    expect(output).toContain('import/link');
    expect(output).toContain('1 job: 1 equal');
    expect(readFileSync(join(top, 'specs/jobs.bitesize'), 'utf8')).not.toContain('outside');
    expect(readdirSync(top).sort()).toEqual(['home', 'outside', 'specs']);
  });

  it('follows no link in the folder that it writes to', async () => {
    const top = disk({ 'home/jobs/a/config.xml': freestyle(shell(long)), 'elsewhere/a.txt': '' });
    mkdirSync(join(top, 'specs'));
    symlinkSync('../elsewhere', join(top, 'specs/scripts'));
    const { code } = await runIn(top, ['import', 'home', '--out', 'specs', '--overwrite']);
    expect(code).toBe(3);
    expect(readdirSync(join(top, 'elsewhere'))).toEqual(['a.txt']);
  });

  it('refuses a file that is larger than any job', async () => {
    const top = disk({
      'home/jobs/a/config.xml': freestyle(`<description>${'x'.repeat(9_000_000)}</description>`),
    });
    const { code, output } = await runIn(top, ['import', 'home', '--out', 'specs']);
    expect([code, output]).toEqual([1, expect.stringContaining('import/unreadable')]);
  });

  it.each([
    [
      'an entity that repeats others',
      '<!DOCTYPE project [<!ENTITY a "aaaa">]><project>&a;</project>',
      'document type',
    ],
    [
      'an entity of a file',
      '<!DOCTYPE project [<!ENTITY a SYSTEM "a.txt">]><project>&a;</project>',
      'document type',
    ],
    ['an instruction', '<?php echo 1 ?><project/>', 'processing instruction'],
    ['an unknown entity', '<project><description>&nbsp;</description></project>', 'stands for nothing'],
    ['a control character', '<project><description>\u0001</description></project>', 'as a reference'],
    ['deep elements', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'nested more than'],
  ])('says what is wrong with %s', async (_, xml, problem) => {
    const files = inFolder('/project/home', { 'jobs/a/config.xml': xml });
    const { code, output } = await run(['import', 'home', '--out', 'specs'], { files });
    expect(code).toBe(1);
    expect(output).toContain('error[import/xml]');
    expect(output).toContain(problem);
    expect(output).toContain('home/jobs/a/config.xml:1:');
  });

  it('ends well on 500 configurations with a mistake somewhere', async () => {
    const original = freestyle('  <assignedNode>linux</assignedNode>', shell(long));
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    const marks = ['<', '>', '&', '"', '/', '', '<!--', ']]>', '<![CDATA[', '\u0000', '\ufeff', '<?x'];
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => {
        const at = next(original.length);
        const text = original.slice(0, at) + marks[next(marks.length)] + original.slice(at + next(4));
        return [`jobs/job-${index}/config.xml`, text];
      }),
    );
    const { code, output } = await run(['import', 'home', '--out', 'specs', '--max-diagnostics', '0'], {
      files: inFolder('/project/home', files),
    });
    const read = Number(/^(\d+) jobs: /m.exec(output)?.[1]);
    const refused = output.match(/^error\[import\/(?:xml|left-out|unreadable)\]/gm)?.length ?? 0;
    expect(code).toBe(1);
    expect(refused).toBeGreaterThan(100);
    expect(read + refused).toBe(500);
  }, 120_000);
});

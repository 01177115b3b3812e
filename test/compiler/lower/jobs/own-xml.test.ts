import { describe, expect, it } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';
import { positionAt } from '../../../../compiler/text/position.ts';
import { whyOutput } from '../../../../compiler/why/why-output.ts';

/** Returns what the compiler makes of some jobs, and its findings as `code place: message`. */
function jobsOf(jobs: string, files: Readonly<Record<string, string>> = {}) {
  const text = `project: shop\njobs:\n${jobs}`;
  const { artifacts, diagnostics, ir } = compile([{ name: 'jobs.bitesize', text }], {
    files: new Map(Object.entries(files)),
  });
  const found = diagnostics.map(({ code, span, message }) => {
    const { line, column } = span ? positionAt(span.file, span.start) : { line: 0, column: 0 };
    const marked = span?.file.text.slice(span.start, span.end);
    return { code, place: `${span?.file.name}:${line}:${column}`, marked, message };
  });
  const file = (path: string) => artifacts.find((artifact) => artifact.path === path);
  return { found, file, text: (path: string) => file(path)?.content.text ?? '', ir };
}

const legacy = `  - name: legacy
    kind: xml
    xml: |
      <?xml version='1.1' encoding='UTF-8'?>
      <project plugin="matrix-project@1">
        <builders>
          <hudson.tasks.Shell><command>make
            all</command></hudson.tasks.Shell>
        </builders>
      </project>
`;

describe('a job that is given whole', () => {
  it('is its configuration, and Job DSL keeps nothing of its own', () => {
    const { found, text } = jobsOf(legacy);
    expect(found).toEqual([]);
    expect(text('jenkins/jobs/legacy/config.xml')).toBe(`<?xml version="1.1" encoding="UTF-8"?>
<project plugin="matrix-project@1">
    <builders>
        <hudson.tasks.Shell>
            <command>make
      all</command>
        </hudson.tasks.Shell>
    </builders>
</project>
`);
    expect(text('jenkins/job-dsl/jobs.groovy')).toContain(`freeStyleJob('legacy') {
    configure { project ->
        // The job is given whole: nothing of what Job DSL makes is kept.
        project.attributes().clear()
        project.children().clear()
        project.attributes().put('plugin', 'matrix-project@1')
        def node1 = project.appendNode('builders')
        def node2 = node1.appendNode('hudson.tasks.Shell')
        node2.appendNode('command', '''\\
make
      all''')
    }
}
`);
  });

  it('needs the plugins of its classes, its attributes and its method, and those that the spec names', () => {
    const { text } = jobsOf(
      '  - name: m\n    kind: xml\n    xml: \'<matrix-project><hudson.tasks.Mailer/><a plugin="ant@1"/></matrix-project>\'\n    plugins: [{id: slack}]\n',
    );
    for (const [id, why] of [
      ['matrix-project', 'a job is given as XML'],
      ['mailer', 'a fragment of XML says'],
      ['ant', 'a fragment of XML says'],
      ['slack', 'used by the job m'],
    ])
      expect(text('jenkins/plugins.txt')).toMatch(new RegExp(`^${id}:.*${why}`, 'm'));
  });

  it('may come from a file beside the specs', () => {
    const xml = '\ufeff<?xml version="1.1"?>\n<flow-definition><disabled>true</disabled></flow-definition>\n';
    const { found, text } = jobsOf('  - {name: old/p, kind: xml, xml_file: jobs/p.xml}\n', {
      'jobs/p.xml': xml,
    });
    expect(found).toEqual([]);
    expect(text('jenkins/jobs/old/jobs/p/config.xml')).toContain('<disabled>true</disabled>');
    expect(text('jenkins/job-dsl/jobs.groovy')).toContain("pipelineJob('old/p')");
    expect(text('jenkins/job-dsl/all_folders.groovy')).toContain("folder('old')");
  });

  it('can be a folder, which is there before what it holds', () => {
    const folder = 'com.cloudbees.hudson.plugins.folder.Folder';
    const { found, text } = jobsOf(
      `  - {name: a/b, kind: freestyle}\n  - {name: a, kind: xml, xml: "<${folder}/>"}\n`,
    );
    expect(found).toEqual([]);
    expect(text('jenkins/job-dsl/all_folders.groovy').match(/^folder\('a'\)/gm)).toHaveLength(1);
    expect(text('jenkins/job-dsl/jobs.groovy')).not.toContain("folder('a')");
  });

  it('is written in blocks that the JVM takes, whatever it holds', () => {
    const steps = '<s><a/><b c="1">t</b></s>'.repeat(400);
    const { found, text } = jobsOf(
      `  - {name: long, kind: xml, xml: '<project><builders>${steps}</builders></project>'}\n`,
    );
    expect(found).toEqual([]);
    const blocks = text('jenkins/job-dsl/jobs.groovy').split('configure { project ->').slice(1);
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(block.split('\n').length).toBeLessThan(320);
    expect(blocks[1]).toMatch(/^\n {8}def node1 = project\.children\(\)\[0\]/);
  });

  it('says for each line where it comes from', () => {
    const artifact = jobsOf(legacy).file('jenkins/jobs/legacy/config.xml');
    if (artifact === undefined) throw new Error('no file');
    const [cause] = whyOutput(artifact, 5);
    expect(cause).toMatchObject({ kind: 'spec' });
  });

  it.each([
    ['<project><a></b></project>', 'job/xml', '<', '`</b>` closes `<a>`'],
    ['<project/><project/>', 'job/xml', '<', 'a second element stands beside the first one'],
    ['<project>&nbsp;</project>', 'job/xml', '&nbsp;', 'stands for nothing in XML'],
    ['<!DOCTYPE a><project/>', 'job/xml', '<!DOCTYPE', 'a document type is not allowed'],
    ['<hudson.model.ListView/>', 'job/xml-root', 'hudson.model.ListView', 'cannot be made of the element'],
    ['<toString/>', 'job/xml-root', 'toString', 'cannot be made of the element'],
    ['<project><x.y.Z/></project>', 'job/unknown-class', 'x.y.Z', 'no plugin is known'],
  ])('%s is reported at its place', (xml, code, marked, message) => {
    const { found } = jobsOf(`  - name: a\n    kind: xml\n    xml: |\n      <!-- first -->\n      ${xml}\n`);
    expect(found).toEqual([expect.objectContaining({ code, message: expect.stringContaining(message) })]);
    expect(found[0]?.place).toMatch(/^jobs\.bitesize:7:\d+$/);
    expect(found[0]?.marked?.startsWith(marked)).toBe(true);
  });

  it('is reported at its place in a file', () => {
    const { found } = jobsOf('  - {name: a, kind: xml, xml_file: a.xml}\n', {
      'a.xml': '<?xml version="1.1"?>\n<project>\n  <a>\n</project>\n',
    });
    expect(found).toEqual([expect.objectContaining({ code: 'job/xml', place: 'a.xml:4:1' })]);
  });
});

describe('fragments of a job', () => {
  const at = (fragment: string, kind = 'freestyle, builders: [{shell: make}]') =>
    jobsOf(`  - {name: a, kind: ${kind}, fragments: [${fragment}]}\n`);

  it('go to their places, those without a place to the job itself', () => {
    const { found, text } = at('{at: publishers, xml: <a.B/>, plugins: [{id: ant}]}, {xml: <x>1</x>}');
    expect(found).toEqual([]);
    expect(text('jenkins/jobs/a/config.xml')).toMatch(/<publishers>\s*<a\.B\/>\s*<\/publishers>/);
    expect(text('jenkins/jobs/a/config.xml')).toMatch(/<x>1<\/x>\n<\/project>/);
    expect(text('jenkins/job-dsl/jobs.groovy')).toContain("place1.appendNode('a.B')");
    expect(text('jenkins/plugins.txt')).toMatch(/^ant:.*used by the job a/m);
  });

  it.each([
    ['{at: nowhere, xml: <a/>}', 'job/fragment-place', 'nowhere'],
    ['{at: publishers, xml: <a><b></a>}', 'job/fragment', '<'],
    ['{xml: <builders/>}', 'job/fragment-replaces', '<builders'],
  ])('%s is reported', (fragment, code, marked) => {
    expect(at(fragment).found).toEqual([expect.objectContaining({ code, marked })]);
  });

  it('are for the jobs of the settings, too', () => {
    const jenkins = 'project: shop\njenkins: {job_xml: [{job: a, at: builders, xml: <c/>}]}\n';
    const jobs =
      'project: shop\njobs: [{name: a, kind: freestyle, fragments: [{at: builders, xml: <b/>}]}]\n';
    const { artifacts } = compile([
      { name: 'jenkins.bitesize', text: jenkins },
      { name: 'jobs.bitesize', text: jobs },
    ]);
    const xml = artifacts.find(({ path }) => path === 'jenkins/jobs/a/config.xml')?.content.text;
    expect(xml).toMatch(/<builders>\s*<c\/>\s*<b\/>\s*<\/builders>/);
  });
});

describe('the script of a pipeline of the own', () => {
  it('is a file of the output, from the spec or from a file beside it', () => {
    const { found, text } = jobsOf(
      '  - {name: f/a, kind: pipeline, file: ./ci/a.groovy}\n  - name: b\n    kind: pipeline\n    script: |\n      echo "b"\n',
      { 'ci/a.groovy': '\ufeffecho "é"\r\n' },
    );
    expect(found).toEqual([]);
    expect(text('jenkins/pipelines/f/a.groovy')).toBe('echo "é"\n');
    expect(text('jenkins/pipelines/b.groovy')).toBe('echo "b"\n');
    expect(text('jenkins/job-dsl/jobs.groovy')).toContain(
      "script(readFileFromWorkspace('pipelines/f/a.groovy'))",
    );
  });

  it('is a file of the output in folders of branches and repositories, too', () => {
    const { found, text } = jobsOf(
      `  - {name: f/a, kind: multibranch, sources: [{git: x}], inline_pipeline: {marker: pom.xml, file: ci/a.groovy}}
  - {name: b, kind: organization, sources: [{github: shop}], inline_pipeline: {marker: pom.xml, script: echo 'b'}}\n`,
      { 'ci/a.groovy': '\ufeffecho "é"\r\n' },
    );
    expect(found).toEqual([]);
    expect(text('jenkins/pipelines/f/a.groovy')).toBe('echo "é"\n');
    expect(text('jenkins/jobs/f/jobs/a/config.xml')).toContain('<script>echo "é"\n</script>');
    expect(text('jenkins/pipelines/b.groovy')).toBe("echo 'b'");
    expect(text('jenkins/job-dsl/jobs.groovy')).toContain("readFileFromWorkspace('pipelines/b.groovy')");
  });

  it('has a path that no folder is in the way of', () => {
    const { text } = jobsOf(
      "  - {name: a, kind: pipeline, script: '1'}\n  - {name: a.groovy/b, kind: pipeline, script: '2'}\n",
    );
    expect(text('jenkins/pipelines/a.groovy')).toBe('1');
    expect(text('jenkins/pipelines/a%2Egroovy/b.groovy')).toBe('2');
  });

  it.each([
    ['kind: pipeline', 'check/one-of', 'has none of `script`, `file` and `scm`'],
    ['kind: pipeline, script: a, file: a.groovy', 'check/one-of', '`script` and `file`'],
    ['kind: pipeline, file: b.groovy', 'job/missing-file', '`b.groovy` is not there'],
    ['kind: pipeline, file: ../a.groovy', 'job/missing-file', 'is not there'],
    ['kind: pipeline, file: bell.groovy', 'job/file-character', 'U+0007'],
    ['kind: xml', 'check/one-of', 'has none of `xml` and `xml_file`'],
    ['kind: xml, xml: <project/>, xml_file: a.xml', 'check/one-of', 'exclude each other'],
    ['kind: xml, xml_file: b.xml', 'job/missing-file', '`b.xml` is not there'],
  ])('{%s} is reported', (fields, code, message) => {
    const { found } = jobsOf(`  - {name: a, ${fields}}\n`, {
      'a.groovy': 'a',
      '../a.groovy': 'a',
      'bell.groovy': 'a\n\u0007',
    });
    expect(found).toEqual([expect.objectContaining({ code, message: expect.stringContaining(message) })]);
  });
});

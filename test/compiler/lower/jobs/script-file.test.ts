import { describe, expect, it } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';
import { parseXmlFragment } from '../../../../compiler/print/parse-xml-fragment.ts';
import { whyOutput } from '../../../../compiler/why/why-output.ts';
import { findingsOf } from '../../check/findings.ts';
import { webShop } from './web-shop.ts';

function filesOf(jenkins: string) {
  const texts = { ...webShop, jenkins: `project: shop\njenkins:\n${jenkins}` };
  const sources = Object.entries(texts).map(([kind, text]) => ({ name: `${kind}.bitesize`, text }));
  const { artifacts } = compile(sources);
  return new Map(artifacts.map((artifact) => [artifact.path, artifact]));
}

const repository = 'repository: "https://git.example.com/delivery.git"';

describe('the script of a pipeline', () => {
  const files = filesOf(`  folder: shop/main\n  seed: {${repository}}\n`);
  const scripts = [...files.keys()].filter((path) => path.startsWith('jenkins/pipelines/'));

  it('is a file of the name of its job, in the folders of the job', () => {
    expect(scripts).toContain('jenkins/pipelines/shop/main/environment-pipeline.groovy');
    expect(scripts.length).toBeGreaterThan(2);
  });

  it('is the one that the configuration of the job holds', () => {
    for (const path of scripts) {
      const job = path.replace('jenkins/pipelines/', '').replace(/\.groovy$/, '');
      const xml = files.get(`jenkins/jobs/${job.replaceAll('/', '/jobs/')}/config.xml`)?.content.text ?? '';
      const parsed = parseXmlFragment(/<script>.*?<\/script>/s.exec(xml)?.[0] ?? '');
      expect(parsed).toMatchObject({ elements: [{ content: files.get(path)?.content.text }] });
    }
  });

  it('stands in no Job DSL, and each is read by the one of its job', () => {
    const dsl = [...files.values()].filter(({ path }) => path.startsWith('jenkins/job-dsl/'));
    const read = dsl.flatMap(({ content }) =>
      [...content.text.matchAll(/readFileFromWorkspace\('([^']*)'\)/g)].map(([, path]) => path),
    );
    expect(read.sort()).toEqual([...scripts].sort());
    for (const { content } of dsl) expect(content.text).not.toContain("'''");
  });

  it('explains each of its lines', () => {
    for (const path of scripts) {
      const artifact = files.get(path);
      if (artifact === undefined) continue;
      artifact.content.text.split('\n').forEach((line, index) => {
        if (line.trim() !== '') expect(whyOutput(artifact, index + 1), `${path}: ${line}`).not.toEqual([]);
      });
    }
  });
});

it.each([
  [`{${repository}}`, 'jenkins/pipelines'],
  [`{${repository}, path: delivery/out/dsl}`, 'delivery/out/pipelines'],
  [`{${repository}, path: ./dsl/}`, 'pipelines'],
  [`{${repository}, path: ""}`, 'pipelines'],
  ['{mode: image, path: ignored/here}', 'pipelines'],
])('with the seed %s the Job DSL reads it from %s', (seed, folder) => {
  const text = filesOf(`  seed: ${seed}\n`).get('jenkins/job-dsl/environment_jobs.groovy')?.content.text;
  expect(text).toContain(`script(readFileFromWorkspace('${folder}/environment-pipeline.groovy'))`);
});

it('is in the image where the Job DSL is, and changes its tag', () => {
  const image = (limit: number) => {
    const files = filesOf(`  pipeline: {build_timeout_minutes: ${limit}}\n`);
    const text = (path: string) => files.get(path)?.content.text ?? '';
    return {
      dockerfile: text('jenkins/Dockerfile'),
      start: text('jenkins/init.groovy.d/60-jobs.groovy'),
      tag: /jenkins:(\S+)/.exec(text('kubernetes/jenkins/50-statefulset-jenkins.yaml'))?.[1],
    };
  };
  const { dockerfile, start, tag } = image(30);
  const [inCluster = ''] = dockerfile.split('FROM kubernetes');
  expect(inCluster).toContain('COPY --chown=jenkins:jenkins pipelines /usr/share/jenkins/pipelines\n');
  expect(start).toContain("new File('/usr/share/jenkins/job-dsl'), new File('/usr/share/jenkins')");
  expect(image(40).tag).not.toBe(tag);
  expect(filesOf(`  seed: {${repository}}\n`).get('jenkins/Dockerfile')?.content.text).not.toContain(
    'pipelines',
  );
});

describe('the folder of the Job DSL', () => {
  const findings = (seed: string) =>
    findingsOf({ jenkins: `project: shop\njenkins:\n  seed: {${repository}, ${seed}}\n` });

  it.each(['projects/*/job-dsl', 'job-dsl?', '"$PROJECT/job-dsl"', '../job-dsl', 'a/pipelines', '"a\\nb"'])(
    'is no %s',
    (path) => expect(findings(`path: ${path}`)).toEqual([`check/seed-path ${path}`]),
  );

  it.each(['jenkins/job-dsl', './out/dsl', 'pipelines/dsl'])('may be %s', (path) =>
    expect(findings(`path: ${path}`)).toEqual([]),
  );

  it('does not matter where the image has it', () => {
    expect(findings('mode: image, path: a/pipelines')).not.toContain('check/seed-path a/pipelines');
  });
});

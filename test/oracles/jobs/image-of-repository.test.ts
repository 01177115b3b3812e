import { describe, expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { webShop } from '../../compiler/lower/jobs/web-shop.ts';
import { compileCps } from '../groovy/compile-cps.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';

const { script } = jobsOf(webShop);
const commit = '0123456789abcdef0123456789abcdef01234567';
const digest = `sha256:${'a1'.repeat(32)}`;
const version = `0123456789ab@${digest}`;

/** A checkout, and BuildKit that has built. */
const built = [
  { step: 'checkout', returns: { GIT_COMMIT: commit, GIT_BRANCH: 'origin/main' } },
  { step: 'sh', match: 'git log', stdout: '1764460800\n' },
  { step: 'sh', match: 'containerimage.digest', stdout: `${digest}\n` },
];

/** The script of a shell step of the image job, by its label. */
async function shellOf(label: string): Promise<string> {
  const result = await runPipeline({ text: script('web-docker-image'), answers: built });
  const call = stepsOf(result, 'sh').find(({ arguments: each }) => each.label === label);
  return String(call?.arguments.script);
}

describe('the pipeline of an image that is built from a repository', () => {
  test.each([
    'web',
    'web-docker-image',
    'site-docker-image',
    'environment-pipeline',
    'Test-deploy',
    'Live-deploy',
  ])('%s compiles in Jenkins', async (job) => {
    expect((await compileCps(script(job))).errors).toEqual([]);
  });

  test('a push builds the image of the commit that was tested, once', async () => {
    const result = await runPipeline({ text: script('web'), answers: built });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    expect(stepsOf(result, 'build').map((call) => call.arguments)).toEqual([
      {
        job: 'web-docker-image',
        parameters: [{ symbol: 'string', name: 'COMMIT', value: commit }],
        wait: false,
      },
      { job: 'site-docker-image', wait: false },
    ]);
  });

  test('a failed test builds no image', async () => {
    const answers = [...built, { step: 'sh', match: 'npm test', exit: 1 }];
    const result = await runPipeline({ text: script('web'), answers });
    expect(result.result).toBe('FAILURE');
    expect(stepsOf(result, 'build')).toEqual([]);
  });

  test('checks out the commit, builds in a pod of its own, and hands over the digest', async () => {
    const result = await runPipeline({
      text: script('web-docker-image'),
      params: { COMMIT: commit },
      answers: built,
    });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    const [pod] = stepsOf(result, 'podTemplate');
    expect(pod?.arguments).toMatchObject({ cloud: 'kubernetes', namespace: 'shop-jenkins-privileged' });
    expect(String(pod?.arguments.yaml)).toContain('image: moby/buildkit:');
    expect(JSON.stringify(stepsOf(result, 'checkout')[0]?.arguments)).toContain(commit);
    const build = stepsOf(result, 'sh').find((call) => call.arguments.label === 'Build and push the image');
    expect(build?.path).toContain('container(buildkit)');
    expect(build?.environment).toMatchObject({
      COMMIT: commit,
      TAG: '0123456789ab',
      SOURCE_DATE_EPOCH: '1764460800',
    });
    expect(stepsOf(result, 'build').map((call) => call.arguments)).toEqual([
      {
        job: 'environment-pipeline',
        parameters: [{ symbol: 'string', name: 'web_VERSION', value: version }],
        wait: false,
      },
    ]);
  });

  test('by hand it builds the head of the branch', async () => {
    const result = await runPipeline({ text: script('web-docker-image'), answers: built });
    expect(JSON.stringify(stepsOf(result, 'checkout')[0]?.arguments)).toContain('"main"');
  });

  test.each(['main', 'abc', `${commit} --upload-pack=x`])(
    'COMMIT is the id of a commit, not %s',
    async (COMMIT) => {
      const result = await runPipeline({
        text: script('web-docker-image'),
        params: { COMMIT },
        answers: built,
      });
      expect(result.result).toBe('FAILURE');
      expect(result.error?.message).toContain('COMMIT is not the whole id of a commit');
      expect(stepsOf(result, 'podTemplate')).toEqual([]);
    },
  );

  test.each([
    ['a build that fails', { step: 'sh', match: 'buildctl', exit: 1 }],
    ['a build without a digest', { step: 'sh', match: 'containerimage.digest', stdout: '\n' }],
  ])('%s is not promoted', async (_, answer) => {
    const result = await runPipeline({ text: script('web-docker-image'), answers: [answer, ...built] });
    expect(result.result).toBe('FAILURE');
    expect(stepsOf(result, 'build')).toEqual([]);
  });

  test('every environment gets that digest, and people read the tag', async () => {
    const result = await runPipeline({
      text: script('environment-pipeline'),
      params: { web_VERSION: version, site_VERSION: '' },
      answers: [{ step: 'build', result: 'SUCCESS' }],
    });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    const deploys = stepsOf(result, 'build').filter(({ arguments: each }) =>
      String(each.job).endsWith('-deploy'),
    );
    expect(deploys.map((call) => call.arguments.parameters)).toEqual([
      [{ symbol: 'string', name: 'web_VERSION', value: version }],
      [{ symbol: 'string', name: 'web_VERSION', value: version }],
    ]);
    expect(stepsOf(result, 'input')[0]?.arguments.message).toBe('Deploy to Live? web_VERSION 0123456789ab');
  });

  test('a deploy job puts tag and digest into the image, and the tag alone into labels', async () => {
    const result = await runPipeline({ text: script('Test-deploy'), params: { web_VERSION: version } });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    const [file] = stepsOf(result, 'writeFile');
    const lines = String(file?.arguments.text)
      .split('\n')
      .flatMap((line) => (/0123456789ab/.test(line) ? [line.trim()] : []));
    expect([...new Set(lines)]).toEqual([
      "version: '0123456789ab'",
      "app.kubernetes.io/version: '0123456789ab'",
      `image: registry.example.com/shop/web:${version}`,
      // The digest is that of `web`; another image has another one.
      'image: registry.example.com/shop/site:0123456789ab',
    ]);
    expect(String(file?.arguments.text)).not.toContain('BITESIZE_VERSION');
  });

  test('a tag alone goes back to an older image', async () => {
    const result = await runPipeline({
      text: script('Live-deploy'),
      params: { web_VERSION: 'abcdef012345' },
    });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
    const [file] = stepsOf(result, 'writeFile');
    expect(String(file?.arguments.text)).toContain('image: registry.example.com/shop/web:abcdef012345\n');
  });

  test.each([`${version}x`, `0123456789ab@sha256:${'g'.repeat(64)}`, `@${digest}`])(
    '%s is no version',
    async (web_VERSION) => {
      const result = await runPipeline({ text: script('Test-deploy'), params: { web_VERSION } });
      expect(result.result).toBe('FAILURE');
      expect(stepsOf(result, 'sh')).toEqual([]);
    },
  );

  test('files of a component come from the build that started the job', async () => {
    const result = await runPipeline({
      text: script('site-docker-image'),
      environment: { BUILD_NUMBER: '3' },
    });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    expect(stepsOf(result, 'copyArtifacts')[0]?.arguments).toMatchObject({
      projectName: 'web',
      filter: 'dist/**',
      target: 'image/files/1',
    });
  });
});

describe('the shell scripts of such an image', () => {
  test('the build is what BuildKit is told', async () => {
    const text = await shellOf('Build and push the image');
    expect(await bashSyntaxErrors(text)).toBe('');
    expect(await shellcheck(text)).toEqual([]);
    const { code, calls } = await runShell({
      text,
      fakes: ['buildctl-daemonless.sh'],
      environment: {
        TAG: '0123456789ab',
        COMMIT: commit,
        SOURCE_DATE_EPOCH: '1',
        WORKSPACE_TMP: '/work@tmp',
      },
    });
    expect(code).toBe(0);
    expect(calls.map((call) => call.arguments)).toEqual([
      [
        ...['build', '--progress', 'plain', '--frontend', 'dockerfile.v0'],
        ...['--local', 'context=services/web', '--local', 'dockerfile=services/docker'],
        ...['--opt', 'filename=web.Dockerfile', '--opt', 'target=runtime'],
        ...['--opt', 'build-arg:NODE_ENV=production', '--opt', 'build-arg:SOURCE_DATE_EPOCH=1'],
        ...['--opt', `label:org.opencontainers.image.revision=${commit}`],
        ...['--import-cache', 'type=registry,ref=registry.example.com/shop/web:buildcache'],
        '--export-cache',
        'type=registry,ref=registry.example.com/shop/web:buildcache,mode=max,ignore-error=true',
        ...['--metadata-file', '/work@tmp/image.json', '--output'],
        'type=image,"name=registry.example.com/shop/web:0123456789ab,registry.example.com/shop/web:1.2",push=true,rewrite-timestamp=true',
      ],
    ]);
  });

  test('no text of a spec is a command', async () => {
    const value = `$(touch x) ' " \\ \` ; # $TAG`;
    const application = webShop.application.replace(
      'NODE_ENV: production',
      `NODE_ENV: ${JSON.stringify(value)}`,
    );
    const hostile = jobsOf({ ...webShop, application }).script('web-docker-image');
    const result = await runPipeline({ text: hostile, answers: built });
    const build = stepsOf(result, 'sh').find((call) => call.arguments.label === 'Build and push the image');
    const { calls, files } = await runShell({
      text: String(build?.arguments.script),
      fakes: ['buildctl-daemonless.sh'],
      environment: { TAG: '0', COMMIT: '0', SOURCE_DATE_EPOCH: '1', WORKSPACE_TMP: '.' },
    });
    expect(calls[0]?.arguments).toContain(`build-arg:NODE_ENV=${value}`);
    expect(files).toEqual({});
  });

  test('the digest is that of the image, not of what is in it', async () => {
    const text = await shellOf('Digest of the image');
    expect(await shellcheck(text)).toEqual([]);
    const metadata = {
      'containerimage.config.digest': `sha256:${'b'.repeat(64)}`,
      'containerimage.descriptor': { mediaType: 'x', digest: `sha256:${'c'.repeat(64)}`, size: 2 },
      'containerimage.digest': digest,
      'image.name': 'registry.example.com/shop/web:1',
    };
    const { stdout } = await runShell({
      text,
      files: { 'image.json': JSON.stringify(metadata, null, 2) },
      environment: { WORKSPACE_TMP: '.' },
    });
    expect(stdout).toBe(`${digest}\n`);
  });

  test('files of components are put where the Dockerfile looks for them', async () => {
    const text = await shellOf('Put the files of components into place');
    expect(await bashSyntaxErrors(text)).toBe('');
    expect(await shellcheck(text)).toEqual([]);
    const { code, files } = await runShell({
      text,
      files: {
        '.artifacts/files/1/dist/index.html': 'page',
        '.artifacts/files/1/dist/js/app.js': 'code',
        'services/web/Dockerfile': 'FROM scratch',
      },
    });
    expect(code).toBe(0);
    expect(files).toEqual({
      'services/web/Dockerfile': 'FROM scratch',
      'services/web/public/index.html': 'page',
      'services/web/public/js/app.js': 'code',
    });
  });
});

describe('an image that takes files of another component', () => {
  const other = {
    ...webShop,
    build: `${webShop.build}  - name: assets
    repository: {git: "https://git.example.com/assets.git", branch: main}
    build: [{shell: make}]
    artifacts: [{location: "dist/**"}]
`,
    application: webShop.application.replace(
      '    build:',
      '    files: [{component: assets, location: "dist/**", path: assets/}]\n    build:',
    ),
  };
  const image = jobsOf(other).script('web-docker-image');

  test('compiles in Jenkins', async () => {
    expect((await compileCps(image)).errors).toEqual([]);
  });

  test('is built of the last commit that was tested when that component has built', async () => {
    const last = 'fedcba98'.repeat(5);
    const build = { previousSuccessfulBuild: { buildVariables: { IMAGE_COMMIT: last } } };
    const result = await runPipeline({ text: image, answers: built, build });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    expect(stepsOf(result, 'checkout')[0]?.arguments).toMatchObject({ branches: [{ name: last }] });
  });

  test('is not built before a commit was tested', async () => {
    const result = await runPipeline({ text: image, answers: built });
    expect(result).toMatchObject({ result: 'NOT_BUILT', refused: [] });
    expect(stepsOf(result, 'checkout')).toEqual([]);
    expect(stepsOf(result, 'build')).toEqual([]);
  });

  test.each([
    [{ params: { COMMIT: commit } }, commit],
    [{ build: { causes: ['hudson.model.Cause$UserIdCause'] } }, 'main'],
  ])('is built of what it is told: %j', async (start, name) => {
    const result = await runPipeline({ text: image, answers: built, ...start });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
    expect(stepsOf(result, 'checkout')[0]?.arguments).toMatchObject({ branches: [{ name }] });
  });
});

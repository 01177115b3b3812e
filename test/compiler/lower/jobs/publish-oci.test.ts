import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderScript } from '../../../../compiler/lower/jobs/render-script.ts';
import { plainText } from '../../../../compiler/text/traced-text.ts';
import { jobsOf } from './lowered-jobs.ts';

const jenkins = `project: shop
jenkins:
  credentials:
    - {id: registry, type: username-password}
    - {id: token, type: secret-text}
`;

function component(publication: object, fields = '    repository: {git: "git@github.com:shop/tool"}\n') {
  const oci = {
    type: 'oci',
    location: 'dist/image.tar',
    url: 'registry.acme.org/shop/tool',
    credentials: 'registry',
    ...publication,
  };
  const build = `project: shop
components:
  - name: tool
    build: [{shell: make}]
    publish: ${JSON.stringify([oci])}
${fields}`;
  const found = jobsOf({ build, jenkins });
  return { ...found, script: found.script('tool') };
}

test('an image is published by a container of its own, after a success', () => {
  const { script, items, messages } = component({});
  expect(messages).toEqual([]);
  expect(items.find(({ name }) => plainText(name) === 'tool')?.kind).toBe('pipeline');
  const published = script.slice(script.indexOf("currentBuild.currentResult == 'SUCCESS'"));
  expect(published).toMatch(
    /withCredentials\(\[usernamePassword\(credentialsId: 'registry', .*\]\) \{\s+container\('stable-v1-20-0'\) \{\s+sh\(script1\(\)\)/,
  );
  expect(script).toContain('image: quay.io/skopeo/stable:v1.20.0');
  expect(script).toContain('image=registry.acme.org/shop/tool:"$(printf %.12s "$GIT_COMMIT")"');
  expect(script).toMatch(/printf .*auths.* registry\.acme\.org /);
});

test('the tag is the version, with the variables of the build', () => {
  const { script } = component({ version: '1.0.$BUILD_NUMBER' }, '');
  expect(script).toContain('image=registry.acme.org/shop/tool:1.0."$BUILD_NUMBER"');
});

test('pull requests have neither the container nor the credential', () => {
  const { script } = component(
    {},
    '    repository: {git: "git@github.com:shop/tool"}\n    pull_requests: {credentials: registry, marker: a}\n',
  );
  expect(script).toContain('skopeo');
  const found = jobsOf({
    build: `project: shop
components:
  - name: tool
    image: "golang:1.26"
    build: [{shell: make}]
    repository: {git: "git@github.com:shop/tool"}
    pull_requests: {credentials: registry, marker: a}
    publish: [{type: oci, location: a.tar, url: registry.acme.org/a/b, credentials: registry}]
`,
    jenkins,
  });
  const requests = found.items.find(({ name }) => plainText(name) === 'tool-pull-requests');
  const text = JSON.stringify(requests);
  expect(text).toContain('golang:1.26');
  expect(text).not.toContain('skopeo');
});

test.each([
  [
    { location: 'dist/*.tar' },
    'check/publish-image: the image cannot be published: `dist/*.tar` is not the path of one image',
  ],
  [
    { location: 'a:b' },
    'check/publish-image: the image cannot be published: `a:b` is not the path of one image',
  ],
  [{ version: '-a' }, 'check/publish-image: the image cannot be published: `-a` is no tag'],
  [{ version: 'a+b' }, 'check/publish-image: the image cannot be published: `a+b` is no tag'],
  [
    { url: 'https://registry.acme.org/a' },
    'check/publish-url: the address of the registry is not one of an image without a tag',
  ],
  [
    { url: 'registry.acme.org/a:1.0' },
    'check/publish-url: the address of the registry is not one of an image without a tag',
  ],
  [
    { url: 'shop/tool' },
    'check/publish-url: the address of the registry is not one of an image without a tag',
  ],
  [
    { credentials: 'token' },
    'check/publish-credential: the credential `token` is of type `secret-text`, with which nothing is published by oci',
  ],
])('%j is found', (publication, message) => {
  expect(component(publication).messages).toEqual([message]);
});

test('an image needs a path, and without a commit a tag', () => {
  const build = `project: shop
components: [{name: tool, build: [{shell: make}], publish: [{type: oci, url: registry.acme.org/a/b, credentials: registry}]}]
`;
  expect(jobsOf({ build, jenkins }).messages).toEqual([
    'check/publish-image: the image cannot be published: it has no tag',
    'check/publish-files: nothing says which files are published',
  ]);
});

describe('the script', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bitesize-oci-'));
    // A registry that is a file, and images that are one too: the digest is what they hold.
    const skopeo = `#!/bin/sh
echo "$@" >> "$KEPT/calls"
case "$1 $*" in
    "copy "*docker://*)
        cat "$REGISTRY_AUTH_FILE" > "$KEPT/auth"
        cat "$KEPT/local" > "$KEPT/registry" ;;
    "copy "*) cp "$KEPT/content" "$KEPT/local" ;;
    "inspect "*docker://*) cat "$KEPT/registry" ;;
    "inspect "*) cat "$KEPT/local" ;;
    "manifest-digest "*) printf 'sha256:%s\\n' "$(cat "$2")" ;;
esac
`;
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/skopeo'), skopeo);
    chmodSync(join(folder, 'bin/skopeo'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(content: string, location = 'image') {
    writeFileSync(join(folder, 'content'), content);
    const { text } = renderScript('publish-oci.sh', {
      username: 'NAME',
      password: 'PASSWORD',
      host: 'registry.acme.org',
      location,
      name: 'registry.acme.org/shop/tool',
      tag: '1.0',
    });
    const { status, stdout, stderr } = spawnSync('sh', ['-c', text], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        TMPDIR: folder,
        KEPT: folder,
        NAME: 'me',
        PASSWORD: 'a%"b',
      },
    });
    const calls = existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8') : '';
    return { status, stdout, stderr, calls };
  }

  test('pushes an image once, and says its digest', () => {
    mkdirSync(join(folder, 'image'));
    const first = run('aaa');
    expect(first).toMatchObject({
      status: 0,
      stderr: '',
      stdout: 'Published registry.acme.org/shop/tool:1.0@sha256:aaa\n',
    });
    expect(first.calls).toContain('copy --quiet --all oci:image oci:');
    const auth = JSON.parse(readFileSync(join(folder, 'auth'), 'utf8'));
    expect(auth).toEqual({
      auths: { 'registry.acme.org': { auth: Buffer.from('me:a%"b').toString('base64') } },
    });
    rmSync(join(folder, 'calls'));
    const again = run('aaa');
    expect(again).toMatchObject({
      status: 0,
      stdout: 'registry.acme.org/shop/tool:1.0 is there already: sha256:aaa\n',
    });
    expect(again.calls).not.toMatch(/copy .*docker:/);
    expect(run('bbb').stdout).toBe('Published registry.acme.org/shop/tool:1.0@sha256:bbb\n');
  });

  test.each([
    [['oci-layout'], 'oci-archive:image.tar'],
    [['manifest.json'], 'docker-archive:image.tar'],
  ])('an archive with %j is %s', (files, source) => {
    for (const file of files) writeFileSync(join(folder, file), '{}');
    spawnSync('tar', ['-cf', 'image.tar', ...files], { cwd: folder });
    expect(run('aaa', 'image.tar').calls).toContain(`copy --quiet --all ${source} oci:`);
  });

  test('fails where there is no image', () => {
    const { status, stderr } = run('aaa', 'nothing');
    expect(status).toBe(1);
    expect(stderr).toBe('There is nothing to publish: no file or folder is called nothing\n');
  });
});

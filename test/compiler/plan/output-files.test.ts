import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { ownedPaths, parseManifest } from '../../../compiler/plan/manifest.ts';
import { outputFiles } from '../../../compiler/plan/output-files.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';

const { sha256 } = createMemoryHost();
const source = {
  version: '1.0.0',
  options: { unknownFields: 'error' },
  inputs: new Map([['b', new Uint8Array([1])]]),
};

const origin = fromPolicy('a test');

describe('output files', () => {
  it('end with maps and a manifest that can be read back', () => {
    const { files } = outputFiles(
      [{ path: 'images/b', content: new TracedText('é'), origin }],
      source,
      sha256,
    );
    expect(files.map(({ path }) => path)).toEqual(['images/b', '.bitesize/maps.json', 'manifest.json']);
    const manifest = parseManifest(files[2]?.content ?? '');
    expect(manifest).toMatchObject({
      tool: '1.0.0',
      options: { unknownFields: 'error' },
      inputs: [{ path: 'b', bytes: 1 }],
      artifacts: [{ path: 'images/b', bytes: 2, sha256: sha256('é') }],
    });
    expect([...ownedPaths(manifest)].sort()).toEqual(['.bitesize/maps.json', 'images/b', 'manifest.json']);
  });

  it('say how long they are on the disk', () => {
    const texts = ['', 'a', 'é', '€', '😀', '\ud800', 'x\udc00y'];
    const artifacts = texts.map((text, at) => ({
      path: `images/a${at}`,
      content: new TracedText(text),
      origin,
    }));
    for (const { content, bytes } of outputFiles(artifacts, source, sha256).files)
      expect(bytes).toBe(new TextEncoder().encode(content).length);
  });

  it.each([
    [['../a'], 'the output path `../a` is not below the output folder'],
    [['a/../../b'], 'the output path `a/../../b` is not below the output folder'],
    [['/etc/passwd'], 'the output path `/etc/passwd` is not below the output folder'],
    [['C:/x'], 'the output path `C:/x` is not below the output folder'],
    [['a//b'], 'the output path `a//b` has an empty part'],
    [['a/./b'], 'the output path `a/./b` has an empty part'],
    [[''], 'the output path `` is empty'],
    [['a\\b'], 'the output path `a\\b` holds a backslash or a control character'],
    [['a\nb'], 'the output path `a\nb` holds a backslash or a control character'],
    [['é'.repeat(128)], 'has a name of more than 255 bytes'],
    [['manifest.json'], 'the output path `manifest.json` belongs to bitesize itself'],
    [['.bitesize/x'], 'the output path `.bitesize/x` belongs to bitesize itself'],
    [['images/a', 'images/a'], 'the output path `images/a` is used twice'],
    [['images/a', 'images/A'], 'the output path `images/A` differs from `images/a` only in case'],
    [['images/a', 'images/a/b'], 'the output path `images/a` is a file and a folder at once'],
    [['images/.git/config'], 'the output path `images/.git/config` lies in a repository of git'],
    [['images/.GIT/config'], 'the output path `images/.GIT/config` lies in a repository of git'],
    [['images/build.bitesize'], 'the output path `images/build.bitesize` is the name of a spec'],
    [['src/main.c'], 'the output path `src/main.c` is in no folder of an emitter'],
    [['kustomization.yaml'], 'the output path `kustomization.yaml` is in no folder of an emitter'],
  ])('are refused with the paths %j', (paths, message) => {
    const artifacts = paths.map((path) => ({ path, content: new TracedText(''), origin }));
    const { files, diagnostics } = outputFiles(artifacts, source, sha256);
    expect(files).toEqual([]);
    expect(diagnostics.map((diagnostic) => diagnostic.message).join()).toContain(message);
  });
});

describe('a manifest', () => {
  it.each(['', '{', '[]', '{"version":1}', '{"version":2,"tool":{"name":"bitesize","version":"1"}}'])(
    'is not %j',
    (text) => {
      expect(parseManifest(text)).toBe(undefined);
    },
  );

  it.each([
    '../images/a',
    'src/main.c',
    '.git/HEAD',
    'images/.git/HEAD',
    'images/build.bitesize',
    'images/jenkins.bitesize.ts',
    '/images/a',
  ])('that names %s, which we never write, is none', (path) => {
    const { files } = outputFiles(
      [{ path: 'images/a', content: new TracedText(''), origin }],
      source,
      sha256,
    );
    const text = files.at(-1)?.content ?? '';
    expect(parseManifest(text)).not.toBe(undefined);
    expect(parseManifest(text.replace('"path":"images/a"', `"path":"${path}"`))).toBe(undefined);
  });
});

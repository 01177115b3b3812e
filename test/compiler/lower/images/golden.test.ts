import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GeneratedImage } from '../../../../compiler/model/images/application-image.ts';
import { printDockerfile } from '../../../../compiler/model/images/dockerfile.ts';
import { sharedFolder } from '../../../corpus/corpora.ts';
import { lineOf } from './line-of.ts';
import { lowerSpecs } from './lowered.ts';

const roots = [
  { title: 'the own samples', root: join(import.meta.dirname, 'data'), isThere: true },
  {
    title: 'all samples (../shared/golden)',
    root: sharedFolder,
    isThere: existsSync(join(sharedFolder, 'golden')),
  },
];

/** A Dockerfile of plugin 5.1.1 and the image that we make of the same application. */
interface Pair {
  readonly sample: string;
  readonly golden: string;
  /** The image with its tag, as the plugin pushed it. */
  readonly pushed: string;
  readonly image: GeneratedImage;
}

describe.each(roots)('the images of plugin 5.1.1 in $title', ({ root, isThere }) => {
  const pairs = isThere ? readPairs(root) : [];
  const it = test.skipIf(!isThere);

  it('are there to be compared', () => {
    expect(pairs.length).toBeGreaterThan(1);
  });

  it.each(pairs)('$sample has the same base, packages, command and name', ({ golden, pushed, image }) => {
    const { text } = printDockerfile(image.dockerfile);
    expect(lineOf(text, 'FROM')).toBe(lineOf(golden, 'FROM'));
    expect(lineOf(text, 'ENTRYPOINT')).toBe(lineOf(golden, 'ENTRYPOINT'));
    expect(packages(text)).toEqual(packages(golden));
    // Tag `null` was a slip of the plugin: such an application is refused (image/no-version).
    if (!pushed.endsWith(':null')) expect(`${image.push.value}:${image.version.value}`).toBe(pushed);
  });

  it.each(pairs)('$sample is as the plugin did not make it', ({ image }) => {
    const { text } = printDockerfile(image.dockerfile);
    expect(text).not.toMatch(/--force-yes|MAINTAINER|--no-ri/);
    if (text.includes('apt-get install')) expect(text).toContain('--no-install-recommends');
  });
});

function readPairs(root: string): readonly Pair[] {
  const golden = join(root, 'golden', 'plugin-5.1.1');
  const samples = readdirSync(golden).flatMap((group) =>
    readdirSync(join(golden, group)).map((number) => `${group}/${number}`),
  );
  return samples.sort().flatMap((sample) => {
    const spec = join(root, 'corpus', sample, 'application.bitesize');
    if (!existsSync(spec)) return [];
    const { images } = lowerSpecs({ application: readFileSync(spec, 'utf8') });
    return readdirSync(join(golden, sample))
      .filter((file) => /^Dockerfile-.*(?<!\.ERROR)$/.test(file))
      .sort()
      .map((file): Pair => {
        const name = file.slice('Dockerfile-'.length);
        const image = images.find(({ application }) => application.value === name);
        if (image?.dockerfile === undefined) throw new Error(`no image ${name} in ${sample}`);
        const [pushed = ''] = readFileSync(join(golden, sample, `image-${name}.txt`), 'utf8').split('\n');
        return {
          sample: `${sample} ${name}`,
          golden: readFileSync(join(golden, sample, file), 'utf8'),
          pushed,
          image,
        };
      });
  });
}

/** Returns what is installed, with versions, whatever the form of the command. */
function packages(dockerfile: string): readonly string[] {
  const joined = dockerfile.replace(/\\\n\s*/g, ' ').replaceAll("'", '');
  const installs = joined.matchAll(/(apt-get|gem) install ((?:(?!&&|\n).)*)/g);
  return [...installs].flatMap(([, tool, rest = '']) => {
    const words = rest.trim().split(/\s+/);
    if (tool === 'gem') return [`gem ${words.filter((word) => !word.startsWith('-')).join(' ')}`];
    return words.filter((word) => !word.startsWith('-')).map((word) => `deb ${word}`);
  });
}

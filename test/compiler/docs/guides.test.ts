import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guides } from '../../../compiler/docs/generated/guides.ts';
import { guideNames } from '../../../compiler/docs/guide-list.ts';
import { guideText } from '../../../compiler/docs/guide-text.ts';
import { outputFamilies } from '../../../compiler/docs/output-map.ts';
import { runGuide } from '../../../scripts/docs/run-guide.ts';

const root = join(import.meta.dirname, '../../..');

describe.each(Object.entries(guides))('the guide %s', (name, text) => {
  it('has commands that work and print what it says', async () => {
    const { text: now, commands } = await runGuide(text);
    expect(commands.filter(({ code }) => code !== 0 && code !== 1 && code !== 4)).toEqual([]);
    expect(now).toBe(text);
  });

  it('hides no output of a command that fails', async () => {
    const { commands } = await runGuide(text);
    const shown = [...text.matchAll(/^```console\n\$ (.*)\n([\s\S]*?)^```/gm)];
    const hidden = shown.flatMap(([, command, output = '']) => (/^\.\.\.$/m.test(output) ? [command] : []));
    const failed = commands.filter(({ command, code }) => hidden.includes(command) && code !== 0);
    expect(failed.filter(({ command }) => !command.includes(' --check '))).toEqual([]);
  });

  it('has no spec that nothing compiles', () => {
    const last = text.lastIndexOf('```console');
    const after = last === -1 ? text : text.slice(last);
    expect(after.match(/^```yaml \S+\.bitesize$/gm) ?? []).toEqual([]);
  });

  it('refers to nothing that the package does not have', () => {
    const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
    for (const [path] of text.matchAll(/\bexamples\/[\w/-]*\w/g)) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(
        files.some((file) => path === file || path.startsWith(`${file}/`)),
        path,
      ).toBe(true);
    }
  });

  it('has every table that it names', () => {
    expect(guideText(name)).not.toMatch(/^\{\w+\}$/m);
  });
});

it('has every guide in the order of learning once, the start first', () => {
  expect([...guideNames].sort()).toEqual(Object.keys(guides).sort());
  expect(guideNames[0]).toBe('first-project');
});

describe('the annotated specs', () => {
  const blocks = [...(guides['annotated-specs'] ?? '').matchAll(/^```yaml (\S+)\n([\s\S]*?)^```/gm)].map(
    ([, file = '', text = '']) => [file, text] as const,
  );

  it('are all four', () => {
    expect(blocks.map(([file]) => file)).toEqual([
      'build.bitesize',
      'application.bitesize',
      'environments.bitesize',
      'jenkins.bitesize',
    ]);
  });

  it.each(blocks)('say something about every field of %s', (_, text) => {
    const lines = text.trimEnd().split('\n');
    const fields = lines.flatMap((line, index) => (/^\s*(- )?[\w]+:/.test(line) ? [index] : []));
    expect(fields.length).toBeGreaterThan(10);
    for (const index of fields) expect(lines[index - 1], lines[index]).toMatch(/^ *# \S.*\.$/);
  });
});

describe('the map of the output', () => {
  const patterns = outputFamilies.map(({ path }) => ({
    path,
    pattern: new RegExp(
      `^${path.replaceAll('.', '\\.').replaceAll('**', '\0').replaceAll('*', '[^/]*').replaceAll('\0', '.*')}$`,
    ),
  }));
  const examples = ['docs-site', 'everything', 'sample-app', 'single-sign-on'];
  const paths = examples.flatMap((name) => {
    const output = join(root, 'examples', name, 'output');
    return readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(output, join(entry.parentPath, entry.name)));
  });

  it('has each file of the examples once', () => {
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths)
      expect(
        patterns.filter(({ pattern }) => pattern.test(path)).map((family) => family.path),
        path,
      ).toHaveLength(1);
  });

  it.each(patterns)('has nothing that never comes: $path', ({ pattern }) => {
    expect(paths.some((path) => pattern.test(path))).toBe(true);
  });
});

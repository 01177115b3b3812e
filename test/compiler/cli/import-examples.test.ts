import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, run, textOf } from './run.ts';

const examples = new URL('../../../examples/', import.meta.url).pathname;

/** Examples, and the elements that are XML in their specs already. */
const kept: readonly (readonly [example: string, elements: readonly string[]])[] = [
  ['web-service', []],
  ['own-jobs', ['hudson.plugins.logparser.LogParserPublisher']],
];

describe('the jobs, folders and views that an example becomes', () => {
  it.each(kept)(
    '%s: come back as they were, in the vocabulary',
    async (example, elements) => {
      const output = join(examples, example, 'output/jenkins');
      const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((path) =>
        /^(?:jobs|views)\/.*\.xml$/.test(path),
      );
      expect(files.length).toBeGreaterThan(10);
      const texts = files.map((path) => [path, readFileSync(join(output, path), 'utf8')] as const);
      const home = inFolder('/project/home', Object.fromEntries(texts));
      const ran = await run(['import', 'home', '--out', 'specs'], { files: home });
      const count = files.length;
      expect(ran.output).toContain(
        `${count} jobs: ${count} equal, ${count - elements.length} without any XML\n`,
      );
      expect(ran.code).toBe(0);
      const [, stays = ''] = textOf(ran.host, 'specs/IMPORT.md').split('## What stays XML\n');
      const [section = ''] = stays.split(/^## /m);
      expect([...section.matchAll(/^\| `(.*?)` \|/gm)].map(([, element]) => element)).toEqual(elements);
    },
    60_000,
  );

  it('with the scripts of pull requests as files', async () => {
    const job = 'jobs/web-pull-requests/config.xml';
    const config = readFileSync(join(examples, 'web-service/output/jenkins', job), 'utf8');
    const { host } = await run(['import', 'home', '--out', 'specs'], {
      files: inFolder('/project/home', { [job]: config }),
    });
    expect(textOf(host, 'specs/jobs.bitesize')).toContain(
      '    inline_pipeline: {marker: web/Dockerfile, file: scripts/web-pull-requests.groovy}\n',
    );
    expect(textOf(host, 'specs/scripts/web-pull-requests.groovy')).toContain('stage(');
  }, 60_000);
});

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../compiler/text/traced-text.ts';
import { compareText } from '../../../../compiler/util/compare-text.ts';
import type { Item } from '../../../../jenkins/all-items.ts';
import { bare, jobsOf } from './lowered-jobs.ts';

/*
 * Each folder of scenarios/ has the specs of a project in input/. In output/ stands each of its jobs: `job.json` has
 * everything but the scripts, which are files of their own. `vitest -u` writes them anew; they are read in review.
 */
const scenarios = join(import.meta.dirname, 'scenarios');

describe.each(readdirSync(scenarios).sort())('the scenario %s', (scenario) => {
  const folder = join(scenarios, scenario);
  const inputs = readdirSync(join(folder, 'input')).map((name) => [
    name.replace(/\.bitesize$/, ''),
    readFileSync(join(folder, 'input', name), 'utf8'),
  ]);
  const { items, messages } = jobsOf(Object.fromEntries(inputs));
  const files = new Map(items.flatMap(filesOf));

  it('has these diagnostics', async () => {
    const text = messages.map((message) => `${message}\n`).join('');
    await expect(text).toMatchFileSnapshot(join(folder, 'diagnostics.txt'));
  });

  it('has these jobs', async () => {
    for (const [path, text] of files) {
      await expect(text).toMatchFileSnapshot(join(folder, 'output', path));
    }
    expect(filesBelow(join(folder, 'output'))).toEqual([...files.keys()].sort(compareText));
  });
});

/** Returns the files that show an item. */
function filesOf(item: Item): readonly (readonly [string, string])[] {
  const folder = plainText(item.name);
  const scripts: (readonly [string, string])[] = [];
  const json = JSON.stringify(
    bare(item),
    (key, value: unknown) => {
      if (key !== 'script' || typeof value !== 'string') return value;
      const isPipeline = item.kind === 'pipeline' || item.kind === 'multibranch';
      const file = isPipeline ? 'script.groovy' : `step-${scripts.length + 1}.sh`;
      scripts.push([`${folder}/${file}`, value.endsWith('\n') ? value : `${value}\n`]);
      return `see ${file}`;
    },
    2,
  );
  return [[`${folder}/job.json`, `${json}\n`], ...scripts];
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort(compareText);
}

import { describe, expect, it } from 'vitest';
import { jobDsl } from '../../../emitters/job-dsl/index.ts';
import { cases } from '../../jenkins/items/cases.ts';
import { emitItems } from '../emit.ts';
import { goldenFiles, goldenPath } from '../golden-files.ts';

describe.each(Object.entries(cases))('the scripts of %s', (name, items) => {
  const scripts = emitItems(jobDsl, items);

  it.each([...scripts])('%s is as it was', async (path, { text }) => {
    await expect(text).toMatchFileSnapshot(`golden/${name}/${goldenPath(path)}`);
  });

  it('are all', () => {
    const known = goldenFiles(new URL(`golden/${name}/`, import.meta.url));
    expect([...scripts.keys()].map(goldenPath).sort()).toEqual([...known.keys()]);
  });
});

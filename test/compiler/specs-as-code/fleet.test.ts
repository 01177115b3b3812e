import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { nodeFiles } from '../../../compiler/host/node-files.ts';
import { loadTypeScriptSpecs } from '../../../compiler/specs-as-code/load-typescript-specs.ts';
import { brief, sha256 } from './load-specs.ts';

const projects = readdirSync('examples/fleet').filter(
  (name) => name !== 'shared' && statSync(`examples/fleet/${name}`).isDirectory(),
);

test('the fleet has twelve projects', () => {
  expect(projects).toHaveLength(12);
});

test.each(projects)('%s of the fleet compiles without a finding', async (name) => {
  const folder = `examples/fleet/${name}`;
  const specs = readdirSync(folder).map((file) => ({
    name: file,
    text: readFileSync(`${folder}/${file}`, 'utf8'),
  }));
  const loaded = await loadTypeScriptSpecs(specs, folder, {
    files: nodeFiles,
    cwd: process.cwd(),
    root: 'examples/fleet',
    sha256,
    version: 'test',
  });
  expect(loaded.diagnostics.map(brief)).toEqual([]);
  const { artifacts, diagnostics } = compile(loaded.sources);
  expect(diagnostics.map(brief)).toEqual([]);
  expect(artifacts.map(({ path }) => path)).toContain(`jenkins/jobs/${name}/config.xml`);
});

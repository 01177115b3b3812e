import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { bundledCommand } from '../../bundle/bundled-command.ts';
import { runCommand } from '../../oracles/tools/run-command.ts';
import { apiClient } from '../api/api-client.ts';
import { type CompiledProject, compileProject, readOutput, tryCompile } from '../project/compile-project.ts';
import { scratchFolder } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { applyTwice } from './apply-project.ts';
import { corpusFolder, corpusProjects, exampleProjects, scenarioProjects } from './projects.ts';

/*
 * Every object of every project that is at hand, applied twice with strict validation. The second time must change
 * nothing.
 */
const connection = inject('cluster');
const client = apiClient(connection);
const suite = 'apply';

/** Values of all projects that the server has stored as something else. */
const storedOtherwise = new Set<string>();

async function expectToApply(what: string, project: CompiledProject): Promise<void> {
  const { objects, refused, otherwise, changed } = await applyTwice(client, project);
  const count = (of: string, failed: number) =>
    record(connection, { suite, what: `${what}: objects ${of}`, tried: objects, failed });
  count('that are refused or warned of', refused.length);
  count('with a value that is stored as something else', otherwise.length);
  count('that a second time changes', changed.length);
  expect.soft(refused).toEqual([]);
  for (const line of otherwise) storedOtherwise.add(line.replace(/^.*?: /, ''));
  expect.soft(changed).toEqual([]);
}

test.each(exampleProjects)(
  'the example $name applies, and changes nothing the second time',
  async ({ folder }) => {
    await expectToApply('examples', await compileProject(folder));
  },
);

test('the fleet of the examples applies, each project by itself', async () => {
  const out = scratchFolder();
  const root = 'examples/fleet';
  const { code, stdout, stderr } = await runCommand(process.execPath, [
    await bundledCommand(),
    ...['compile', `${root}/*`, '--root', root, '--out', out, '--no-cache'],
  ]);
  expect(code, stdout + stderr).toBe(0);
  const { projects } = JSON.parse(readFileSync(join(out, 'fleet.json'), 'utf8')) as {
    readonly projects: readonly { readonly name: string }[];
  };
  expect(projects.length).toBeGreaterThan(1);
  for (const { name } of projects) await expectToApply('fleet', readOutput(join(out, name)));
});

test.each(scenarioProjects)(
  'the scenario $name applies, and changes nothing the second time',
  async ({ folder, name }) => {
    const compiled = await tryCompile(folder);
    // One of the scenarios is about what cannot be said.
    if (typeof compiled === 'string') {
      expect(compiled).toContain('error[');
      expect(name).toBe('cannot-be-said');
      return;
    }
    await expectToApply('scenarios', compiled);
  },
);

test.runIf(corpusProjects.length === 0)(
  `there is no corpus in ${corpusFolder}: BITESIZE_CLUSTER_CORPUS names another folder`,
  ({ skip }) => {
    skip();
  },
);

test.each(corpusProjects)(
  '$name of the corpus applies, and changes nothing the second time',
  async ({ folder }) => {
    const compiled = await tryCompile(folder);
    const isCompiled = typeof compiled !== 'string';
    record(connection, {
      suite,
      what: `corpus: folders that compile, of all ${corpusProjects.length}`,
      tried: isCompiled ? 1 : 0,
      failed: 0,
    });
    if (isCompiled) await expectToApply('corpus', compiled);
    else expect(compiled).toContain('error[');
  },
);

test('the server stores every value of all of them as it is written', () => {
  expect([...storedOtherwise].sort()).toEqual([]);
});

import { expect, test } from 'vitest';
import { ownScripts } from '../../../../compiler/lower/jobs/own-scripts.ts';
import { analyse } from '../../../../compiler/pipeline.ts';

function scriptsOf(settings: string, files: Readonly<Record<string, string>>) {
  const text = `project: shop\njenkins: {job_dsl: ${settings}}\n`;
  const { project } = analyse([{ name: 'jenkins.bitesize', text }]);
  const { value, diagnostics } = ownScripts(project, new Map(Object.entries(files)));
  return { names: value.map(({ name }) => name), texts: value.map(({ text }) => text.text), diagnostics };
}

test('own files run after the generated ones, in their order, under names that the engine takes', () => {
  const found = scriptsOf('[{file: jobs/night-ly.groovy}, {file: ./a b.groovy}]', {
    'jobs/night-ly.groovy': "job('nightly')\n",
    'a b.groovy': '',
  });
  expect(found).toEqual({
    names: ['zz1_night_ly', 'zz2_a_b'],
    texts: ["job('nightly')\n", ''],
    diagnostics: [],
  });
});

test.each(['gone.groovy', '../outside.groovy', '/etc/passwd', '.'])(
  'the file %s is reported as missing',
  (file) => {
    const { names, diagnostics } = scriptsOf(`[{file: ${file}}]`, {
      '../outside.groovy': 'x',
      '/etc/passwd': 'x',
    });
    expect(names).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([`the Job DSL file \`${file}\` is not there`]);
  },
);

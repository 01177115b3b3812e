import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishers } from '../../../schema/source/jobs/publishers/publishers.ts';
import { compiledJob } from '../compiled-job.ts';

/*
 * What each publisher of jobs.bitesize becomes: the least that can be written, and all of it. The elements were compared
 * with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(cases)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('becomes these elements of config.xml', async () => {
    const { xml, findings } = await compiled(text);
    expect(findings).toEqual([]);
    const [, elements = ''] = /^ {4}<publishers>\n(.+)^ {4}<\/publishers>$/ms.exec(xml) ?? [];
    await expect(elements.replace(/^ {8}/gm, '')).toMatchFileSnapshot(
      new URL(name.replace('.yaml', '.xml'), folder).pathname,
    );
  });
});

it('knows a case of each publisher', () => {
  const [entry] = Object.values(publishers);
  expect(cases.map((name) => name.replace('.yaml', '')).sort()).toEqual(
    Object.keys(entry?.fields ?? {}).sort(),
  );
});

it.each([
  ['- robot: { output_path: out, outputxml: a.xml }', 'schema/unknown-field', 6],
  ['- robot: {}', 'schema/missing-field', 6],
  ['- postbuildscript: { builders: make }', 'schema/wrong-type', 6],
  [
    '- postbuildscript: { builders: [{ build_on: [GOOD], build_steps: [{ shell: make }] }] }',
    'schema/not-allowed',
    6,
  ],
  ['- robots: out', 'schema/unknown-field', 6],
  ['- xml: <a>', 'job/fragment', 6],
  ['- xml: <a/><b/>', 'job/fragment', 6],
  ['- junit: { results: a.xml, health_scale_factor: much }', 'schema/pattern', 6],
  ['- xunit: { types: [{ type: custom }] }', 'check/needs-beside', 6],
  ['- xunit: { types: [{ type: ctest, custom_xsl: a.xsl }] }', 'check/no-effect-beside', 6],
  ['- email-ext: { triggers: [script] }', 'check/needs-beside', 6],
  ['- email-ext: { triggers: [{ on: failure, count: 2 }] }', 'check/no-effect-beside', 6],
  ['- email-ext: { triggers: [{ on: fixed, script: "true" }] }', 'check/no-effect-beside', 6],
  ['- plot: [{ group: a, series: [{ file: a.xml, format: xml }] }]', 'check/needs-beside', 6],
  ['- plot: [{ group: a, series: [{ file: a.csv, xpath: //a }] }]', 'check/no-effect-beside', 6],
  ['- plot: [{ group: a, series: [{ file: a.csv, format: csv, exclude: b }] }]', 'check/no-effect-beside', 6],
  ['- warnings-ng: { tools: [gcc], filters: [{ pattern: a }] }', 'check/one-of', 6],
  [
    '- workspace-cleanup: { clean_if: { success: no, unstable: no, failure: no, not_built: no, aborted: no } }',
    'check/no-effect-beside',
    6,
  ],
  ['- text-finder: [{ regexp: a }]', 'check/one-of', 6],
  ['- slack: "#a"', 'check/no-effect-beside', 6],
  ['- slack: { room: "#a", notify_failure: false, include_test_summary: true }', 'check/no-effect-beside', 6],
  ['- slack: "#a"', 'check/no-effect-beside', 6],
  ['- slack: { room: "#a", notify_failur: true }', 'schema/unknown-field', 6],
  ['- slack: "#a"', 'check/no-effect-beside', 6],
  ['- slack: { room: "#a", notify_failure: often }', 'schema/wrong-type', 6],
  ['- naginator: { fixed_delay: 1, progressive_delay_increment: 2 }', 'check/no-effect-beside', 6],
  ['- naginator: { progressive_delay_maximum: 2 }', 'check/no-effect-beside', 6],
  ['- postbuildscript: { mark_unstable_if_failed: true }', 'check/one-of', 6],
  ['- git: { force_push: true }', 'check/one-of', 6],
  ['- ssh: [{ site: web, transfers: [{ target: shop }] }]', 'check/one-of', 6],
  ['- groovy-postbuild: { script: a, sandbox: false }', 'check/controller-script', 6],
  ['- postbuildscript: { groovy: [{ content: a, sandbox: false }] }', 'check/controller-script', 6],
  ['- email-ext: { presend_script: a }', 'check/controller-script', 6],
  ['- email-ext: { triggers: [{ on: script, script: a, sandbox: false }] }', 'check/controller-script', 6],
  ['- post-tasks: [{ script: make }]', 'schema/missing-field', 6],
])('says what is wrong with %s', async (text, code, line) => {
  const { findings } = await compiled(text);
  expect(findings).toEqual([`${line} ${code}`]);
});

function compiled(text: string) {
  return compiledJob('freestyle', `    publishers:\n${text.replace(/^(?=.)/gm, '      ')}`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { triggers } from '../../../schema/source/jobs/triggers/triggers.ts';
import { compiledEntries } from '../job-entries.ts';

/*
 * What each trigger of jobs.bitesize becomes: the least that can be written, and all of it. The elements were compared
 * with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const compiled = (text: string) => compiledEntries('triggers', 'triggers', text);

/** The release of the plugin that is there has weaknesses: whoever asks for it is told. */
const warned: Readonly<Record<string, readonly string[]>> = {
  'github-pull-request.yaml': ['1 plugin/security-warning'],
};

it.each(cases)('%s becomes these elements of config.xml', async (name) => {
  const { elements, findings } = await compiled(readFileSync(new URL(name, folder), 'utf8'));
  expect(findings).toEqual(warned[name] ?? []);
  await expect(elements).toMatchFileSnapshot(new URL(name.replace('.yaml', '.xml'), folder).pathname);
});

it('knows a case of each trigger, and of each event of Gerrit', () => {
  expect(cases.map((name) => name.replace('.yaml', '')).sort()).toEqual(
    Object.keys(triggers.JobTrigger?.fields ?? {}).sort(),
  );
  const gerrit = readFileSync(new URL('gerrit.yaml', folder), 'utf8');
  for (const event of Object.keys(triggers.JobGerritEvent?.fields ?? {}))
    expect(gerrit).toContain(`- ${event}`);
});

it.each([
  ['- timed', '1 schema/missing-field'],
  ['- upstream: { jobs: [other], result: good }', '1 schema/not-allowed'],
  ['- parameterized-timed: [{ schedule: H 3 * * * % A=b }]', '1 schema/pattern'],
  ['- parameterized-timed:\n    - schedule: H 3 * * *\n      parameters: { STAGE: a;b }', '3 schema/pattern'],
  ['- gerrit: { projects: [], trigger_on: [] }', '1 schema/empty'],
  ['- gerrit: { projects: [], trigger_on: [patchset-updated] }', '1 schema/unknown-field'],
  [
    '- gerrit:\n    projects: [{ pattern: a, branches: [{ pattern: b, compare_type: GLOB }] }]\n    trigger_on: [ref-updated]',
    '2 schema/not-allowed',
  ],
  ['- gitlab: { trigger_open_merge_request_push: true }', '1 schema/not-allowed'],
  ['- generic-webhook:\n    post_content_params: [{ key: REF }]', '2 schema/missing-field'],
  ['- github: { hooks: true }', '1 schema/unknown-field'],
  ['- xml: nothing', '1 job/fragment'],
  ['- gitlab: { include_branches: main }', '1 check/no-effect-beside'],
  ['- gitlab:\n    trigger_note: false\n    note_regex: again', '3 check/no-effect-beside'],
  [
    '- gerrit:\n    projects: [{ pattern: a, branches: [main] }]\n    trigger_on: [ref-updated]\n    silent: true\n    verified: { failed: -1 }',
    '5 check/no-effect-beside',
  ],
  ['- generic-webhook: { token_credential_id: hook, regex_filter_text: $REF }', '1 check/no-effect-beside'],
  ['- gitlab: { secret_token: hunter2-is-it }', '1 secret/plain-value'],
])('says what is wrong with %j', async (text, finding) => {
  expect((await compiled(text)).findings).toEqual([finding]);
});

it('stands in the property of a pipeline, those of plugins by a configure block', async () => {
  const { script, findings } = await compiledEntries(
    'triggers',
    'triggers',
    '- timed: H 3 * * *\n- generic-webhook: { token_credential_id: hook }\n',
    'pipeline\n    script: echo 1',
  );
  expect(findings).toEqual([]);
  expect(script).toContain("spec('H 3 * * *')");
  expect(script).toContain("appendNode('org.jenkinsci.plugins.gwt.GenericTrigger')");
});

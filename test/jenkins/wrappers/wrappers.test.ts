import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wrappers } from '../../../schema/source/jobs/wrappers/wrappers.ts';
import { compiledEntries } from '../job-entries.ts';

/*
 * What each wrapper of jobs.bitesize becomes: the least that can be written, and all of it. The elements were compared
 * with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const compiled = (text: string) => compiledEntries('wrappers', 'buildWrappers', text);

/** Releases of plugins that have weaknesses: whoever asks for them is told. */
const warned: Readonly<Record<string, readonly string[]>> = {
  'custom-tools.yaml': ['1 plugin/security-warning'],
  'port-allocator.yaml': ['1 plugin/security-warning'],
};

it.each(cases)('%s becomes these elements of config.xml', async (name) => {
  const { elements, findings } = await compiled(readFileSync(new URL(name, folder), 'utf8'));
  expect(findings).toEqual(warned[name] ?? []);
  await expect(elements).toMatchFileSnapshot(new URL(name.replace('.yaml', '.xml'), folder).pathname);
});

it('knows a case of each wrapper', () => {
  expect(cases.map((name) => name.replace('.yaml', '')).sort()).toEqual(
    Object.keys(wrappers.JobWrapper?.fields ?? {}).sort(),
  );
});

it.each([
  ['- timeout: { minutes: 3 }', '1 schema/unknown-field'],
  ['- timeout: soon', '1 schema/wrong-type'],
  ['- timeout: { type: sometimes }', '1 schema/not-allowed'],
  ['- timeout: { type: deadline, deadline_time: noon }', '1 schema/pattern'],
  ['- timeout: { type: deadline, deadline_time: "25:00" }', '1 schema/pattern'],
  ['- credentials-binding:\n    - text: { variable: TOKEN }', '2 schema/missing-field'],
  ['- credentials-binding:\n    - texts: { credentials: c, variable: TOKEN }', '2 schema/unknown-field'],
  ['- openstack:\n    - { cloud_name: lab, count: 0 }', '2 schema/out-of-range'],
  ['- config-file: [{ target: a.xml }]', '1 schema/missing-field'],
  ['- nodejs', '1 schema/missing-field'],
  ['- xml: <a><b></a>', '1 job/fragment'],
  ['- timeout: { type: no-activity, elastic_percentage: 200 }', '1 check/no-effect-beside'],
  ['- timeout: { max_restarts: 2 }', '1 check/no-effect-beside'],
  ['- docker: { image: node, context_path: build }', '1 check/no-effect-beside'],
  ['- inject: PASSWORD=hunter2-is-it', '1 secret/in-script'],
])('says what is wrong with %j', async (text, finding) => {
  expect((await compiled(text)).findings).toEqual([finding]);
});

it.each([
  ['- timeout: { abort_and_restart: true }', ['build-timeout', 'naginator']],
  [
    '- credentials-binding:\n    - amazon-web-services: { credentials: aws }\n    - docker-server-certificate: { credentials: docker, variable: PATH_OF_KEYS }',
    ['credentials-binding', 'aws-credentials', 'docker-commons'],
  ],
  ['- pre-scm-buildstep: [{ config-file: [settings] }]', ['preSCMbuildstep', 'config-file-provider']],
  ['- xml: <hudson.plugins.timestamper.TimestamperBuildWrapper/>', ['timestamper']],
])('asks for the plugins of %j', async (text, plugins) => {
  expect((await compiled(text)).plugins).toEqual(expect.arrayContaining(plugins));
});

it('calls the methods of Job DSL where they say all, and keeps the order of the others', async () => {
  const { script, elements } = await compiled(
    '- timeout: 30\n- timestamps\n- credentials-binding:\n    - text: { credentials: c, variable: TOKEN }\n- golang: "1.25"\n',
  );
  expect(script).toContain(
    "    wrappers {\n        timestamps()\n        credentialsBinding {\n            string('TOKEN', 'c')\n        }\n        golang('1.25')\n    }\n",
  );
  expect(script).toContain("appendNode('hudson.plugins.build__timeout.BuildTimeoutWrapper')");
  expect([...elements.matchAll(/^<([\w.]+)\/?>$/gm)].map(([, name]) => name?.split('.').at(-1))).toEqual([
    'BuildTimeoutWrapper',
    'TimestamperBuildWrapper',
    'SecretBuildWrapper',
    'GolangBuildWrapper',
  ]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownJobs } from '../own-jobs.ts';

/*
 * What folders, multibranch projects and organizations of jobs.bitesize become: the least that can be written, and all
 * of it. The elements were compared with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);

describe.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', (name) => {
  it('becomes these elements of config.xml, and needs these plugins', async () => {
    const { xml, findings, plugins } = await ownJobs(readFileSync(new URL(name, folder), 'utf8'));
    expect(findings).toEqual([]);
    const file = (ending: string) => new URL(name.replace('.yaml', ending), folder).pathname;
    await expect(xml).toMatchFileSnapshot(file('.xml'));
    await expect(askedFor(plugins)).toMatchFileSnapshot(file('.plugins'));
  });
});

const branches = '- { name: a, kind: multibranch, sources: [{ git: x }]';

it.each([
  ['- { name: a, kind: multibranch }', '1 schema/missing-field'],
  ['- { name: a, kind: multibranch, sources: [] }', '1 schema/empty'],
  ['- { name: a, kind: multibranch, sources: [{ github: { repo_owner: shop } }] }', '1 schema/missing-field'],
  [
    '- { name: a, kind: multibranch, sources: [{ github: { repo_owner: shop, repo: web, hooks: {} } }] }',
    '1 schema/unknown-field',
  ],
  [
    '- { name: a, kind: multibranch, sources: [{ git: x }], triggers: [{ periodic: 7h }] }',
    '1 schema/not-allowed',
  ],
  [
    '- { name: a, kind: organization, sources: [{ github: shop }], child_trigger: 7h }',
    '1 schema/not-allowed',
  ],
  [
    '- { name: a, kind: multibranch, sources: [{ git: x }, { git: { url: x, lfs_pull: true } }] }',
    '1 check/repeated-item',
  ],
  [`${branches}, inline_pipeline: { script: x } }`, '1 schema/missing-field'],
  [`${branches}, inline_pipeline: { marker: x } }`, '1 check/one-of'],
  [`${branches}, inline_pipeline: { marker: x, script: x, file: x.groovy } }`, '1 check/one-of'],
  [`${branches}, inline_pipeline: { marker: x, file: none.groovy } }`, '1 job/missing-file'],
  [`${branches}, inline_pipeline: { marker: x, script: x, sandbox: false } }`, '1 check/controller-script'],
  [
    `${branches}, inline_pipeline: { marker: x, script: x }, remote_jenkinsfile: { scm: [{ git: x }] } }`,
    '1 check/one-of',
  ],
  [`${branches}, script_path: x, inline_pipeline: { marker: x, script: x } }`, '1 check/no-effect-beside'],
  [`${branches}, script_path: x, remote_jenkinsfile: { scm: [{ git: x }] } }`, '1 check/no-effect-beside'],
  [
    '- { name: a, kind: organization, sources: [{ github: shop }], inline_pipeline: { marker: x, script: x, sandbox: false } }',
    '1 check/controller-script',
  ],
  [
    '- { name: a, kind: organization, sources: [{ github: shop }], remote_jenkinsfile: { scm: [none] } }',
    '1 check/one-of',
  ],
  ['- { name: a, kind: folder, sources: [{ git: x }] }', '1 schema/unknown-field'],
  [
    '- { name: a, kind: multibranch, sources: [{ git: x, github: { repo_owner: a, repo: b } }] }',
    '1 schema/one-thing',
  ],
])('says what is wrong with %s', async (list, finding) => {
  expect((await ownJobs(list)).findings).toEqual([finding]);
});

/** The plugins that something asks for, with the reasons, and not those that only others need. */
function askedFor(plugins: string): string {
  return plugins
    .split('\n')
    .map((line) => /^([\w-]+):\S+ +# (?!for )(.*)$/.exec(line))
    .flatMap((match) => (match === null ? [] : [`${match[1]}: ${match[2]}\n`]))
    .join('');
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scms } from '../../../schema/source/jobs/scms/scms.ts';
import { compiledEntries, eachAlone } from '../spec-entries.ts';

/*
 * What each checkout of jobs.bitesize becomes: the least that can be written, and all of it. The elements were compared
 * with the fields of the plugins' classes; `vitest -u` writes them again.
 */

const folder = new URL('cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(cases)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('becomes these elements of config.xml', async () => {
    // Several entries would be one checkout of several repositories.
    const { xml, findings } = await eachAlone('scm', text, 'freestyle', scmOf);
    expect(findings).toEqual([]);
    await expect(xml).toMatchFileSnapshot(new URL(name.replace('.yaml', '.xml'), folder).pathname);
  });
});

it('knows a case of each checkout', () => {
  const known = cases.map((name) => name.replace('.yaml', ''));
  const things = Object.keys(scms.JobScm?.fields ?? {});
  expect(known.sort()).toEqual([...things, 'git-browsers', 'git-extensions'].sort());
});

it.each([
  ['JobGitExtension', 'git-extensions'],
  ['JobGitBrowser', 'git-browsers'],
  ['JobSvnBrowser', 'svn'],
  ['JobHgBrowser', 'hg'],
])('knows a case of each %s', (entry, name) => {
  const text = readFileSync(new URL(`${name}.yaml`, folder), 'utf8');
  const things = Object.keys(scms[entry]?.fields ?? {});
  expect(things.length).toBeGreaterThan(5);
  expect(things.filter((thing) => !new RegExp(`[-{[,] *${thing}\\b`).test(text))).toEqual([]);
});

it.each([
  ['- git', '6 schema/missing-field'],
  ['- git: { url: a, extensions: [wipe] }', '6 schema/unknown-field'],
  ['- git: { url: a, extensions: [{ clone-options: { shallow: maybe } }] }', '6 schema/wrong-type'],
  ['- git: { url: a, extensions: [{ merge-options: { remote: b } }] }', '6 schema/missing-field'],
  ['- git: { url: a, browser: { github: a, gitlab: b } }', '6 schema/one-thing'],
  ['- git: { url: a, credentials: nobody }', '6 check/unknown-credential'],
  ['- svn: { url: a, depth: deep }', '6 schema/not-allowed'],
  ['- hg: { url: a, revision_type: commit }', '6 schema/not-allowed'],
  ['- repo: { url: a, jobs: many }', '6 schema/wrong-type'],
  ['- cvs: a', '6 schema/unknown-field'],
  ['- xml: <scm', '6 job/fragment'],
])('says what is wrong with %s', async (entry, finding) => {
  const { findings } = await compiledEntries('scm', entry);
  expect(findings).toEqual([finding]);
});

it('checks out several repositories by Multiple SCMs', async () => {
  const entries =
    '- git: { url: https://example.com/a.git, extensions: [{ relative-target-directory: a }, lfs-pull] }\n' +
    '- svn: https://svn.example.com/b\n- xml: <scm class="hudson.scm.CVSSCM" plugin="cvs@2.19"/>\n';
  const { xml, jobDsl, plugins, findings } = await compiledEntries('scm', entries);
  expect(findings).toEqual([]);
  await expect(scmOf(xml)).toMatchFileSnapshot(new URL('several.xml', folder).pathname);
  expect(jobDsl).toContain("for (old in project.get('scm')) project.remove(old)");
  expect(jobDsl).not.toContain('scm {');
  for (const plugin of ['git', 'multiple-scms', 'subversion', 'cvs'])
    expect(plugins).toMatch(new RegExp(`^${plugin}:`, 'm'));
});

it('takes any checkout for the script of a pipeline', async () => {
  const { xml, jobDsl } = await compiledEntries('scm', '- hg: https://hg.example.com/a\n', 'pipeline');
  expect(xml).toContain('<scm class="hudson.plugins.mercurial.MercurialSCM">');
  expect(jobDsl).not.toContain('cpsScm');
  expect(jobDsl).toContain(
    "appendNode('definition', ['class': 'org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition'])",
  );
});

it('writes calls of Job DSL for git', async () => {
  const entries =
    '- git: { url: a, branches: [main], extensions: [wipe-out-workspace, lfs-pull, prune-branches] }\n';
  const { jobDsl } = await compiledEntries('scm', entries);
  expect(jobDsl).toContain("branch('main')");
  expect(jobDsl).toContain('wipeOutWorkspace()');
  expect(jobDsl).toContain("appendNode('hudson.plugins.git.extensions.impl.GitLFSPull')");
});

/** Returns the element of the checkout. */
function scmOf(xml: string): string {
  return /^ *<scm\b[^>]*(?:\/>|>\n[\s\S]*?^ {2,4}<\/scm>)$/m.exec(xml)?.[0].replaceAll(/^ {2,4}/gm, '') ?? '';
}

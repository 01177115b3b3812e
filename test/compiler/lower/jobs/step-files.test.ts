import { describe, expect, it } from 'vitest';
import { compileFully } from '../../../../compiler/compile.ts';

/** Returns the configuration of a job with one build step, and the codes of what was found. */
async function stepOf(step: string, files: Readonly<Record<string, string>>, where = 'builders') {
  const text = `project: shop\njobs:\n  - name: a\n    kind: freestyle\n    ${where}:\n      - ${step}\n`;
  const { artifacts, diagnostics } = await compileFully([{ name: 'jobs.bitesize', text }], {
    files: new Map(Object.entries(files)),
  });
  const config = artifacts.find(({ path }) => path === 'jenkins/jobs/a/config.xml')?.content.text ?? '';
  return { config, codes: diagnostics.map(({ code }) => code) };
}

describe('a script step whose script is a file', () => {
  it.each([
    'shell: {file: scripts/a}',
    'batch: {file: scripts/a}',
    'powershell: {file: scripts/a}',
    'python: {file: scripts/a}',
    'shining-panda: {file: scripts/a}',
    'nodejs: {name: node-22, file: scripts/a}',
    'groovy: {command_file: scripts/a}',
    'system-groovy: {sandbox: true, command_file: scripts/a}',
    // A warning says that the plugin of `ssh` has a weakness.
    "ssh: {ssh_user_ip: 'me@example.com:22', file: scripts/a}",
  ])('%s', async (step) => {
    const { config, codes } = await stepOf(step, { 'scripts/a': '\ufefffirst &\r\nsecond\r\n' });
    expect(codes.filter((code) => code !== 'plugin/security-warning')).toEqual([]);
    expect(config).toMatch(/<(command|script)>first &amp;\nsecond\n<\//);
  });

  it.each([
    ['shell: {}', 'check/one-of'],
    ['shell: {command: make, file: scripts/a}', 'check/one-of'],
    ['groovy: {file: in/workspace, command_file: scripts/a}', 'check/one-of'],
    ['shell: {file: scripts/b}', 'job/missing-file'],
    ['shell: {file: ../a}', 'job/missing-file'],
  ])('%s is refused', async (step, code) => {
    expect((await stepOf(step, { 'scripts/a': 'make\n' })).codes).toEqual([code]);
  });

  it('is looked at in steps before a checkout as well', async () => {
    expect((await stepOf('pre-scm-buildstep: {steps: [{shell: {}}]}', {}, 'wrappers')).codes).toEqual([
      'check/one-of',
    ]);
  });
});

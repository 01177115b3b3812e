import { describe, expect, it } from 'vitest';
import { fine, inFolder, run } from '../cli/run.ts';

const environments = 'project: store\nenvironments:\n  - name: Production\n';

/** The findings of a check of one project with one more file. */
async function checkWith(name: string, text = ''): Promise<string> {
  const { output } = await run(['check'], { files: { ...fine, [name]: text } });
  return output;
}

describe('files that are meant as specs', () => {
  it.each([
    ['enviroments.bitesize', '`environments.bitesize`'],
    ['applications.bitesize', '`application.bitesize`'],
    ['environments.bitesize.yml', '`environments.bitesize`'],
    ['Environments.bitesize', '`environments.bitesize`'],
    ['jenkins.bitsize', '`jenkins.bitesize`'],
    ['jenkins.btesize.ts', '`jenkins.bitesize.ts`'],
    ['container.bitesize.yaml', '`containers.bitesize`'],
  ])('are an error with the right name: %s', async (name, meant) => {
    const output = await checkWith(name, environments);
    expect(output).toContain(
      `error[file/misnamed-spec]: \`${name}\` is not read: no spec has this name\n --> ${name}:1:1\n`,
    );
    expect(output).toContain(`= help: did you mean ${meant}? rename the file\n`);
    expect(output).toContain(', 1 error,');
  });

  it('are told apart where the spec itself is there, too', async () => {
    expect(await checkWith('build.bitesize.yml')).toContain(
      '= help: move what belongs to the project into `build.bitesize`',
    );
  });

  it('may have a name that is near no spec', async () => {
    expect(await checkWith('staging.bitesize')).toContain('= help: specs are called `build.bitesize`, ');
  });

  it.each([
    'build.bitesize~',
    '.build.bitesize.swp',
    'build.bitesize.orig',
    'jenkins.bitesize.example',
    'environments.bitesize.disabled',
    'build.bitesize.d.ts',
    'shared.bitesize.ts',
    'notes.md',
    'build.gradle',
    'builder.ts',
  ])('are no finding: %s', async (name) => {
    expect(await checkWith(name)).toContain(' 0 errors, 0 warnings');
  });

  it('make a folder a project of a glob, and the only finding there', async () => {
    const files = { ...inFolder('p/a', fine), ...inFolder('p/b', { 'enviroments.bitesize': environments }) };
    const { code, output } = await run(['check', 'p/*'], { files });
    expect(code).toBe(1);
    expect(output).toContain(' --> p/b/enviroments.bitesize:1:1\n');
    expect(output).toContain('2 projects, 1 file, 1 error,');
  });

  it('write no output, and leave out names that may stand in them', async () => {
    const application =
      'project: store\napplications:\n  - name: web\n    runtime: nginx:1.27\n    version: 1.0\n    dependencies: [{ type: debian-package, origin: { build: web }, name: web }]\n';
    const files = { 'builds.bitesize': fine['build.bitesize'] ?? '', 'application.bitesize': application };
    const { code, output, host } = await run(['compile', '--out', 'out'], { files });
    expect(code).toBe(1);
    expect(output).not.toContain('link/');
    expect(host.files.status('out').ok).toBe(false);
  });
});

describe('a spec with other contents than its name says', () => {
  it('is one finding for each of two that were swapped', async () => {
    const files = { 'build.bitesize': environments, 'environments.bitesize': fine['build.bitesize'] ?? '' };
    const { output } = await run(['check'], { files });
    expect(output).toContain(
      'error[schema/other-file]: this file holds what belongs into `environments.bitesize`\n --> build.bitesize:2:1\n',
    );
    expect(output).toContain(
      'error[schema/other-file]: this file holds what belongs into `build.bitesize`\n --> environments.bitesize:2:1\n',
    );
    expect(output).toContain(' 2 errors, 0 warnings');
  });

  it('is one finding for an object of Kubernetes', async () => {
    const output = await checkWith(
      'environments.bitesize',
      'apiVersion: v1\nkind: Service\nmetadata: { name: web }\n',
    );
    expect(output).toContain(
      'error[schema/other-file]: this file holds an object of Kubernetes\n --> environments.bitesize:1:1\n',
    );
    expect(output).toContain(' 1 error, 0 warnings');
  });

  it('is looked at field by field where one field at its top is its own', async () => {
    const output = await checkWith('environments.bitesize', `${environments}components: []\n`);
    expect(output).toContain('error[schema/unknown-field]: unknown field `components`');
  });
});

import { describe, expect, it } from 'vitest';
import { MemoryFiles } from '../../../../compiler/host/memory-files.ts';
import { run, runOn } from '../../cli/run.ts';
import { service } from '../findings.ts';
import { type MadeUpSecret, madeUpSecrets } from './made-up-secrets.ts';

/** Those of which each is long enough not to stand in an output by chance. */
const secrets = madeUpSecrets(4711).filter(({ secret }) => secret.length >= 9);

function specs(all: readonly MadeUpSecret[]): Readonly<Record<string, string>> {
  const values = all.filter(({ kind }) => kind !== 'shell');
  const steps = all
    .filter(({ kind }) => kind === 'shell')
    .map(({ text }) => `      - shell: |\n${text.replace(/^/gm, '          ')}\n`);
  const env = values.map(({ name, text }, index) => {
    // Two variables of a name would be another finding.
    return `  - name: ${name.replace(/^(?=\w)/, `V${index}_`)}\n    value: '${text.replaceAll("'", "''")}'`;
  });
  return {
    '/project/build.bitesize': `project: shop\ncomponents:\n  - name: web\n    build:\n${steps.join('')}`,
    '/project/application.bitesize':
      'project: shop\napplications:\n  - name: web\n    runtime: debian:13-slim\n    version: 1.0.0\n',
    '/project/environments.bitesize': service(
      `application: web\nversion: "1"\nport: 80\nenv:\n${env.join('\n')}`,
    ),
  };
}

/** Returns the secrets that stand in a text. */
function shownIn(text: string): readonly string[] {
  return secrets.map(({ secret }) => secret).filter((secret) => text.includes(secret));
}

/** Returns files in memory, and what is written to them from then on. */
function watchedFiles(files: Readonly<Record<string, string>>) {
  const fileSystem = new MemoryFiles('/project', files);
  const written: string[] = [];
  const write = fileSystem.write;
  Object.assign(fileSystem, {
    write: (...args: Parameters<typeof write>) => {
      const [path, content] = args;
      written.push(`${path}\n${typeof content === 'string' ? content : new TextDecoder().decode(content)}`);
      return write(...args);
    },
  });
  return { fileSystem, written };
}

const formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle'];

describe('no secret of any kind is printed or written', () => {
  it('by `check`: reports, baselines, caches', async () => {
    const { fileSystem, written } = watchedFiles(specs(secrets));
    const reports = formats.flatMap((format) => ['--report', `${format}=${format}.out`]);
    const argv = ['check', '--cache-dir', '/cache', '--max-diagnostics', '0', ...reports];
    const { code, output, errors } = await run(argv, { fileSystem });
    expect(code).toBe(1);
    expect(output.match(/\[secret\//g)?.length).toBeGreaterThan(250);
    expect(shownIn(output + errors)).toEqual([]);
    expect(written.length).toBeGreaterThanOrEqual(formats.length);
    expect(shownIn(written.join('\n'))).toEqual([]);
  });

  it('by `check --allow-plain-secrets` in its cache', async () => {
    const { fileSystem, written } = watchedFiles(specs(secrets));
    const argv = ['check', '--cache-dir', '/cache', '--allow-plain-secrets'];
    const { code, output } = await run(argv, { fileSystem, resources: { 'build-id': 'one' } });
    expect(code, output).toBe(0);
    expect(written.filter((text) => text.startsWith('/cache/')).length).toBeGreaterThan(0);
    expect(shownIn(output + written.join('\n'))).toEqual([]);
  });

  it('by `compile`, which writes nothing', async () => {
    const { fileSystem, written } = watchedFiles(specs(secrets));
    const { code, output, errors } = await run(['compile', '--out', 'out', '--cache-dir', '/cache'], {
      fileSystem,
    });
    expect(code).toBe(1);
    expect(shownIn([output, errors, ...written].join('\n'))).toEqual([]);
  });

  it('by `compile --allow-plain-secrets`, outside the artifacts that need them', async () => {
    const { fileSystem, written } = watchedFiles(specs(secrets));
    const argv = ['compile', '--out', 'out', '--allow-plain-secrets'];
    const { output, errors } = await run(argv, { fileSystem });
    const aside = written.filter((text) => /^\S*(?:manifest|\.map|journal)/.test(text));
    expect(aside.length).toBeGreaterThan(0);
    expect(shownIn([output, errors, ...aside].join('\n'))).toEqual([]);
  });

  it('by `diff` and `why`', async () => {
    const before = Object.fromEntries(
      Object.entries(specs(secrets.slice(0, 1))).map(([path, text]) => [
        path.replace('/project/', '/project/a/'),
        text,
      ]),
    );
    const after = Object.fromEntries(
      Object.entries(specs(secrets)).map(([path, text]) => [path.replace('/project/', '/project/b/'), text]),
    );
    const { fileSystem } = watchedFiles({ ...before, ...after });
    const { host, output, errors } = await run(['diff', 'a', 'b', '--unified'], { fileSystem });
    expect(errors).toBe('');
    expect(output).toContain('********');
    expect(shownIn(output + errors)).toEqual([]);
    for (const format of ['json', 'markdown']) {
      const { output: printed } = await runOn(host, ['diff', 'a', 'b', '--format', format]);
      expect(shownIn(printed)).toEqual([]);
    }
    for (const place of ['b/environments.bitesize:14', 'b/build.bitesize:6']) {
      const { code, output: printed } = await runOn(host, ['why', place, 'b']);
      expect([code, shownIn(printed)]).toEqual([0, []]);
    }
  });
});

describe('a secret that another finding is about', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;

  it.each([
    ['an unknown field', service('db_password: hunter2222\nport: 80')],
    [
      'a field beside an unknown one',
      service('env:\n  - {nmae: DB_PASSWORD, name: DB_PASSWORD, value: hunter2222}'),
    ],
    ['a spec that cannot be read', `${service('port: 80')}  password: hunter2222\n   - [\n`],
    ['a value of another type', service(`port: ${token}`)],
    ['a name that is not defined', service(`application: ${token}`)],
    ['a name that stands above', service(`port: 80\nbogus: 1`).replace('name: web', `name: ${token}`)],
  ])('is not shown: %s', async (_, text) => {
    const files = { '/project/environments.bitesize': text };
    for (const format of formats) {
      const { output, errors } = await run(['check', '--report', format], { files });
      expect(output).not.toMatch(/hunter2222|ghp_a1B2/);
      expect(errors).not.toMatch(/hunter2222|ghp_a1B2/);
    }
  });

  it('is masked beside one that has a form, and behind the fiftieth of a text', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `export A${index}_TOKEN=hunter22${index + 100}`);
    const text = [`curl -H "X: ${token}"`, ...lines].map((line) => `          ${line}`).join('\n');
    const files = {
      '/project/build.bitesize': `project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: |\n${text}\n`,
    };
    const { output } = await run(['check', '--max-diagnostics', '0'], { files });
    expect(output.match(/\[secret\//g)?.length).toBe(50);
    expect(output).not.toMatch(/hunter22|ghp_a1B2/);
  });
});

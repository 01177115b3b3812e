import { describe, expect, it } from 'vitest';
import { inFolder, run, runOn, textOf } from '../cli/run.ts';

const environments = `project: shop
environments:
  - name: Production
    namespace: shop
    services:
      - name: a
        version: 1.0
        ssl: "true"
      - name: b
        version: 1.0
        ssl: "false" # as it was
        image: x
      - name: c
        version: 1.0
        httpsOnly: "true"
        image: y
        status: z
`;

const files = { 'environments.bitesize': environments };

/** The codes of a report in JSON, in order. */
async function codesOf(
  specs: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<string[]> {
  const { host } = await run(['check', ...argv, '--report', 'json=out.json'], { files: specs });
  const { diagnostics } = JSON.parse(textOf(host, 'out.json'));
  return diagnostics.map(({ code, message }: { code: string; message: string }) => `${code} ${message}`);
}

describe('what old files have in many places', () => {
  it('is told once a file, with the other places and one fix for all', async () => {
    const { output } = await run(['check'], { files });
    expect(output.match(/warning\[spelling\/quoted-boolean\]/g)).toHaveLength(1);
    expect(output).toContain('= help: the same in 2 more places of this file');
    expect(output).toContain('here, too');
  });

  it('is told for each thing that has to be decided', async () => {
    const codes = await codesOf(files);
    expect(codes.filter((code) => code.startsWith('check/dead-field'))).toEqual([
      'check/dead-field `image` has no effect',
      'check/dead-field `status` has no effect',
    ]);
  });

  it('is told once for each base image that floats', async () => {
    const applications = ['node:latest', 'node:latest', 'ruby'].map(
      (runtime, index) => `  - {name: web${index}, version: 1.0, runtime: "${runtime}", command: run}\n`,
    );
    const text = `project: shop\napplications:\n${applications.join('')}`;
    const codes = await codesOf({ 'application.bitesize': text });
    expect(codes.filter((code) => code.startsWith('image/floating-runtime'))).toEqual([
      'image/floating-runtime `node:latest` does not say which version of the base image',
      'image/floating-runtime `ruby` does not say which version of the base image',
    ]);
  });

  it('is told for each project and file', async () => {
    const codes = await codesOf({ ...inFolder('a', files), ...inFolder('b', files) }, 'a', 'b');
    expect(codes.filter((code) => code.startsWith('spelling/quoted-boolean'))).toHaveLength(2);
  });

  it('is fixed everywhere, and what has no effect is removed with its line', async () => {
    const { host } = await run(['check'], { files });
    const { code, output } = await runOn(host, ['check', '--fix']);
    expect([code, output]).toEqual([0, expect.stringContaining('.: fixed 6 findings')]);
    expect(textOf(host, 'environments.bitesize')).toBe(
      environments.replaceAll(/"(true|false)"/g, '$1').replaceAll(/ {8}(image|status): .\n/g, ''),
    );
  });

  it('is left alone where a comment accepts one of them', async () => {
    const ignored = environments.replace(
      '"true"',
      '"true" # bitesize-ignore spelling/quoted-boolean: wanted',
    );
    const { output } = await run(['check'], { files: { 'environments.bitesize': ignored } });
    expect(output).toContain('= help: the same in 1 more place of this file');
    expect(output).toContain(', 1 accepted');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inFolder, run } from './run.ts';

const sample = Object.fromEntries(
  ['build', 'application', 'environments', 'jenkins'].map((kind) => [
    `${kind}.bitesize`,
    readFileSync(new URL(`../../../examples/sample-app/${kind}.bitesize`, import.meta.url), 'utf8'),
  ]),
);
const files = inFolder('/project/shop', sample);
const why = (...argv: string[]) => run(['why', ...argv], { files });

const orders = 'kubernetes/environments/production/deployments/50-deployment-orders.yaml';

describe('bitesize why', () => {
  it('leads from a line of the output to the lines behind it', async () => {
    const { code, output } = await why(`out/shop/${orders}:21`, 'shop');
    expect(code).toBe(0);
    expect(output).toBe(
      `${orders}:21\n    replicas: 3\n\n  because of environments.bitesize:87:19\n      replicas: 3\n  because of environments.bitesize:86:9\n      - <<: *orders\n  because of environments.bitesize:73:15\n      method: rolling-upgrade\n`,
    );
  });

  it('leads back from a line of a spec, whose path says where the project is', async () => {
    const { code, output } = await why('shop/environments.bitesize:87');
    expect(code).toBe(0);
    expect(output.split('\n').slice(0, 2)).toEqual(['environments.bitesize:87', '          replicas: 3']);
    expect(output).toContain(`  ${orders}:21\n`);
  });

  it.each([
    ['shop/environments.bitesize:999', '`environments.bitesize` has 90 lines'],
    [`${orders}:999`, `\`${orders}\` has 69 lines`],
    ['containers.bitesize:1', 'the project has no spec `containers.bitesize`'],
    [
      'jenkins/plugin.txt:1',
      'the output has no file `jenkins/plugin.txt`; did you mean `jenkins/plugins.txt`?',
    ],
    ['out/manifest.json:3', 'the manifest says what was written'],
    [
      '50-deployment-orders.yaml:3',
      '`50-deployment-orders.yaml` may be one of 2 files, such as\n  kubernetes/',
    ],
    ['jenkins/plugins.txt', '`jenkins/plugins.txt` names no line: write `file:line`'],
  ])('says what is wrong with %s', async (place, message) => {
    const { code, errors } = await why(place, 'shop');
    expect([code, errors]).toEqual([2, expect.stringContaining(`error: ${message}`)]);
  });

  it('says so where there is no project, or one with errors', async () => {
    expect(await why('jenkins/plugins.txt:1')).toMatchObject({
      code: 1,
      errors: 'error: no specs in `.`\nhelp: specs are in `shop`: name the folder, or use a glob\n',
    });
    const broken = { ...files, '/project/shop/build.bitesize': 'project: shop\ncomponents: 1\n' };
    const { code, errors } = await run(['why', 'jenkins/plugins.txt:1', 'shop'], { files: broken });
    expect([code, errors]).toEqual([1, expect.stringMatching(/^error: the project has \d errors?: /)]);
  });

  it('prints no secret', async () => {
    const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    const build = (sample['build.bitesize'] ?? '').replace('value: production', `value: ${token}`);
    const secret = { ...files, '/project/shop/build.bitesize': build };
    const line = build.split('\n').findIndex((text) => text.includes(token)) + 1;
    const back = await run(['why', `shop/build.bitesize:${line}`], { files: secret });
    expect(back.output).toContain('value: ********\n');
    const place = /\S+build_jobs\.groovy:\d+/.exec(back.output)?.[0] ?? '';
    const forth = await run(['why', place, 'shop'], { files: secret });
    expect(forth.output).toContain("env('NODE_ENV', '********')");
    expect(back.output + forth.output).not.toContain(token);
  });
});

import { expect, it } from 'vitest';
import { run } from '../../cli/run.ts';

const SECRET = 'Zq7wHx2mLp';

it.each([
  `- {name: DB_PASSWORD, vlaue: ${SECRET}}`,
  `- {name: DB_PASSWORD, value: [${SECRET}, b]}`,
  `- {name: DB_PASSWORD, value: {x: ${SECRET}}}`,
  `- {"name": "DB_PASSWORD", "value": {x: '${SECRET}'}}`,
  `- name: API_TOKEN\n        value: {text: ${SECRET}}`,
  `- nmae: {API_TOKEN: ${SECRET}}`,
  `- x: DB_PASSWORD: ${SECRET}`,
])('prints no secret that stands where none can: %s', async (entry) => {
  const files = {
    '/project/build.bitesize': `project: shop\ncomponents:\n  - name: web\n    env:\n      ${entry}\n`,
  };
  const { code, output } = await run(['check'], { files });
  expect(code).toBe(1);
  expect(output).toContain('build.bitesize:');
  expect(output).not.toContain(SECRET);
});

it('leaves the names of Secrets and what is beside a secret', async () => {
  const files = {
    '/project/build.bitesize':
      'project: shop\ncomponents:\n  - name: web\n    env:\n      - {name: DB_PASSWORD, secret: shop/database, vlaue: plain}\n      - {nmae: {API_TOKEN: Zq7wHx2mLp, GOOD: fine}}\n',
  };
  const { output } = await run(['check'], { files });
  expect(output).toContain('secret: shop/database, vlaue: plain');
  expect(output).toContain('GOOD: fine');
});

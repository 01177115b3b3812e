import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';

const specs = [
  {
    name: 'jenkins.bitesize',
    text: `project: shop
jenkins:
  users: [{name: alice}]
  seed: {repository: "git@git.example.com:a/b.git"}
  credentials: [{id: npm, type: secret-text}, {id: robot, type: username-password}, {id: conf, type: file}]
  mail: {host: smtp.example.com, secret: smtp}
  registry: {push: r.example.com, secret: regcred}
  agents: [{name: generic, env: [{name: NPM_TOKEN, secret: npm}]}]
`,
  },
];

/** Variables that the controller reads at run time, and that a build of the image or a pipeline may well have. */
const variables = [
  'JENKINS_ADMIN_USER',
  'JENKINS_ADMIN_PASSWORD',
  'GIT_PRIVATE_KEY',
  'NPM_TOKEN',
  'SEED_JOBS_REPO',
];

const secret = fc.uuid().map((uuid) => `s3cret-${uuid}`);

test('no value of the environment is in any artifact or diagnostic', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(secret, secret, secret, secret, secret), async (values) => {
      variables.forEach((name, index) => {
        process.env[name] = values[index];
      });
      try {
        const { artifacts, diagnostics } = await compile(specs);
        expect(artifacts.length).toBeGreaterThan(20);
        const everything = [
          ...artifacts.flatMap(({ path, content }) => [path, content.text]),
          ...diagnostics.flatMap(({ message, help }) => [message, ...help]),
        ].join('\n');
        for (const value of values) expect(everything).not.toContain(value);
      } finally {
        for (const name of variables) delete process.env[name];
      }
    }),
    { numRuns: 5 },
  );
});

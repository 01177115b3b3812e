import fc from 'fast-check';
import type { Specs } from './shared-output.ts';

interface RandomProject {
  readonly environments: readonly { readonly name: string; readonly own: boolean; readonly makes: boolean }[];
  readonly apt: boolean;
  readonly caches: boolean;
  readonly agents: boolean;
}

const project: fc.Arbitrary<RandomProject> = fc.record({
  environments: fc.uniqueArray(
    fc.record({ name: fc.constantFrom('dev', 'stg', 'prd'), own: fc.boolean(), makes: fc.boolean() }),
    { selector: ({ name }) => name, maxLength: 3 },
  ),
  apt: fc.boolean(),
  caches: fc.boolean(),
  agents: fc.boolean(),
});

/** Names that follow from each other in ways that a careless prefix would mix up. */
const names = fc.uniqueArray(
  fc.constantFrom(
    'web',
    'web-agents',
    'web-agents-privileged',
    'deploy',
    'agents',
    'jenkins',
    'api.v2',
    'Shop',
    'a-b',
    'a',
  ),
  { minLength: 2, maxLength: 5 },
);

/** Fleets of two to five projects on one controller, in which all but the projects is called the same. */
export const randomFleets: fc.Arbitrary<Readonly<Record<string, Specs>>> = names.chain((all) =>
  fc
    .array(project, { minLength: all.length, maxLength: all.length })
    .map((projects) =>
      Object.fromEntries(all.map((name, index) => [name, specsOf(name, projects[index] ?? projects[0])])),
    ),
);

function specsOf(name: string, given: RandomProject | undefined): Specs {
  if (given === undefined) return {};
  const { environments, apt, caches, agents } = given;
  const space = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    build: `project: ${space}
components:
  - name: app
    repository: {git: "git@git.example.com:${space}/app.git"}
    build: [{shell: make}]
${caches ? '    caches: [npm]\n' : ''}`,
    environments: `project: ${space}
environments:
${environments.map((each) => `  - name: ${each.name}\n    namespace: ns-${space}-${each.name}\n    services: [{name: app, port: 80, version: "1", env: [{secret: PASSWORD, value: db/password}]}]`).join('\n')}${environments.length === 0 ? '  []' : ''}
`,
    jenkins: `project: ${space}
jenkins:
  folder: ${name}
  environments: {create_namespaces: ${environments.some(({ makes }) => makes)}}
  apt: {enabled: ${apt}}
${agents ? '  agents: [{name: own, image: "own:1", env: [{name: TOKEN, secret: npm}]}]\n' : ''}  credentials: [{id: token, type: secret-text}]
`,
  };
}

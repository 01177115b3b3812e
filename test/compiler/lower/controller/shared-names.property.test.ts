import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLabelExpression } from '../../../../compiler/util/label-expression.ts';
import {
  type SharedOutput,
  type Specs,
  sharedOutput,
} from '../../../emitters/kubernetes/shared/shared-output.ts';

/*
 * Projects of one controller in which all but the folders has the same names. What a job names is looked up as Jenkins
 * does it: credentials from the folder upwards, labels in the templates of all clouds, jobs from the folder of the job.
 */

/** Folders that a careless prefix would mix up. */
const folders = fc.uniqueArray(
  fc.constantFrom(
    'shop',
    'shop-api',
    'Shop Two',
    'api',
    'web',
    'web.api',
    'generic',
    'build-shop',
    'kubernetes',
  ),
  { minLength: 2, maxLength: 6 },
);

const labels = fc.constantFrom(
  'generic',
  'linux',
  'linux && gpu',
  'gpu || generic',
  '!gpu && linux',
  '!dind && !deploy',
  '"linux"',
);

interface RandomProject {
  readonly agent: string;
  readonly jobLabel: string | undefined;
  readonly environments: boolean;
  readonly image: boolean;
  readonly slack: boolean;
  readonly caches: boolean;
  readonly blocks: string;
}

const project: fc.Arbitrary<RandomProject> = fc.record({
  agent: labels,
  jobLabel: fc.option(labels, { nil: undefined }),
  environments: fc.boolean(),
  image: fc.boolean(),
  slack: fc.boolean(),
  caches: fc.boolean(),
  blocks: fc.constantFrom('.*', 'web', '.*-deploy|web', '(?i)NIGHTLY'),
});

function specsOf(folder: string, given: RandomProject): Specs {
  const { agent, jobLabel, environments, image, slack, caches, blocks } = given;
  const space = folder.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    build: `project: same
components:
  - name: web
    agent: ${JSON.stringify(agent)}
    repository: {git: "git@git.example.com:same/web.git", credentials: git-key}
    env: [{name: TOKEN, credentials: npm-token}]
    notifications: {slack: "#same"}
    build: [{shell: make}]
${caches ? '    caches: [npm]\n' : ''}`,
    ...(image
      ? {
          application:
            'project: same\napplications:\n  - {name: web, runtime: ubuntu-22.04, version: "1.0"}\n',
        }
      : {}),
    environments: `project: same
environments: ${
      environments
        ? `
  - name: dev
    namespace: ${space}-dev
    services: [{name: web, port: 80, version: "1"}]
    tests: [{name: smoke, agent: ${JSON.stringify(agent)}, commands: [{shell: make smoke}]}]
  - name: prd
    namespace: ${space}-prd
    deployment: {mode: manual}
    services: [{name: web, port: 80}]`
        : '[]'
    }
`,
    jenkins: `project: same
jenkins:
  folder: ${JSON.stringify(folder)}
  registry: {push: registry.example.com/${space}}
${slack ? '  slack: {workspace: same, credentials: slack-token}\n' : ''}  credentials:
    - {id: git-key, type: ssh-key, secret: git}
    - {id: npm-token, type: secret-text, secret: npm, key: token}
    - {id: slack-token, type: secret-text, secret: slack, key: token}
  agents:
    - {name: gpu, label: linux gpu}
    - {name: linux}
`,
    jobs: `project: same
jobs:
  - name: nightly
    kind: freestyle
${jobLabel === undefined ? '' : `    label: ${JSON.stringify(jobLabel)}\n`}    properties:
      - lockable-resources: {resources: [printer, bench]}
      - throttle: {categories: [heavy], max_total: 1}
      - build-blocker: {blocking_jobs: [${JSON.stringify(blocks)}]}
    builders: [{shell: make}]
    publishers: [{trigger: {project: folder/last}}]
  - name: folder/last
    kind: freestyle
    builders: [{shell: make}, {copy-artifacts: {project: nightly}}]
`,
  };
}

const fleets = folders.chain((all) =>
  fc
    .array(project, { minLength: all.length, maxLength: all.length })
    .map(
      (projects) => new Map(all.map((folder, index) => [folder, projects[index] ?? projects[0]] as const)),
    ),
);

/** What a project has in Jenkins, and what its jobs name. */
interface Part {
  readonly folder: string;
  readonly slug: string;
  readonly jobs: ReadonlyMap<string, string>;
  readonly dsl: string;
  readonly scripts: string;
}

function partOf({ files }: SharedOutput, folder: string, slug: string): Part {
  const base = `projects/${slug}/jenkins/`;
  const below = (start: string) => [...files].filter(([path]) => path.startsWith(`${base}${start}`));
  return {
    folder,
    slug,
    jobs: new Map(
      below('jobs/').flatMap(([path, text]) =>
        path.endsWith('/config.xml')
          ? [
              [
                decodeURIComponent(
                  path.slice(`${base}jobs/`.length, -'/config.xml'.length).replaceAll('/jobs/', '/'),
                ),
                text,
              ],
            ]
          : [],
      ),
    ),
    dsl: below('job-dsl/')
      .map(([, text]) => text)
      .join('\n'),
    scripts: below('init.groovy.d/')
      .map(([, text]) => text)
      .join('\n'),
  };
}

const unescaped = (text: string): string =>
  text.replace(/&(apos|quot|lt|gt|amp|#39);/g, (_, name: string) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'amp' ? '&' : name === 'quot' ? '"' : "'",
  );

function found(text: string, pattern: RegExp): readonly string[] {
  return [...unescaped(text).matchAll(pattern)].map(([, name = '']) => name);
}

/** Labels of every template of the clouds that a text makes. */
function templatesOf(scripts: string): readonly ReadonlySet<string>[] {
  return found(scripts, /return template\('[^']*', '[^']*', '([^']*)'/g).map(
    (all) => new Set(all.split(' ')),
  );
}

const labelled = /<assignedNode>([^<]*)<|\bnode\('([^']*)'\)/g;

function labelsOf(text: string): readonly string[] {
  return [...unescaped(text).matchAll(labelled)].map(([, field, step]) => field ?? step ?? '');
}

/** Returns the full names that a job may mean by the names of other jobs. */
function referencesOf(job: string, text: string): readonly string[] {
  const parent = job.slice(0, Math.max(0, job.lastIndexOf('/')));
  const fields = found(
    text,
    /<(?:childProjects|upstreamProjects|projects|project|projectName)>([^<]*)</g,
  ).flatMap((names) => names.split(','));
  const steps = found(text, /\b(?:job|projectName|upstreamProjects): '([^']*)'/g);
  return [...fields, ...steps].map((name) =>
    name.trim().startsWith('/') ? name.trim().slice(1) : `${parent}/${name.trim()}`,
  );
}

describe('names of projects on a shared controller', () => {
  test('never mean what another project has', async () => {
    await fc.assert(
      fc.asyncProperty(fleets, async (fleet) => {
        const specs = Object.fromEntries(
          [...fleet].map(([folder, given], index) => [
            `p${index}`,
            given === undefined ? {} : specsOf(folder, given),
          ]),
        );
        const output = await sharedOutput(specs);
        expect(errorsOf(output)).toEqual([]);
        const parts = [...fleet.keys()].map((folder) =>
          partOf(output, folder, folder.toLowerCase().replace(/[^a-z0-9]+/g, '-')),
        );
        const own = [...output.files]
          .filter(([path]) => path.startsWith('jenkins/init.groovy.d/'))
          .map(([, text]) => text)
          .join('\n');
        for (const part of parts) {
          const others = parts.filter((other) => other !== part);
          expect(part.jobs.size).toBeGreaterThan(2);
          for (const [job, text] of part.jobs) {
            // Jobs stand in the folder, so their credentials are looked up there first, and then in no one's but Jenkins'.
            expect(job.startsWith(`${part.folder}/`), job).toBe(true);
            for (const label of labelsOf(text)) {
              const holds = parseLabelExpression(label) ?? (() => false);
              const reaches = (scripts: string) =>
                templatesOf(scripts).some((names) => holds((name) => names.has(name)));
              expect(reaches(part.scripts), `${job}: ${label}`).toBe(true);
              for (const other of [...others.map(({ scripts }) => scripts), own])
                expect(reaches(other), `${job}: ${label}`).toBe(false);
            }
            for (const cloud of found(text, /cloud: '([^']*)'/g))
              expect(cloud).toBe(`kubernetes-${part.slug}`);
            for (const name of referencesOf(job, text))
              expect(
                others.some(({ jobs }) => jobs.has(name)),
                `${job}: ${name}`,
              ).toBe(false);
            for (const pattern of found(text, /<blockingJobs>([^<]*)</g))
              for (const name of others.flatMap(({ jobs }) => [...jobs.keys()]))
                expect(
                  new RegExp(`^(?:${pattern.replace('(?i)', '')})$`).test(name),
                  `${pattern}: ${name}`,
                ).toBe(false);
          }
          for (const name of found(part.dsl, /^\w+\('([^']*)'/gm))
            expect(name.startsWith(`${part.folder}/`)).toBe(true);
          const secrets = found(part.scripts, /(?:secret|content)\('([^']*)'/g);
          expect(secrets.length).toBeGreaterThan(2);
          for (const secret of secrets) expect(secret.startsWith(`${part.slug}.`), secret).toBe(true);
          expect(found(part.scripts, /setTargets\('([^']*)'\)/g)).toEqual([
            `projects/${part.slug}/jenkins/job-dsl/*.groovy`,
          ]);
        }
        for (const pattern of unique)
          expectDifferent(
            parts.map(({ jobs, scripts }) => found([...jobs.values(), scripts].join('\n'), pattern)),
          );
        expect(own).not.toContain("CredentialsScope.GLOBAL, 'git-key'");
      }),
      { numRuns: 15, seed: 21 },
    );
  }, 300_000);
});

function errorsOf({ diagnostics }: SharedOutput): readonly string[] {
  return diagnostics.flatMap(({ severity, code, message }) =>
    severity === 'error' ? [`${code}: ${message}`] : [],
  );
}

/** What belongs to the whole of Jenkins: locks, resources, categories, clouds, ids of templates, users. */
const unique = [
  /lock\(resource: '([^']*)'/g,
  /<resourceNames>([^<]*)</g,
  /<categories>\s*<string>([^<]*)</g,
  /new KubernetesCloud\('([^']*)'\)/g,
  /return template\('([^']*)'/g,
  /PermissionEntry\.user\('([^']*)'\)/g,
  /FolderSetup\.account\('([^']*)'\)/g,
];

function expectDifferent(names: readonly (readonly string[])[]): void {
  const all = names.flatMap((each) => [...new Set(each)]);
  expect(new Set(all).size).toBe(all.length);
}

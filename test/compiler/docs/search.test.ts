import { beforeAll, describe, expect, it } from 'vitest';
import { createSearch, type SearchDocument } from '../../../compiler/docs/search/search.ts';
import { docsSite } from '../../bundle/bundled-command.ts';

/* The search that the pages have, over the index that they load. */
let search: ReturnType<typeof createSearch>;
let documents: readonly SearchDocument[];

beforeAll(async () => {
  const script = (await docsSite()).get('search.js') ?? '';
  const [, json = '[]'] = /^globalThis\.bitesizeSearch=(.*);\n$/s.exec(script) ?? [];
  documents = JSON.parse(json);
  search = createSearch(documents);
});

const addresses = (query: string, count: number) =>
  search(query)
    .slice(0, count)
    .map(({ address }) => address);

/** The questions of somebody new, and the page that answers. */
const newcomer = [
  ['where do my images come from', 'guides/images.html'],
  ['how do I get a database', 'guides/databases.html'],
  ['why is my build waiting', 'guides/waiting-builds.html'],
  ['how do I see Jenkins from my laptop', 'guides/operating.html#see-jenkins-from-your-laptop'],
  ['how do pull requests build', 'guides/pull-requests.html'],
  ['how do I add a Python tool to the agent', 'guides/agents.html'],
  ['what does it cost', 'guides/cost.html'],
] as const;

const others = [
  ['postgres', 'guides/databases.html'],
  ['mysql', 'guides/databases.html'],
  ['pull request', 'guides/pull-requests.html'],
  ['merge requests', 'guides/pull-requests.html'],
  ['polling trigger', 'guides/operating.html#what-starts-a-build'],
  ['webhook', 'guides/operating.html#what-starts-a-build'],
  ['slack', 'guides/telling-people.html#slack'],
  ['port-forward', 'guides/operating.html#see-jenkins-from-your-laptop'],
  ['livenessProbe', 'reference.html#environments.environments.services.liveness_probe'],
  ['livenessprobe', 'reference.html#environments.environments.services.liveness_probe'],
  ['secrets', 'guides/secrets.html'],
  ['where do I put a password', 'guides/secrets.html'],
  ['docker registry mirror', 'guides/images.html'],
  ['npm not found', 'guides/agents.html'],
  ['build is stuck in the queue', 'guides/waiting-builds.html'],
  ['who approves production', 'guides/'],
  ['health check', 'reference.html#environments.environments.services.health_check'],
  ['how do I roll back', 'guides/images.html#go-back-to-an-older-version'],
  ['how do I log in', 'guides/operating.html#see-jenkins-from-your-laptop'],
  ['resource quota', 'guides/waiting-builds.html'],
  ['redis', 'guides/databases.html'],
  ['blue green', 'guides/blue-green.html'],
  ['moving from environment-operator', 'guides/moving.html'],
  ['what does the output folder contain', 'guides/output-map.html'],
  ['how many CPUs does Jenkins need', 'guides/cost.html'],
  ['permission denied publickey', 'guides/waiting-builds.html#what-the-first-errors-mean'],
  ['namespaces not found', 'guides/waiting-builds.html#what-the-first-errors-mean'],
  ['no matches for kind', 'guides/waiting-builds.html#what-the-first-errors-mean'],
  ['unable to locate package', 'guides/waiting-builds.html#what-the-first-errors-mean'],
  ['lost+found', 'guides/databases.html#a-database-in-a-pod-of-its-own'],
] as const;

describe('the search of the docs', () => {
  it.each([...newcomer, ...others])('answers "%s" at once: %s', (question, page) => {
    expect(addresses(question, 2).filter((address) => address.startsWith(page))).not.toEqual([]);
  });

  it.each([
    ['replicas', 'reference.html#environments.environments.services.replicas'],
    ['environments.services.port', 'reference.html#environments.environments.services.port'],
    ['memroy', 'reference.html#environments.environments.services.limits.memory'],
    ['schema/unknown-field', 'diagnostics.html#schema/unknown-field'],
    ['unknown-field', 'diagnostics.html#schema/unknown-field'],
    ['diff', 'commands.html#diff'],
    ['plugins why', 'commands.html#plugins-why'],
    ['--cache-dir', 'commands.html#check--cache-dir'],
    ['bluegreen', 'reference.html#environments.environments.deployment.method'],
    ['pip-package', 'reference.html#build.components.dependencies.type'],
    ['publishers.jacoco', 'jobs-reference.html#jobs.jobs.freestyle.publishers.jacoco'],
    ['MESH_EXTERNAL', 'reference.html#environments.environments.services.location'],
  ])('finds names, codes, options and values: %s', (query, address) => {
    expect(addresses(query, 4)).toContain(address);
  });

  it('shows the field of a value that it has in an example', () => {
    expect(addresses('postgres', 12)).toContain('reference.html#environments.environments.services.type');
    expect(addresses('mysql', 2)).toContain('reference.html#environments.environments.services.type');
  });

  it('shows fields of the four specs before things of jobs that have the same name', () => {
    const named = addresses('timeout', 8).filter((address) => address.endsWith('.timeout'));
    const firstOfJobs = named.findIndex((address) => address.startsWith('jobs-reference.html#'));
    expect(firstOfJobs).toBeGreaterThan(0);
    for (const address of named.slice(0, firstOfJobs)) expect(address).toMatch(/^reference\.html#/);
    for (const address of named.slice(firstOfJobs)) expect(address).toMatch(/^jobs-reference\.html#/);
  });

  it('shows at most three sections of a guide', () => {
    const sections = search('database').filter(({ address }) => address.startsWith('guides/databases.html'));
    expect(sections).toHaveLength(3);
  });

  it('finds nothing for what nobody wrote about', () => {
    expect(search('xylophone')).toEqual([]);
    expect(search('  ')).toEqual([]);
  });

  it('covers every kind of page, and leads to places that are there', () => {
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(
      new Set(['guide', 'field', 'finding', 'command']),
    );
    expect(new Set(documents.map(({ address }) => address)).size).toBe(documents.length);
  });
});

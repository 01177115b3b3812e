import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { placeText } from '../../../compiler/diff/place-text.ts';
import { parsePlace } from '../../../compiler/why/parse-place.ts';
import { whyOutput } from '../../../compiler/why/why-output.ts';
import { whySpec } from '../../../compiler/why/why-spec.ts';

const folder = new URL('../../../examples/sample-app/', import.meta.url);
const sources = ['build', 'application', 'environments', 'jenkins'].map((kind) => {
  const name = `${kind}.bitesize`;
  return { name, text: readFileSync(new URL(name, folder), 'utf8') };
});
const { artifacts } = compile(sources);
const environments = sources[2] ?? { name: '', text: '' };

function artifact(path: string) {
  const found = artifacts.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found;
}

/** The line number of the first line of an artifact that holds a text. */
function lineWith(path: string, text: string): number {
  return (
    artifact(path)
      .content.text.split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe('whyOutput', () => {
  it.each([
    ['jenkins/jobs/storefront/config.xml', 'npm run build', 'build.bitesize'],
    ['jenkins/job-dsl/build_jobs.groovy', 'npm run build', 'build.bitesize'],
    [
      'kubernetes/environments/production/deployments/50-deployment-orders.yaml',
      'replicas: 3',
      'environments.bitesize',
    ],
    ['images/storefront/Dockerfile', 'FROM ', 'application.bitesize'],
    ['jenkins/init.groovy.d/20-system.groovy', 'https://jenkins.sample-app.example.com/', 'jenkins.bitesize'],
  ])('leads from a line of %s to its spec', (path, text, spec) => {
    const [cause] = whyOutput(artifact(path), lineWith(path, text));
    expect(placeText(cause)).toContain(spec);
  });

  it('names the default that would change a line', () => {
    const path = 'kubernetes/environments/production/deployments/50-deployment-storefront.yaml';
    const places = whyOutput(artifact(path), lineWith(path, 'memory: 2Gi')).map(placeText);
    expect(places[0]).toBe('default of jenkins.limits.default_memory');
  });

  it('knows a cause for every line of every output that has content', () => {
    const without = artifacts.flatMap(({ path, content, origin }) =>
      content.text
        .split('\n')
        .flatMap((line, index) =>
          line.trim() !== '' && whyOutput({ path, content, origin }, index + 1).length === 0
            ? [`${path}:${index + 1}: ${line}`]
            : [],
        ),
    );
    expect(without).toEqual([]);
  });
});

describe('whySpec', () => {
  it('finds all lines that a value is behind', () => {
    const line = (environments.text.split('\n').findIndex((text) => text.includes('ORDERS_URL')) ?? 0) + 1;
    const paths = new Set(whySpec(artifacts, environments, line).map(({ path }) => path));
    expect([...paths]).toEqual(
      expect.arrayContaining([
        'jenkins/pipelines/Development-deploy.groovy',
        'jenkins/jobs/Development-deploy/config.xml',
        'kubernetes/environments/development/deployments/50-deployment-storefront.yaml',
      ]),
    );
  });

  it('finds nothing for a comment', () => {
    expect(whySpec(artifacts, environments, 1)).toEqual([]);
  });
});

describe('parsePlace', () => {
  it('takes a path with a line, and a column behind it', () => {
    expect(parsePlace('out/a.yaml:12')).toEqual({ path: 'out/a.yaml', line: 12 });
    expect(parsePlace('a:b.yaml:3:7')).toEqual({ path: 'a:b.yaml', line: 3 });
    expect(parsePlace('a.yaml')).toBeUndefined();
    expect(parsePlace('a.yaml:0')).toBeUndefined();
  });
});

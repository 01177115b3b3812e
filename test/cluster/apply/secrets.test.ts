import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, inject, test } from 'vitest';
import { editedSpecs } from '../edits/edited-specs.ts';
import { shop } from '../edits/shop.ts';
import { type CompiledProject, compileProject } from '../project/compile-project.ts';
import { writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { everyManifest } from './apply-project.ts';
import { exampleProjects } from './projects.ts';

/* A pod waits for ever for a Secret that nobody made, so each one has to be made by a script or named to a person. */
const connection = inject('cluster');

/** Fields that hold the name of a Secret; `secret` is a source of a projected volume. */
const REFERENCES = ['secretKeyRef', 'secretRef', 'secret'];

function secretsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) => {
    if (key === 'secretName') return [String(inside)];
    const { name } = (inside ?? {}) as { readonly name?: unknown };
    if (REFERENCES.includes(key) && typeof name === 'string') return [name];
    if (key === 'imagePullSecrets')
      return (inside as readonly { readonly name: string }[]).map(({ name }) => name);
    return secretsIn(inside);
  });
}

/** Returns the text of every README and script of an output. */
function toldIn(folder: string): string {
  const kubernetes = join(folder, 'kubernetes');
  if (!existsSync(kubernetes)) return '';
  return readdirSync(kubernetes, { recursive: true, encoding: 'utf8' })
    .filter((name) => /README\.md$|\.sh$/.test(name))
    .map((name) => readFileSync(join(kubernetes, name), 'utf8'))
    .join('\n');
}

function expectToTell(project: CompiledProject): void {
  const secrets = new Set(
    everyManifest(project)
      .filter(({ kind }) => /^(Deployment|StatefulSet|CronJob)$/.test(kind))
      .flatMap(({ text }) => secretsIn(load(text))),
  );
  const told = toldIn(project.folder);
  const untold = [...secrets].filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(told));
  record(connection, {
    suite: 'README',
    what: 'Secrets that objects use and nobody is told to make',
    tried: secrets.size,
    failed: untold.length,
  });
  expect(secrets.size).toBeGreaterThan(0);
  expect(untold).toEqual([]);
}

test.each(exampleProjects)('every Secret that $name uses is made or named', async ({ folder }) => {
  expectToTell(await compileProject(folder));
});

test('the Secrets of an apt repository, of registries and of services are made or named', async () => {
  const specs = editedSpecs(shop, [
    ['jenkins', 'kubernetes: {', 'kubernetes: {pull_secrets: [regcred, second-registry], '],
    ['jenkins', '  kubernetes', '  environments: {pull_secrets: [service-registry]}\n  kubernetes'],
  ]);
  expectToTell(await compileProject(writeProject(specs)));
});

import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { compileCps } from '../groovy/compile-cps.ts';
import { compileGroovy, typecheckGroovy } from '../groovy/compile-groovy.ts';
import { kustomize } from '../kubernetes/kustomize.ts';
import { canValidateAsServer, validateAsServer } from '../kubernetes/validate-as-server.ts';
import { KUBERNETES_VERSIONS, validateObjects } from '../kubernetes/validate-objects.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { bashSyntaxErrors } from '../shell/check-shell.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { type ExampleFile, exampleFiles, exampleOutputs } from './example-files.ts';
import { installedPlugins } from './installed-plugins.ts';

/*
 * What outside programs say about the committed output of every example. A kind of file that no example has fails
 * here, so that a check cannot pass because there was nothing to check.
 */
const OPEN = '$' + '{';
const named = (files: readonly ExampleFile[]) => files.map((file) => [file.name, file] as const);
const outputOf = (path: string) => exampleOutputs().find((folder) => path.startsWith(`${folder}/`)) ?? '';

test('every example has its output', () => {
  expect(exampleOutputs().length).toBeGreaterThan(0);
  expect(exampleOutputs().filter((folder) => !existsSync(folder))).toEqual([]);
});

describe('init scripts', () => {
  const files = exampleFiles(/init\.groovy\.d\/.*\.groovy$/);
  test('there are some', () => expect(files).not.toEqual([]));
  test.each(named(files))(
    '%s uses only what Jenkins and its installed plugins have',
    async (_, { path, text }) => {
      const plugins = Object.keys(installedPlugins(outputOf(path)));
      expect((await typecheckGroovy(basename(path), text, plugins)).errors).toEqual([]);
      expect(text).not.toContain(OPEN);
    },
  );
});

describe('Job DSL', () => {
  const files = exampleFiles(/job-dsl\/.*\.groovy$/);
  test('there is some', () => expect(files).not.toEqual([]));
  test.each(named(files))('%s compiles', async (_, { path, text }) => {
    expect(basename(path)).toMatch(/^[A-Za-z_]\w*\.groovy$/);
    expect((await compileGroovy(basename(path), text)).errors).toEqual([]);
    expect(text).not.toContain(OPEN);
  });
});

describe('config.xml', () => {
  const files = exampleFiles(/\.xml$/);
  const parser = new XMLParser({ parseTagValue: false, trimValues: false });
  test('there are some', () => expect(files).not.toEqual([]));

  test('all parse', async () => {
    const problems = await parseXml(files.map((file) => file.text));
    expect(
      files
        .map(({ name }, index) => ({ name, problems: problems[index] }))
        .filter((each) => each.problems?.length !== 0),
    ).toEqual([]);
  });

  test.each(named(files))(
    'the pipelines of %s stay in the sandbox, its shell steps can be parsed',
    async (_, { text }) => {
      const tree: unknown = parser.parse(text);
      for (const script of textsOf(tree, 'script')) {
        expect((await compileCps(script)).errors).toEqual([]);
        expect(await runPipeline({ text: script })).toMatchObject({ refused: [], gstrings: [] });
      }
      for (const command of textsOf(tree, 'command')) {
        if (/^#!(?!.*sh\b)/.test(command)) continue;
        expect(await bashSyntaxErrors(command)).toBe('');
      }
    },
  );
});

describe('Kubernetes', () => {
  const files = exampleFiles(/kustomization\.yaml$/);
  test('there are kustomizations', () => expect(files).not.toEqual([]));
  test.each(named(files))('kubectl kustomize accepts %s', async (_, { path }) => {
    expect((await kustomize(dirname(path))).error).toBe('');
  });

  const objects = exampleFiles(/kubernetes\/.*(?<!kustomization)\.yaml$/);
  test('there are objects', () => expect(objects).not.toEqual([]));
  const paths = objects.map((file) => file.path);
  test.each(KUBERNETES_VERSIONS)('all objects are valid for %s', async (version) => {
    expect(await validateObjects(paths, version)).toEqual([]);
  });
  test.runIf(canValidateAsServer())('an API server would accept all objects', async () => {
    expect(await validateAsServer(paths)).toEqual([]);
  });
});

/** Returns the text of every element of this name. */
function textsOf(tree: unknown, name: string): readonly string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === name && typeof value === 'string' ? [value] : textsOf(value, name),
  );
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Artifact } from '../../../compiler/model/artifact.ts';
import { emitters } from '../../../emitters/all.ts';
import { runEmitters } from '../../../emitters/run-emitters.ts';
import { kustomize } from '../kubernetes/kustomize.ts';
import { KUBERNETES_VERSIONS, validateObjects } from '../kubernetes/validate-objects.ts';
import { shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';
import { controllerScripts } from './controller-scripts.ts';
import { settingsByName } from './settings.ts';

const everything = `${settingsByName.everything}
  apt: {enabled: true, signing_secret: gpg, public_key: key}
  registry: {push: registry.example.com, secret: regcred}
`.replace('kubernetes: {', 'kubernetes: {backup: {}, ');

const folder = mkdtempSync(join(tmpdir(), 'bitesize-controller-'));
afterAll(() => rmSync(folder, { recursive: true }));

let artifacts: readonly Artifact[] = [];
beforeAll(async () => {
  const { ir } = await controllerScripts(everything);
  artifacts = runEmitters(emitters, ['kubernetes'], ir);
  for (const { path, content } of artifacts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content.text);
  }
});

const inFolder = (name: string): string => join(folder, 'kubernetes/jenkins', name);
const textOf = (name: string): string =>
  artifacts.find(({ path }) => path === `kubernetes/jenkins/${name}`)?.content.text ?? '';

test('kustomize builds the controller, every object once', async () => {
  const { yaml, error } = await kustomize(inFolder(''));
  expect(error).toBe('');
  const manifests = readdirSync(inFolder('')).filter((name) => /^\d\d-/.test(name));
  expect(yaml.split(/^---$/m)).toHaveLength(manifests.length);
});

test.each(KUBERNETES_VERSIONS)('its objects are valid in Kubernetes %s', async (version) => {
  const files = readdirSync(inFolder(''))
    .filter((name) => /^\d\d-/.test(name))
    .map(inFolder);
  expect(await validateObjects(files, version)).toEqual([]);
});

test('the script that makes backups is clean', async () => {
  const job = load(textOf('80-cronjob-jenkins-backup.yaml')) as CronJob;
  const [shell, option, script = ''] = job.spec.jobTemplate.spec.template.spec.containers[0]?.command ?? [];
  expect([shell, option]).toEqual(['sh', '-c']);
  expect(await shellcheck(script)).toEqual([]);
});

interface CronJob {
  readonly spec: {
    readonly jobTemplate: {
      readonly spec: {
        readonly template: {
          readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] };
        };
      };
    };
  };
}

describe('create-secrets.sh', () => {
  const paths = (): string[] =>
    [...textOf('create-secrets.sh').matchAll(/^ {4}(\S+) \\$/gm)].map((match) => match[1] ?? '');
  const files = (): Record<string, string> =>
    Object.fromEntries(paths().map((path) => [`secrets/${path}`, `value of ${path}`]));

  test('is a clean shell script', async () => {
    expect(await shellcheck(textOf('create-secrets.sh'))).toEqual([]);
  });

  test('makes each Secret from its files; no value is on a command line', async () => {
    const text = textOf('create-secrets.sh');
    const result = await runShell({ text, arguments: ['secrets'], files: files() });
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    const made = result.calls.filter((call) => call.arguments.includes('create'));
    expect(made.length).toBeGreaterThan(3);
    const given = made.flatMap((call) => call.arguments.filter((word) => word.startsWith('--from-file=')));
    expect(given.map((word) => word.replace(/^--from-file=[^=]+=secrets\//, '')).sort()).toEqual(
      paths().sort(),
    );
    expect(JSON.stringify(result.calls.map((call) => call.arguments))).not.toContain('value of');
    expect(result.stdout).not.toContain('value of');
  });

  test('makes nothing when a file is missing', async () => {
    const { [`secrets/${paths().at(-1)}`]: _, ...others } = files();
    const result = await runShell({
      text: textOf('create-secrets.sh'),
      arguments: ['secrets'],
      files: others,
    });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(`missing or empty: secrets/${paths().at(-1)}`);
    expect(result.calls).toEqual([]);
  });
});

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

describe('leftovers.sh', () => {
  const wanted = (): readonly string[] =>
    (/<< 'END'\n([\s\S]*?)END\n/.exec(textOf('leftovers.sh'))?.[1] ?? '').trimEnd().split('\n');
  const run = (controller: readonly string[], environments: readonly string[] = [], words: string[] = []) =>
    runShell({
      text: textOf('leftovers.sh'),
      arguments: words,
      answers: [
        {
          command: 'kubectl',
          match: 'creator!=pipeline',
          stdout: controller.map((line) => `${line}\n`).join(''),
        },
        {
          command: 'kubectl',
          match: 'creator=pipeline',
          stdout: environments.map((line) => `${line}\n`).join(''),
        },
      ],
    });
  /** As the cluster lists what the folder holds. */
  const here = () =>
    wanted().map((line) => {
      const [kind = '', namespace, name] = line.split(' ');
      const [first, ...group] = kind.split('.');
      return `${first} ${group.length === 0 ? 'v1' : `${group.join('.')}/v1`} ${namespace} ${name}`;
    });

  test('is a clean shell script, and knows all objects of the folder', async () => {
    expect(await shellcheck(textOf('leftovers.sh'))).toEqual([]);
    const kinds = wanted().map((line) => line.split(' ')[0]);
    expect(kinds).toContain('statefulset.apps');
    expect(kinds).toContain('configmap');
    const result = await run(here());
    expect(result).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(result.calls.map((call) => call.arguments[0])).toEqual(['get', 'get']);
    const asked = new Set(result.calls[0]?.arguments[1]?.split(','));
    expect(kinds.filter((kind) => !asked.has(kind ?? ''))).toEqual([]);
  });

  test('prints commands for what is left, none for what holds data, and runs none', async () => {
    const left = [
      'StatefulSet apps/v1 old jenkins',
      'ClusterRole rbac.authorization.k8s.io/v1 - jenkins-deploy.old',
      'RoleBinding rbac.authorization.k8s.io/v1 shop-dev jenkins-deploy',
      'PersistentVolumeClaim v1 old jenkins-home',
      'Namespace v1 - old',
    ];
    const result = await run([...here(), ...left], ['Deployment apps/v1 nowhere web']);
    expect(result.stdout.trimEnd().split('\n')).toEqual([
      'kubectl delete statefulset.apps/jenkins --namespace=old',
      'kubectl delete clusterrole.rbac.authorization.k8s.io/jenkins-deploy.old',
      'kubectl delete rolebinding.rbac.authorization.k8s.io/jenkins-deploy --namespace=shop-dev',
      '# holds data, look before you delete it: persistentvolumeclaim/jenkins-home (old)',
      '# holds data, look before you delete it: namespace/old (-)',
      'kubectl delete deployment.apps/web --namespace=nowhere',
    ]);
    expect(JSON.stringify(result.calls)).not.toContain('"delete"');
  });

  test('leaves the namespaces of environments to their job, and can look for another name', async () => {
    const text = textOf('leftovers.sh').replace("kept=''", "kept='shop-dev shop-prd'");
    const there = { command: 'kubectl', match: 'creator=pipeline', stdout: 'Service v1 shop-prd web\n' };
    const result = await runShell({ text, arguments: ['former'], answers: [there] });
    expect(result.stdout).toBe('');
    expect(result.calls.map((call) => call.arguments.join(' ')).join()).toMatch(
      /part-of=former,.*project=former/,
    );
  });

  test('says nothing about a cluster that it cannot read', async () => {
    const text = textOf('leftovers.sh');
    const result = await runShell({ text, answers: [{ command: 'kubectl', exit: 1 }] });
    expect(result).toMatchObject({ code: 1, stdout: '' });
  });
});

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

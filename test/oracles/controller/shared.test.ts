import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadAll } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../compiler/lower/kubernetes/lowered.ts';
import {
  type SharedOutput,
  type Specs,
  sharedOutput,
} from '../../emitters/kubernetes/shared/shared-output.ts';
import { kustomize } from '../kubernetes/kustomize.ts';
import { KUBERNETES_VERSIONS, validateObjects } from '../kubernetes/validate-objects.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitesize-shared-'));
afterAll(() => rmSync(folder, { recursive: true }));

const specs = (name: string): Specs => ({
  build: `project: ${name}\ncomponents: [{name: app, repository: {git: "git@git.example.com:${name}/app.git"}, build: [{shell: make}], artifacts: [{location: "*.deb"}], caches: [npm]}]\n`,
  environments: `project: ${name}\nenvironments: [{name: prd, namespace: ${name}-prd, services: [{name: app, port: 80, version: "1", env: [{secret: A, value: db/a}]}]}]\n`,
  jenkins: `project: ${name}\njenkins:\n  environments: {create_namespaces: true}\n  credentials: [{id: token, type: secret-text}, {id: "it's", type: username-password, secret: login}]\n`,
});
const projects = { web: specs('web'), docs: specs('docs'), api: specs('api') };

let shared: SharedOutput;
let external: SharedOutput;
beforeAll(async () => {
  shared = await sharedOutput(projects);
  external = await sharedOutput(projects, {
    besides: '    secrets: {operator: external-secrets, store: vault}',
    settings: '      realm: {type: ldap, ldap: {server: "ldaps://ldap.example.com", root_dn: "dc=example"}}',
  });
  write(join(folder, 'out'), shared.files);
});

function write(to: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
  }
}

test('kustomize builds the controller with all its projects, every object once', async () => {
  const { yaml, error } = await kustomize(join(folder, 'out/kubernetes/jenkins'));
  expect(error.replaceAll(/^# Warning.*$\n?/gm, '')).toBe('');
  const id = ({ apiVersion, kind, metadata }: Manifest): string =>
    [apiVersion, kind, metadata.namespace ?? '', metadata.name].join(' ');
  const built = loadAll(yaml).map((manifest) => id(manifest as Manifest));
  expect(built).toHaveLength(new Set(built).size);
  const made = Object.keys(projects).map((name) => `v1 ConfigMap team-jenkins jenkins-project-${name}`);
  expect([...built].sort()).toEqual(
    [...shared.objects().map(({ manifest }) => id(manifest)), ...made].sort(),
  );
  // What Jenkins mounts is there before it starts.
  expect(built.findIndex((each) => each.includes('StatefulSet'))).toBeGreaterThan(
    built.findLastIndex((each) => each.includes('ConfigMap')),
  );
});

test.each(['web', 'docs'])('kustomize builds the project %s alone, with its scripts', async (name) => {
  const { yaml, error } = await kustomize(join(folder, 'out/projects', name));
  expect(error).toBe('');
  const map = loadAll(yaml).find((manifest) => (manifest as Manifest).kind === 'ConfigMap') as Manifest & {
    readonly data: unknown;
  };
  expect(map.metadata.name).toBe(`jenkins-project-${name}`);
  expect(map.metadata.labels).toMatchObject({ 'bitesize/project': name });
  const scripts = [...shared.files].flatMap(([path, text]) => {
    const [, project, file = ''] = /^projects\/(\w+)\/jenkins\/init\.groovy\.d\/(.*)$/.exec(path) ?? [];
    return project === name ? [[file, text] as const] : [];
  });
  expect(map.data).toEqual(Object.fromEntries(scripts));
});

test.each(KUBERNETES_VERSIONS)('the objects are valid in Kubernetes %s', async (version) => {
  const files = shared.objects().map(({ file }) => join(folder, 'out', file));
  expect(files.length).toBeGreaterThan(50);
  expect(await validateObjects(files, version)).toEqual([]);
});

test('all scripts are clean', async () => {
  const scripts = [...shared.files, ...external.files].filter(([path]) => path.endsWith('.sh'));
  expect(scripts.map(([path]) => path)).toEqual(
    expect.arrayContaining([
      'kubernetes/jenkins/add-project.sh',
      'kubernetes/jenkins/create-secrets.sh',
      'kubernetes/jenkins/leftovers.sh',
      'projects/web/kubernetes/jenkins/create-secrets.sh',
    ]),
  );
  for (const [path, text] of scripts)
    expect([path, await shellcheck(text), await bashSyntaxErrors(text)]).toEqual([path, [], '']);
});

test('the script that links the secrets is clean, and links folders alone', async () => {
  const pod = shared.objects('kubernetes/').find(({ manifest }) => manifest.kind === 'StatefulSet')
    ?.manifest.spec;
  const [, , script = ''] = pod.template.spec.initContainers[0].command as string[];
  expect(await shellcheck(script)).toEqual([]);
  const here = script.replaceAll('/run/secrets/', './');
  const result = await runShell({
    text: `#!/bin/sh\nmkdir -p bitesize\n${here.replaceAll('./mounted', '"$PWD"/mounted')}\ncat bitesize/web.token/text\nls bitesize\n`,
    files: { 'mounted/web.token/text': 'value', 'mounted/..data': 'x', 'mounted/note': 'x' },
  });
  expect(result).toMatchObject({ code: 0, stdout: 'valueweb.token\n', stderr: '' });
});

describe('leftovers.sh', () => {
  const script = join(folder, 'out/kubernetes/jenkins/leftovers.sh');
  const run = (words: readonly string[], stdout = '') =>
    runShell({
      text: `#!/bin/sh\nexec sh '${script}' "$@"\n`,
      arguments: words,
      answers: [{ command: 'kubectl', stdout }],
    });
  const selectors = async (words: readonly string[]) =>
    (await run(words)).calls.map((call) =>
      call.arguments[3]?.replace('--selector=app.kubernetes.io/managed-by=bitesize,', ''),
    );

  test('looks at what is of the project that it is given, of that controller', async () => {
    expect(await selectors(['web'])).toEqual([
      'bitesize/controller=team,bitesize/project=web',
      'creator=pipeline,project=web',
    ]);
    expect(await selectors(['web', 'old', 'Old'])).toEqual([
      'bitesize/controller=team,bitesize/project=old',
      'creator=pipeline,project=Old',
    ]);
  });

  test('names what the project has no more, and nothing that it has', async () => {
    const { code, stdout, stderr } = await run(
      ['web'],
      [
        'ConfigMap v1 team-jenkins jenkins-project-web',
        'Role rbac.authorization.k8s.io/v1 web-agents jenkins-agents',
        'Role rbac.authorization.k8s.io/v1 web-agents old',
        'Service v1 web-prd app',
        'Service v1 web-old app',
        '',
      ].join('\n'),
    );
    expect([code, stderr]).toEqual([0, '']);
    // Each call finds the same here, and that for environments leaves out those that the specs have.
    expect(stdout.trimEnd().split('\n').sort()).toEqual([
      ...Array(2).fill('kubectl delete role.rbac.authorization.k8s.io/old --namespace=web-agents'),
      ...Array(2).fill('kubectl delete service/app --namespace=web-old'),
      'kubectl delete service/app --namespace=web-prd',
    ]);
    const list = shared.files.get('projects/web/kubernetes/jenkins/objects.txt') ?? '';
    expect(list).toMatch(/^# project: web\n# environments: web-prd\n/);
    const own = shared.objects('projects/web/');
    expect(list.match(/^[^#].*$/gm)).toHaveLength(own.length + 1);
  });

  test('of the controller leaves alone what its projects have', async () => {
    expect(await selectors([])).toEqual(['bitesize/controller=team,bitesize/project notin (web,docs,api)']);
    expect(await selectors(['--controller', 'old'])).toEqual(['bitesize/controller=old']);
  });

  test.each([[['nobody']], [['../web']], [['.']], [['--controller']], [['--help']]])(
    'refuses %j',
    async (words) => {
      const { code, calls } = await run(words);
      expect([code, calls]).toEqual([2, []]);
    },
  );
});

describe('create-secrets.sh of a project', () => {
  test('makes what secrets.txt lists', async () => {
    const listed = (shared.files.get('projects/web/kubernetes/jenkins/secrets.txt') ?? '')
      .trimEnd()
      .split('\n');
    expect(listed.length).toBeGreaterThan(2);
    const result = await runShell({
      text: shared.files.get('projects/web/kubernetes/jenkins/create-secrets.sh') ?? '',
      arguments: ['values'],
      files: Object.fromEntries(listed.map((path) => [`values/${path}`, `value of ${path}`])),
    });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const given = result.calls.flatMap((call) =>
      call.arguments.filter((word) => word.startsWith('--from-file=')),
    );
    expect(given.map((word) => word.replace(/^--from-file=[^=]+=values\//, '')).sort()).toEqual(
      [...listed].sort(),
    );
  });
});

/** Runs add-project.sh against a pod in a folder. */
async function addProject(
  output: SharedOutput,
  words: readonly string[],
  {
    image,
    without,
    exit = 0,
    auth,
  }: {
    readonly image?: string;
    readonly without?: string;
    readonly exit?: number;
    readonly auth?: string;
  } = {},
) {
  const root = mkdtempSync(join(folder, 'pod-'));
  const pod = join(root, 'pod');
  for (const each of [
    'tmp',
    'run/secrets/bitesize',
    'run/secrets/mounted',
    'var/jenkins_cache/war/WEB-INF/lib',
    'bin',
  ])
    mkdirSync(join(pod, each), { recursive: true });
  writeFileSync(join(pod, 'var/jenkins_cache/war/WEB-INF/lib/cli-2.568.2.jar'), '');
  const java = join(pod, 'bin/java');
  writeFileSync(
    java,
    `#!/bin/sh\necho "$@" >> "$POD/java"\ncat > "$POD/script"\nfor word; do last=$word; done\nls "$last" >> "$POD/ran"\ncat "$POD/tmp/add-project/auth" > "$POD/auth"\nexit ${exit}\n`,
  );
  chmodSync(java, 0o755);
  const secrets: Record<string, Record<string, string>> = {};
  const listed = [...output.files].flatMap(([path, text]) =>
    path.endsWith('secrets.txt') ? text.trimEnd().split('\n') : [],
  );
  for (const path of listed) {
    const [secret = '', key = ''] = path.split('/');
    if (path !== without) secrets[secret] = { ...secrets[secret], [key]: `value of ${path}\n` };
  }
  for (const [key, value] of [
    ['JENKINS_ADMIN_USER', 'root'],
    ['JENKINS_ADMIN_PASSWORD', 'a b"c'],
  ] as const) {
    mkdirSync(join(pod, 'run/secrets/mounted/jenkins-admin'), { recursive: true });
    writeFileSync(join(pod, 'run/secrets/mounted/jenkins-admin', key), value);
  }
  symlinkSync(
    join(pod, 'run/secrets/mounted/jenkins-admin'),
    join(pod, 'run/secrets/bitesize/jenkins-admin'),
  );
  const script = output.files.get('kubernetes/jenkins/add-project.sh') ?? '';
  const log = join(root, 'calls');
  const settings = join(root, 'settings.json');
  writeFileSync(
    settings,
    JSON.stringify({
      pod,
      log,
      secrets,
      image: image ?? /^image=(.*)$/m.exec(script)?.[1],
      path: `${join(pod, 'bin')}:/usr/bin:/bin`,
    }),
  );
  const kubectl = join(root, 'kubectl');
  writeFileSync(
    kubectl,
    `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, 'fake-pod.mjs')}' '${settings}' "$@"\n`,
  );
  chmodSync(kubectl, 0o755);
  const out = join(root, 'out');
  write(out, output.files);
  const result = await runShell({
    text: `#!/bin/sh\nexec sh '${join(out, 'kubernetes/jenkins/add-project.sh')}' "$@"\n`,
    arguments: words,
    programs: { kubectl },
    ...(auth === undefined ? {} : { files: { auth }, environment: { BITESIZE_AUTH: 'auth' } }),
  });
  const read = (path: string): string =>
    existsSync(join(pod, path)) ? readFileSync(join(pod, path), 'utf8') : '';
  const calls = existsSync(log)
    ? readFileSync(log, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as string[])
    : [];
  return { ...result, pod, read, calls, left: readdirSync(join(pod, 'tmp')) };
}

describe('add-project.sh', () => {
  test('applies the project, copies its secrets and runs its scripts in the pod, as the administrator', async () => {
    const { code, stderr, stdout, read, calls, left } = await addProject(shared, ['web']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('web is set up\n');
    expect(stdout).not.toContain('value of');
    const applied = calls
      .filter(([verb]) => verb === 'apply')
      .map((call) => call.at(-1)?.replace(/^.*\/(?=projects|50-)/, ''));
    expect(applied).toEqual(['projects/web', '50-statefulset-jenkins.yaml']);
    const listed = (shared.files.get('projects/web/kubernetes/jenkins/secrets.txt') ?? '')
      .trimEnd()
      .split('\n');
    for (const path of listed) expect(read(`run/secrets/bitesize/${path}`)).toBe(`value of ${path}\n`);
    expect(JSON.stringify(calls)).not.toMatch(/value of|a b/);
    expect(read('auth')).toBe('root:a b"c');
    expect(read('java')).toMatch(
      /cli-2\.568\.2\.jar -s http:\/\/localhost:8080\/ -auth @\S+ groovy = \S+add-project\/web\n/,
    );
    const scripts = [...shared.files.keys()].flatMap(
      (path) => /^projects\/web\/jenkins\/init\.groovy\.d\/(.*)$/.exec(path)?.[1] ?? [],
    );
    expect(read('ran').trimEnd().split('\n')).toEqual([...scripts].sort());
    expect(left).toEqual([]);
  });

  test('takes several projects and a token', async () => {
    const { code, read } = await addProject(shared, ['web', 'docs'], { auth: 'me:token' });
    expect(code).toBe(0);
    expect(read('auth')).toBe('me:token');
    expect(read('java').match(/add-project\/(web|docs)$/gm)).toEqual(['add-project/web', 'add-project/docs']);
  });

  test('says when the running image has other plugins, and changes nothing', async () => {
    const { code, stderr, calls } = await addProject(shared, ['web'], { image: 'old:1' });
    expect(code).toBe(1);
    expect(stderr).toContain('Jenkins runs old:1');
    expect(calls).toHaveLength(1);
  });

  test.each([[[]], [['nobody']], [['../web']], [['.']]])('refuses %j', async (words) => {
    const { code, calls } = await addProject(shared, words);
    expect([code, calls]).toEqual([2, []]);
  });

  test('stops at a Secret that is not there, and at a script that fails', async () => {
    const [missing = ''] = (shared.files.get('projects/web/kubernetes/jenkins/secrets.txt') ?? '').split(
      '\n',
    );
    const lacking = await addProject(shared, ['web'], { without: missing });
    expect(lacking.code).not.toBe(0);
    expect(lacking.read('java')).toBe('');
    const failing = await addProject(shared, ['web'], { exit: 1 });
    expect(failing.code).toBe(1);
    expect(failing.stderr).toContain('web is not set up');
    expect(failing.left).toEqual([]);
  });

  test('waits for what the operator makes, and needs a token where accounts are elsewhere', async () => {
    expect((await addProject(external, ['web'])).code).toBe(2);
    const { code, calls, read } = await addProject(external, ['web'], { auth: 'me:token' });
    expect(code).toBe(0);
    expect(read('auth')).toBe('me:token');
    const verbs = calls.map(([verb, what]) => `${verb} ${what}`);
    expect(verbs.indexOf('wait externalsecret')).toBeGreaterThan(verbs.indexOf('apply --server-side'));
    expect(verbs.indexOf('get secret')).toBeGreaterThan(verbs.indexOf('wait externalsecret'));
  });
});

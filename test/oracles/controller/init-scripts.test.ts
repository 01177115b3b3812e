import { describe, expect, test } from 'vitest';
import { typecheckGroovy } from '../groovy/compile-groovy.ts';
import { callsOf } from '../jenkins/calls-of.ts';
import type { InitResult, InitStart } from '../jenkins/init-scenario.ts';
import { runInit } from '../jenkins/run-init.ts';
import { controllerScripts } from './controller-scripts.ts';
import { settingsByName } from './settings.ts';

const seedJob = settingsByName['a seed repository'] ?? '';
const everything = settingsByName.everything ?? '';

/** Expects that every script ran to its end and that Jenkins is up. */
function expectUp(result: InitResult | undefined): asserts result is InitResult {
  expect(result?.error).toBeUndefined();
  expect(result?.scripts.filter((script) => script.outcome !== 'ran')).toEqual([]);
  expect(result?.problems).toEqual([]);
  expect(result?.boot).toBe('up');
}

async function start(settings: string, change: Partial<InitStart> = {}): Promise<InitStart> {
  return { ...(await controllerScripts(settings)).start, ...change };
}

describe.each(Object.entries(settingsByName))('%s', (_, settings) => {
  test('every script compiles against the plugins of plugins.txt', async () => {
    const { scripts, plugins } = await controllerScripts(settings);
    for (const { name: file, text } of scripts) {
      const { errors } = await typecheckGroovy(file, text, Object.keys(plugins));
      expect({ file, errors }).toEqual({ file, errors: [] });
    }
  });

  test('a fresh start sets everything up, a second one changes nothing', async () => {
    const now = await start(settings, { environment: { SEED_JOBS_REPO: 'git@git.example.com:a/b.git' } });
    const [first, second] = await runInit({ starts: [now, now] });
    expectUp(first);
    expectUp(second);
    expect(second.state).toEqual(first.state);
  });

  test('no secret value is printed or logged', async () => {
    const now = await start(settings, { environment: { SEED_JOBS_REPO: 'git@git.example.com:a/b.git' } });
    const [result] = await runInit({ starts: [now] });
    expect(result?.output).not.toContain('value of');
  });
});

describe('access', () => {
  test('the first script alone closes the controller', async () => {
    const now = await start('');
    const [result] = await runInit({ starts: [{ ...now, scripts: now.scripts.slice(0, 1) }] });
    const text = JSON.stringify(result?.state);
    expect(text).toContain('hudson.security.HudsonPrivateSecurityRealm');
    expect(text).toContain('hudson.security.FullControlOnceLoggedInAuthorizationStrategy');
    expect(text).toMatch(/"allowAnonymousRead":false/);
  });

  test('a changed password is taken over, and nothing else happens', async () => {
    const now = await start('');
    const files = { ...now.files, '/run/secrets/bitesize/jenkins-admin/JENKINS_ADMIN_PASSWORD': 'another\n' };
    const [, second] = await runInit({ starts: [now, { ...now, files }] });
    expectUp(second);
    expect(callsOf(second, 'HudsonPrivateSecurityRealm', 'createAccount')).toHaveLength(1);
  });

  test('an environment variable of the original is used where no file is', async () => {
    const { files, ...now } = await start('');
    const environment = {
      JENKINS_ADMIN_USER: 'root',
      JENKINS_ADMIN_PASSWORD: 'secret of the variable',
      GIT_PRIVATE_KEY: 'key of the variable',
    };
    const others = Object.entries(files ?? {}).filter(([path]) => !path.startsWith('/run/secrets/'));
    const [result] = await runInit({ starts: [{ ...now, environment, files: Object.fromEntries(others) }] });
    expectUp(result);
    expect(JSON.stringify(result.state)).toContain('key of the variable');
    expect(callsOf(result, 'HudsonPrivateSecurityRealm', 'createAccount')[0]?.arguments[0]).toBe('root');
  });

  test('a missing secret ends the boot and says what to do', async () => {
    const now = await start(everything);
    const { '/run/secrets/bitesize/npm/token': _, ...files } = now.files ?? {};
    const [result] = await runInit({ starts: [{ ...now, files }] });
    expect(result?.boot).toBe('failed');
    expect(result?.error?.type).toBe('java.lang.AssertionError');
    expect(result?.error?.message).toMatch(
      /^30-credentials: .*\/run\/secrets\/bitesize\/npm\/token is missing or empty: put the key token into the Secret npm$/,
    );
    expect(result?.scripts.at(-1)?.outcome).toBe('skipped');
  });

  test('a refused start ends the process, and the reason is the last line of the log', async () => {
    const now = await start('');
    const { '/run/secrets/bitesize/jenkins-admin/JENKINS_ADMIN_PASSWORD': _, ...files } = now.files ?? {};
    const [refused, up] = await runInit({ starts: [{ ...now, files }, now] });
    expect(refused?.exit).toBe(1);
    expect(refused?.output.trimEnd().split('\n').at(-1)).toMatch(
      /^12-accounts: .*JENKINS_ADMIN_PASSWORD is missing or empty.*: put the key JENKINS_ADMIN_PASSWORD into the Secret jenkins-admin$/,
    );
    expectUp(up);
    expect(up.exit).toBeUndefined();
  });

  test('an empty secret is as good as none, and the variable that would do is named', async () => {
    const now = await start('');
    const files = { ...now.files, '/run/secrets/bitesize/jenkins-admin/JENKINS_ADMIN_PASSWORD': '\n' };
    const [result] = await runInit({ starts: [{ ...now, files }] });
    expect(result?.boot).toBe('failed');
    expect(result?.error?.message).toContain('the variable JENKINS_ADMIN_PASSWORD is not set');
  });

  test('users lose the rights that left the spec', async () => {
    const before = await start(everything);
    const after = await start(
      everything.replace('Job/Configure, Agent/Provision, Credentials/View', 'Job/Read'),
    );
    const [, result] = await runInit({ starts: [before, after] });
    expectUp(result);
    const text = JSON.stringify(result.state);
    expect(text).not.toContain('hudson.model.Computer.Provision');
    expect(text).toContain('hudson.model.Item.Read');
  });

  test.each([
    ['a directory server', 'LDAPSecurityRealm'],
    ['an OpenID Connect provider', 'OicSecurityRealm'],
  ])('from the own database to %s and back', async (name, realm) => {
    const environment = { SEED_JOBS_REPO: 'git@git.example.com:a/b.git' };
    const own = await start('', { environment });
    const other = await start(settingsByName[name] ?? '', { environment });
    const [, second, third] = await runInit({ starts: [own, other, own] });
    expectUp(second);
    expect(JSON.stringify(second.state)).toContain(realm);
    expectUp(third);
    expect(JSON.stringify(third.state)).not.toContain(realm);
  });
});

describe('when something is wrong with a plugin', () => {
  test('one that is missing ends the boot, by the last script', async () => {
    const now = await start('');
    const { kubernetes: _, ...plugins } = now.plugins ?? {};
    const [result] = await runInit({ starts: [{ ...now, plugins }] });
    expect(result?.scripts.find((script) => script.name === '40-agents.groovy')?.outcome).toBe('logged');
    expect(result?.boot).toBe('failed');
    expect(result?.error?.message).toContain('40-agents did not run to its end');
  });

  test('one that failed to load ends the boot', async () => {
    const [result] = await runInit({ starts: [await start('', { failedPlugins: ['git-client'] })] });
    expect(result?.boot).toBe('failed');
    expect(result?.error?.message).toContain(
      'the plugin git-client failed to start: java.io.IOException: it needs a plugin that is not there',
    );
  });

  test('a class that cannot be linked skips all scripts behind it, and the guard stops Jenkins', async () => {
    const now = await start('');
    const scripts = now.scripts.map((script) =>
      script.name === '40-agents.groovy' ? { ...script, text: 'def greet(a) { a }\ngreet(1)\n' } : script,
    );
    const [result] = await runInit({ starts: [{ ...now, scripts }] });
    expect(result?.scripts.at(-1)?.outcome).toBe('skipped');
    expect(result?.exit).toBe(1);
    expect(result?.output).toMatch(/^11-guard: 99-verify did not pass.*\n$/m);
  });

  test('the guard leaves a Jenkins alone whose scripts all passed', async () => {
    const [result] = await runInit({ starts: [await start('')] });
    expect(result && callsOf(result, 'Lifecycle')).toEqual([]);
  });
});

describe('credentials and hosts', () => {
  test('a changed key updates its credential alone', async () => {
    const now = await start(everything);
    const key = '/run/secrets/bitesize/deploy-key/ssh-privatekey';
    const [first, second] = await runInit({
      starts: [now, { ...now, files: { ...now.files, [key]: 'new key' } }],
    });
    expectUp(second);
    const updates = callsOf(second, 'CredentialsStore', 'updateCredentials', 'addCredentials');
    expect(updates.map((call) => call.method)).toEqual(['updateCredentials']);
    expect(JSON.stringify(second.state).replaceAll('new key', 'value of deploy-key/ssh-privatekey')).toBe(
      JSON.stringify(first?.state),
    );
  });

  test.each([
    ['npm/token', 'another token'],
    ['robot/password', 'another password'],
    ['maven/settings.xml', '<settings/>'],
    ['deploy-key/passphrase', 'another passphrase'],
  ])('a changed %s is taken over', async (path, value) => {
    const now = await start(everything);
    const files = { ...now.files, [`/run/secrets/bitesize/${path}`]: value };
    const [, second] = await runInit({ starts: [now, { ...now, files }] });
    expectUp(second);
    expect(callsOf(second, 'CredentialsStore', 'updateCredentials')).toHaveLength(1);
  });

  test('a credential that was changed by hand is set back', async () => {
    const now = await start(everything);
    const before = `
def store = hudson.ExtensionList.lookupSingleton(com.cloudbees.plugins.credentials.SystemCredentialsProvider.ProviderImpl).getStore(jenkins.model.Jenkins.get())
def domain = com.cloudbees.plugins.credentials.domains.Domain.global()
store.addCredentials(domain, new org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl(
    com.cloudbees.plugins.credentials.CredentialsScope.GLOBAL, 'npm-token', 'by hand', hudson.util.Secret.fromString('x')))
`;
    const [result] = await runInit({ starts: [{ ...now, before }] });
    expectUp(result);
    expect(callsOf(result, 'CredentialsStore', 'updateCredentials')).toHaveLength(1);
    expect(JSON.stringify(result.state)).not.toContain('by hand');
  });
});

describe('agents', () => {
  test('a changed template replaces the cloud', async () => {
    const before = await start(everything);
    const after = await start(everything.replace('instance_cap: 5', 'instance_cap: 6'));
    const [, same, changed] = await runInit({ starts: [before, before, after] });
    expect(same && callsOf(same, 'CloudList', 'replace', 'add')).toEqual([]);
    expectUp(changed);
    expect(callsOf(changed, 'CloudList', 'replace', 'add')).toHaveLength(1);
  });

  test.each([
    [{}, 'http://jenkins.shop-jenkins.svc', 'jenkins-agent.shop-jenkins.svc:50000'],
    [{ POD_NAMESPACE: 'ci', POD_IP: '10.0.0.7' }, 'http://jenkins.ci.svc', 'jenkins-agent.ci.svc:50000'],
    [{ POD_IP: '10.0.0.7' }, 'http://10.0.0.7:8080', '10.0.0.7:50000'],
  ])('with the environment %o agents connect to %s', async (environment, url, tunnel) => {
    const [result] = await runInit({ starts: [await start('', { environment })] });
    expectUp(result);
    expect(JSON.stringify(result.state)).toContain(`"jenkinsUrl":"${url}"`);
    expect(JSON.stringify(result.state)).toContain(`"jenkinsTunnel":"${tunnel}"`);
  });
});

describe('the seed job', () => {
  test('is made once and built once, after start-up', async () => {
    const now = await start(seedJob);
    const [first, second] = await runInit({ starts: [now, now] });
    expectUp(first);
    expect(callsOf(first, 'item:seed-job', 'scheduleBuild2')).toHaveLength(1);
    expectUp(second);
    expect(callsOf(second, 'Jenkins', 'createProject')).toEqual([]);
    expect(callsOf(second, 'item:seed-job', 'scheduleBuild2', 'save', 'setScm', 'addTrigger')).toEqual([]);
  });

  test('runs sandboxed as an account of its own, which nobody can log in with', async () => {
    const [result] = await runInit({ starts: [await start(seedJob)] });
    expectUp(result);
    const account = callsOf(result, 'HudsonPrivateSecurityRealm', 'createAccount').find(
      (call) => call.arguments[0] === 'seed-job',
    );
    expect(String(account?.arguments[1]).length).toBeGreaterThan(40);
    expect(JSON.stringify(result.state)).toContain('"userid":"seed-job"');
    expect(JSON.stringify(result.state)).toContain('"sandbox":true');
    expect(JSON.stringify(result.state)).not.toContain('"useScriptSecurity":false');
  });

  test('is brought up to date and built when its definition changed', async () => {
    const before = await start(seedJob);
    const after = await start(seedJob.replace('branch: main', 'branch: next'));
    const [, second] = await runInit({ starts: [before, after] });
    expectUp(second);
    expect(callsOf(second, 'Jenkins', 'createProject')).toEqual([]);
    expect(JSON.stringify(second.state)).toContain('refs/heads/next');
    expect(JSON.stringify(second.state)).not.toContain('refs/heads/main');
    expect(callsOf(second, 'item:seed-job', 'scheduleBuild2')).toHaveLength(1);
  });

  test('loses a trigger that left the spec', async () => {
    const before = await start(seedJob);
    const after = await start(seedJob.replace('webhook: true', 'poll: ""'));
    const [, second] = await runInit({ starts: [before, after] });
    expectUp(second);
    expect(callsOf(second, 'item:seed-job', 'removeTrigger')).toHaveLength(1);
    expect(callsOf(second, 'item:seed-job', 'scheduleBuild2')).toEqual([]);
  });

  test('gets the trigger of its server, and loses that of another', async () => {
    const github = await start(settingsByName['a seed repository on GitHub'] ?? '');
    const other = await start(seedJob);
    const [first, second, third] = await runInit({ starts: [github, other, github] });
    const triggers = (result: InitResult | undefined): string[] =>
      JSON.stringify(result?.state).match(
        /com\.cloudbees\.jenkins\.GitHubPushTrigger|hudson\.triggers\.SCMTrigger/g,
      ) ?? [];
    expectUp(first);
    expect(triggers(first)).toEqual(['com.cloudbees.jenkins.GitHubPushTrigger']);
    expect(triggers(second)).toEqual(['hudson.triggers.SCMTrigger']);
    expect(triggers(third)).toEqual(['com.cloudbees.jenkins.GitHubPushTrigger']);
  });

  test('takes the repository of the variable, as in the original', async () => {
    const environment = { SEED_JOBS_REPO: 'https://git.example.com/other.git' };
    const [result] = await runInit({ starts: [await start(seedJob, { environment })] });
    expectUp(result);
    expect(JSON.stringify(result.state)).toContain('https://git.example.com/other.git');
    expect(JSON.stringify(result.state)).not.toContain('shop/delivery.git');
  });

  test('without any repository ends the boot', async () => {
    const [result] = await runInit({ starts: [await start('  seed: {mode: repository}\n')] });
    expect(result?.boot).toBe('failed');
    expect(result?.error?.message).toContain('set seed.repository, or the variable SEED_JOBS_REPO');
  });

  test('of another kind is left alone, and the boot ends', async () => {
    const before =
      "jenkins.model.Jenkins.get().createProject(com.cloudbees.hudson.plugins.folder.Folder, 'seed-job')";
    const [result] = await runInit({ starts: [await start(seedJob, { before })] });
    expect(result?.boot).toBe('failed');
    expect(result?.error?.message).toContain('is of another kind');
  });
});

describe('jobs from the image', () => {
  const file = '/usr/share/jenkins/job-dsl/build_jobs.groovy';

  test('that are no longer made are removed; what people made stays', async () => {
    const now = await start('', {
      before: "jenkins.model.Jenkins.get().createProject(hudson.model.FreeStyleProject, 'by-hand')",
    });
    const many = {
      ...now,
      files: { ...now.files, [file]: "job('web') {\n}\njob('api') {\n}\nlistView('all-of-it') {\n}\n" },
    };
    const record = { '/var/jenkins_home/bitesize-jobs.txt': 'job api\njob web\nview all-of-it\n' };
    const { before: _, ...later } = many;
    const few = { ...later, files: { ...later.files, ...record, [file]: "job('web') {\n}\n" } };
    const [first, second] = await runInit({ starts: [many, few] });
    expectUp(first);
    expect(JSON.stringify(first.state)).toContain('"api":{');
    expectUp(second);
    const text = JSON.stringify(second.state);
    expect(text).not.toContain('"api":{');
    expect(text).not.toContain('all-of-it');
    expect(text).toContain('"web":{');
    expect(text).toContain('"by-hand":{');
  });

  test('an image without its folder ends the boot', async () => {
    const now = await start('');
    const { [file]: _, ...files } = now.files ?? {};
    const [result] = await runInit({ starts: [{ ...now, files }] });
    expect(result?.boot).toBe('failed');
    expect(result?.error?.message).toContain('the image has no folder /usr/share/jenkins/job-dsl');
  });
});

describe("files of the project's own", () => {
  test('are applied after all generated scripts, and a script of them may have methods', async () => {
    const [result] = await runInit({ starts: [await start(settingsByName['files of the project'] ?? '')] });
    expectUp(result);
    expect(callsOf(result, 'ConfigurationAsCode', 'configure')[0]?.arguments).toEqual([
      ['/usr/share/jenkins/start-files/casc-slack.yaml'],
    ]);
    expect(callsOf(result, 'jenkins.model.Jenkins', 'setQuietPeriod')[0]?.arguments).toEqual([10]);
  });

  test('one that throws ends the start, and the log names its file', async () => {
    const [result] = await runInit({
      starts: [await start('  init_scripts: [{file: init/refuses.groovy}]\n')],
    });
    expect(result?.exit).toBe(1);
    expect(result?.output.trimEnd().split('\n').at(-1)).toMatch(
      /^90-own-scripts: .*\/usr\/share\/jenkins\/start-files\/init-refuses.groovy: .*not today$/,
    );
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileController, type ServedSources } from '../../../compiler/compile-controller.ts';
import type { Artifact } from '../../../compiler/model/artifact.ts';
import { served, sharedController, teamController } from '../../support/shared-fleet.ts';
import { typecheckGroovy } from '../groovy/compile-groovy.ts';
import { callsOf } from '../jenkins/calls-of.ts';
import type { InitResult, InitScript, InitStart } from '../jenkins/init-scenario.ts';
import { runInit } from '../jenkins/run-init.ts';

/*
 * A shared controller starts with the scripts of all its projects in one folder, sorted by name, and so does the model
 * here. Names, ids and labels are the same in all projects on purpose.
 */
const examples = ['docs-site', 'sample-app', 'web-service', 'own-jobs'];

const settings = (name: string, more = ''): string => `project: ${name}
jenkins:
  owners: [{group: team}, {user: alice, permissions: [Job/Read, View/Read]}]
  credentials:
    - {id: npm-token, type: secret-text, secret: npm, key: token}
    - {id: robot, type: username-password}
    - {id: settings, type: file, secret: maven, key: settings.xml}
    - {id: deploy-key, type: ssh-key, username: deploy, passphrase_key: passphrase}
${more}`;

/** Returns a project with the jobs of an example. */
function project(name: string, example: string, jenkins = settings(name)): ServedSources {
  const folder = fileURLToPath(new URL(`../../../examples/${example}`, import.meta.url));
  const kinds = example === 'own-jobs' ? ['jobs'] : ['build', 'application', 'environments'];
  const specs = kinds.map((kind) => {
    const text = readFileSync(`${folder}/${kind}.bitesize`, 'utf8');
    // What they take outside of Jenkins is theirs alone.
    const own = text
      .replace(/^project: .*$/m, `project: ${name}`)
      .replaceAll('example.com', `${name}.example.com`)
      .replace(/\bnamespace: ([\w-]+)/g, `namespace: $1-${name}`);
    return [kind, own] as const;
  });
  const files = example === 'own-jobs' ? ownFiles(folder) : undefined;
  return {
    ...served(name, { ...Object.fromEntries(specs), jenkins }),
    ...(files === undefined ? {} : { files }),
  };
}

function ownFiles(folder: string): ReadonlyMap<string, string> {
  return new Map(
    ['pipelines/clean-up.groovy', 'xml/appliance.xml'].map((file) => [
      file,
      readFileSync(`${folder}/${file}`, 'utf8'),
    ]),
  );
}

interface Fleet {
  readonly artifacts: readonly Artifact[];
  readonly start: InitStart;
}

async function fleet(projects: readonly ServedSources[], controller = teamController): Promise<Fleet> {
  const { artifacts, diagnostics } = await compileController(sharedController(controller), projects);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const scripts = artifacts
    .filter(({ path }) => path.includes('jenkins/init.groovy.d/'))
    .map(({ path, content }): InitScript => ({ name: path.replace(/.*\//, ''), text: content.text }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = Object.fromEntries(
    scripts.flatMap(({ text }) =>
      [...text.matchAll(/(?:secret|content)\('([^']*)', '([^']*)'/g)].map(([, secret, key]) => [
        `/run/secrets/bitesize/${secret}/${key}`,
        `value of ${secret}/${key}\n`,
      ]),
    ),
  );
  const plugins = artifacts.find(({ path }) => path === 'jenkins/plugins.txt')?.content.text ?? '';
  return {
    artifacts,
    start: {
      scripts,
      files,
      plugins: Object.fromEntries(
        [...plugins.matchAll(/^([\w-]+):(\S+)/gm)].map(([, id, version]) => [id, version]),
      ),
    },
  };
}

/** Expects that every script ran to its end and that Jenkins is up. */
function expectUp(result: InitResult | undefined): asserts result is InitResult {
  expect(result?.error).toBeUndefined();
  expect(result?.scripts.filter((script) => script.outcome !== 'ran')).toEqual([]);
  expect(result?.problems).toEqual([]);
  expect(result?.boot).toBe('up');
}

/** A script that prints who the builds of all jobs run as. */
const whoBuilds: InitScript = {
  name: '98-who.groovy',
  text: `
import hudson.ExtensionList
import hudson.model.FreeStyleProject
import hudson.model.Queue
import jenkins.model.Jenkins
import jenkins.security.QueueItemAuthenticatorProvider

def authenticator = ExtensionList.lookup(QueueItemAuthenticatorProvider).get(0).getAuthenticators().get(0)
for (item in Jenkins.get().getAllItems(FreeStyleProject)) {
    println('builds of ' + item.getFullName() + ' run as ' + authenticator.authenticate2((Queue.Task) item)?.getName())
}
`,
};

function anonymous(text: string): string {
  return text.replaceAll(/team-\d+/g, 'team');
}

describe('40 projects on one controller', () => {
  let all: Fleet;

  beforeAll(async () => {
    all = await fleet(
      Array.from({ length: 40 }, (_, index) =>
        project(`team-${index}`, examples[index % examples.length] ?? ''),
      ),
    );
  }, 300_000);

  test('every script compiles against the plugins of plugins.txt', async () => {
    const plugins = Object.keys(all.start.plugins ?? {});
    // Projects of one example only differ in their names.
    const different = new Map(all.start.scripts.map((script) => [anonymous(script.text), script] as const));
    for (const { name, text } of different.values()) {
      const { errors } = await typecheckGroovy(name, text, plugins);
      expect({ name, errors }).toEqual({ name, errors: [] });
    }
  }, 600_000);

  test('a start sets all of them up', async () => {
    const [result] = await runInit({ starts: [all.start] });
    expectUp(result);
    const built = result.calls.filter(({ method }) => method === 'scheduleBuild2').map(({ on }) => on);
    const names = Array.from({ length: 40 }, (_, index) => `item:seeds/team-${index}`);
    expect(built.sort()).toEqual(names.sort());
    expect(Object.keys(itemsOf(result)).sort()).toEqual(
      ['seeds', ...names.map((name) => name.replace('item:seeds/', ''))].sort(),
    );
  }, 300_000);
});

describe('projects with the same names', () => {
  const two = [project('shop', 'sample-app'), project('search', 'docs-site')];
  const withProbe = ({ start }: Fleet): InitStart => ({
    ...start,
    scripts: [...start.scripts, whoBuilds].sort((a, b) => (a.name < b.name ? -1 : 1)),
  });
  let now: Fleet;

  beforeAll(async () => {
    now = await fleet(two);
  });

  test('are set up by a fresh start, and a second one changes nothing', async () => {
    const [first, second] = await runInit({ starts: [now.start, now.start] });
    expectUp(first);
    expectUp(second);
    expect(second.state).toEqual(first.state);
    const changes = /^(set|add|remove|update|save|make|replace|createProject)/;
    const changed = second.calls.filter(
      ({ on, method }) => /^(item:|store of)/.test(on) && changes.test(method),
    );
    expect(changed).toEqual([]);
  });

  test('have credentials in their folders, and the controller has none for jobs', async () => {
    const [result] = await runInit({ starts: [now.start] });
    expectUp(result);
    for (const name of ['shop', 'search'])
      expect(JSON.stringify(itemIn(result, name)), name).toContain(`value of ${name}.npm/token`);
    expect(JSON.stringify(itemIn(result, 'shop'))).not.toContain('value of search.');
    expect(JSON.stringify(itemIn(result, 'seeds'))).toContain('value of seed-job-key/GIT_PRIVATE_KEY');
    expect(JSON.stringify(withoutItems(result))).not.toContain('value of shop.');
  });

  test('have builds that run as users of their folder', async () => {
    const [result] = await runInit({
      starts: [
        {
          ...withProbe(now),
          before: `
import com.cloudbees.hudson.plugins.folder.Folder
import hudson.model.FreeStyleProject
import jenkins.model.Jenkins
Jenkins.get().createProject(Folder, 'shop').createProject(FreeStyleProject, 'web')
Jenkins.get().createProject(FreeStyleProject, 'by-hand')
`,
        },
      ],
    });
    expectUp(result);
    expect(result.output.match(/^builds of .*$/gm)?.sort()).toEqual([
      'builds of by-hand run as null',
      'builds of seeds/search run as seed-search',
      'builds of seeds/shop run as seed-shop',
      'builds of shop/web run as build-shop',
    ]);
  });

  test('may each use its own cloud alone, and only its own users have rights in the folder', async () => {
    const [result] = await runInit({ starts: [now.start] });
    expectUp(result);
    for (const [name, other] of [
      ['shop', 'search'],
      ['search', 'shop'],
    ] as const) {
      const text = JSON.stringify(itemIn(result, name));
      expect(text).toContain(`"permittedClouds":["kubernetes-${name}"]`);
      for (const user of [`seed-${name}`, `build-${name}`, 'team', 'alice']) expect(text).toContain(user);
      for (const user of [`seed-${other}`, `build-${other}`, `kubernetes-${other}`])
        expect(text).not.toContain(user);
    }
    const clouds = JSON.stringify(result.state['jenkins.model.Jenkins']);
    expect(clouds.match(/"usageRestricted":true/g)).toHaveLength(3);
  });

  test('a missing Secret of one leaves that one closed, and the other is set up', async () => {
    const { '/run/secrets/bitesize/shop.npm/token': _, ...files } = now.start.files ?? {};
    const [up, broken, again] = await runInit({ starts: [now.start, { ...now.start, files }, now.start] });
    expectUp(up);
    expectUp(broken);
    expect(broken.output).toMatch(/80-shop\.30-credentials: the project shop is not set up: .*shop\.npm/);
    expect(broken.output).toMatch(
      /80-shop\.90-rights: the project shop is not set up: .*80-shop\.30-credentials/,
    );
    expect(broken.output).toContain('the project search is set up');
    const closed = JSON.stringify(itemIn(broken, 'shop'));
    for (const user of ['seed-shop', 'build-shop', 'alice']) expect(closed).not.toContain(user);
    expect(callsOf(broken, 'item:seeds/shop', 'scheduleBuild2')).toEqual([]);
    expect(JSON.stringify(itemIn(broken, 'seeds'))).toContain('"disabled":true');
    expect(itemIn(broken, 'search')).toEqual(itemIn(up, 'search'));
    expectUp(again);
    expect(itemIn(again, 'shop')).toEqual(itemIn(up, 'shop'));
    expect(JSON.stringify(itemIn(again, 'seeds'))).not.toContain('"disabled":true');
  });

  test('a script that does not compile leaves its project closed, and the others do not notice', async () => {
    const scripts = now.start.scripts.map((script) =>
      script.name === '80-shop.40-agents.groovy' ? { ...script, text: 'import no.such.Plugin\n' } : script,
    );
    const [result] = await runInit({ starts: [{ ...now.start, scripts }] });
    expect(result?.boot).toBe('up');
    expect(result?.exit).toBeUndefined();
    expect(result?.output).toContain('the project search is set up');
    expect(result?.output).toMatch(/the project shop is not set up: .*80-shop\.40-agents/);
    expect(JSON.stringify(result && itemIn(result, 'shop'))).not.toContain('build-shop');
  });

  test('a change of one touches nothing of the other', async () => {
    const changed = settings('shop').replace('{group: team}', '{group: others}').replace('robot', 'droid');
    const [shop, search] = two;
    const after = await fleet([project('shop', 'sample-app', changed), search ?? (shop as ServedSources)]);
    const [first, second] = await runInit({ starts: [now.start, after.start] });
    expectUp(first);
    expectUp(second);
    expect(itemIn(second, 'search')).toEqual(itemIn(first, 'search'));
    const text = JSON.stringify(itemIn(second, 'shop'));
    expect(text).toContain('others');
    expect(text).not.toContain('"team"');
    const touched = second.calls.filter(
      ({ on, method }) => /^item:|^store of/.test(on) && /^(set|add|remove|update|save|make)/.test(method),
    );
    expect([...new Set(touched.map(({ on }) => on))].sort()).toEqual(['item:shop', 'store of item:shop']);
  });

  test('a folder that is something else is left alone', async () => {
    const before = "jenkins.model.Jenkins.get().createProject(hudson.model.FreeStyleProject, 'shop')";
    const [result] = await runInit({ starts: [{ ...now.start, before }] });
    expect(result?.boot).toBe('up');
    expect(result?.output).toContain('the item shop is no folder; rename it');
    expect(result?.output).toContain('the project search is set up');
  });
});

type Items = Readonly<Record<string, unknown>>;

/** Returns the items at the top of Jenkins. */
function itemsOf({ state }: InitResult): Items {
  const { items } = state['jenkins.model.Jenkins'] as { readonly items?: Items };
  return items ?? {};
}

function itemIn(result: InitResult, name: string): unknown {
  return itemsOf(result)[name];
}

/** Returns the state of all but items. */
function withoutItems({ state }: InitResult): object {
  const { items: _, ...jenkins } = state['jenkins.model.Jenkins'] as Items;
  return { ...state, 'jenkins.model.Jenkins': jenkins };
}

import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';
import { configXml } from '../../../../emitters/config-xml/index.ts';
import { emitItems } from '../../../emitters/emit.ts';
import { bare, jobsOf } from './lowered-jobs.ts';
import { webShop } from './web-shop.ts';

const jobs = jobsOf(webShop);

function compiled(specs: Readonly<Record<string, string>>) {
  return compile(Object.entries(specs).map(([kind, text]) => ({ name: `${kind}.bitesize`, text })));
}

/** The pod that the image job starts. */
function podOf(specs: Readonly<Record<string, string>> = webShop) {
  const [, text = ''] =
    /def pod\(\) \{\n {4}return '''\\\n(.*?)'''/s.exec(jobsOf(specs).script('web-docker-image')) ?? [];
  return load(text) as {
    spec: {
      serviceAccountName: string;
      automountServiceAccountToken: boolean;
      nodeSelector?: unknown;
      containers: {
        name: string;
        image: string;
        env?: { name: string; value: string }[];
        volumeMounts?: { name: string }[];
        securityContext?: unknown;
      }[];
      volumes: { name: string }[];
    };
  };
}

describe('an application that is built with a Dockerfile of a repository', () => {
  it('says nothing against it', () => {
    expect(jobs.messages).toEqual([]);
  });

  it('has no Dockerfile in the output', () => {
    const paths = compiled(webShop).artifacts.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('images/'))).toEqual(['images/site/Dockerfile']);
  });

  it('is started with a commit, by nothing but the component', () => {
    const job = jobs.pipeline('web-docker-image');
    expect(job.triggers).toBeUndefined();
    expect(bare(job.properties)).toEqual([
      {
        kind: 'parameters',
        parameters: [
          {
            kind: 'string',
            name: 'COMMIT',
            defaultValue: '',
            description: 'Commit to build. Empty for the head of the branch',
          },
        ],
      },
      { kind: 'disable-concurrent-builds' },
    ]);
  });

  it('makes the job of its component a pipeline, and leaves others as they were', () => {
    expect(jobs.pipeline('web').kind).toBe('pipeline');
    const others = jobsOf({ build: webShop.build, jenkins: webShop.jenkins });
    expect(others.freestyle('web').kind).toBe('freestyle');
  });

  it('needs no version', () => {
    const application = webShop.application.replace('    version: "1.2"\n', '');
    const script = jobsOf({ ...webShop, application }).script('web-docker-image');
    expect(script).toContain('name=registry.example.com/shop/web:"$TAG"\\\\",push=true');
  });

  it('is built where the login is, and nowhere else', () => {
    const { spec } = podOf();
    expect(
      spec.containers.map(({ name, volumeMounts = [] }) => [name, volumeMounts.map((mount) => mount.name)]),
    ).toEqual([
      ['jnlp', []],
      ['buildkit', ['buildkit', 'registry-login']],
    ]);
    expect(spec.containers[1]?.securityContext).toEqual({
      runAsUser: 1000,
      runAsGroup: 1000,
      seccompProfile: { type: 'Unconfined' },
      appArmorProfile: { type: 'Unconfined' },
    });
    expect(spec.serviceAccountName).toBe('jenkins-agent');
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(JSON.stringify(spec)).not.toContain('privileged');
  });

  it('has no login where the registry asks for none', () => {
    const { spec } = podOf({
      ...webShop,
      jenkins: 'project: shop\njenkins: {registry: {push: registry.example.com}}\n',
    });
    expect(spec.volumes.map(({ name }) => name)).toEqual(['buildkit']);
  });

  it('takes image and nodes of the agent that builds the component', () => {
    const { spec } = podOf({
      ...webShop,
      build: webShop.build.replace('    build:', '    agent: node\n    build:'),
      jenkins:
        'project: shop\njenkins: {registry: {builder: mirror.example.com/buildkit:1}, agents: [{name: node, image: "registry.example.com/node:1", node_selector: {disk: fast}}]}\n',
    });
    expect(spec.containers.map(({ image }) => image)).toEqual([
      'registry.example.com/node:1',
      'mirror.example.com/buildkit:1',
    ]);
    expect(spec.nodeSelector).toEqual({ disk: 'fast' });
  });

  it('gets a namespace, an account and a network policy for its pods, whatever the other agents are', () => {
    const { artifacts, diagnostics } = compiled({
      ...webShop,
      jenkins: webShop.jenkins.replace('{registry', '{agents: [{name: dind, containers: []}], registry'),
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const namespace = artifacts.find(({ path }) => /namespace-shop-jenkins-privileged\.yaml$/.test(path));
    expect(namespace?.content.text).toContain('pod-security.kubernetes.io/enforce: privileged');
    const there = artifacts.filter(({ content }) =>
      content.text.includes('namespace: shop-jenkins-privileged'),
    );
    const kinds = there.flatMap(({ content }) => /^kind: (.*)$/m.exec(content.text)?.[1] ?? []);
    expect(kinds).toEqual(expect.arrayContaining(['ServiceAccount', 'NetworkPolicy', 'Role', 'RoleBinding']));
  });

  it('asks for the plugins of its steps', () => {
    const ids = jobs.needs.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['kubernetes', 'git', 'workflow-scm-step', 'copyartifact']));
  });
});

describe('artifacts of components in images', () => {
  it('may be copied by the image jobs alone', () => {
    const [content] = [...emitItems(configXml, [jobs.pipeline('web')]).values()];
    expect(content?.text).toMatch(
      /<hudson\.plugins\.copyartifact\.CopyArtifactPermissionProperty>\s*<projectNameList>\s*<string>web-docker-image<\/string>\s*<string>site-docker-image<\/string>/,
    );
  });

  it('start the job once, also where a package of the same component is in the image', () => {
    const application = `project: shop
applications:
  - name: site
    runtime: nginx:1.27
    version: "1"
    dependencies: [{name: web, type: debian-package, origin: {build: web}}]
    files: [{component: web, location: dist/**, path: /srv/}]
`;
    const { pipeline, script } = jobsOf({ ...webShop, application, environments: 'project: shop\n' });
    expect(pipeline('site-docker-image').triggers).toBeUndefined();
    expect(script('web').match(/build\(job: 'site-docker-image'/g)).toHaveLength(1);
  });
});

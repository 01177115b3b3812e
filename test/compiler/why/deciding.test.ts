import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { whyOutput } from '../../../compiler/why/why-output.ts';

const build = `project: shop
components:
  - name: web
    repository: { git: https://git.example.com/web.git, branch: main }
    build: [{ shell: make }]
    artifacts: [{ location: out.tgz }]
`;

function sourcesWith(texts: Readonly<Record<string, string>>) {
  const all: Readonly<Record<string, string>> = {
    build,
    application: 'project: shop\napplications:\n  - { name: web, runtime: node, version: "1.0" }\n',
    environments: `project: shop
environments:
  - name: Dev
    namespace: shop-dev
    deployment: { method: rolling-upgrade }
    services:
      - { name: web, port: 80 }
      - { name: data, type: mysql, version: '8' }
`,
    jenkins: 'project: shop\n',
    ...texts,
  };
  return Object.entries(all).map(([kind, text]) => ({ name: `${kind}.bitesize`, text }));
}

/** Returns the texts of the specs that a line names which holds a text, of the file whose path ends like this. */
function named(texts: Readonly<Record<string, string>>, end: string, text: string): readonly string[] {
  const { artifacts, diagnostics } = compile(sourcesWith(texts));
  const artifact = artifacts.find(({ path }) => path.endsWith(end));
  if (artifact === undefined) throw new Error(`no ${end}: ${diagnostics.map((one) => one.message).join()}`);
  const line = artifact.content.text.split('\n').findIndex((one) => one.includes(text)) + 1;
  expect(line).toBeGreaterThan(0);
  return whyOutput(artifact, line).flatMap((cause) =>
    cause.kind === 'spec' ? [cause.span.file.text.slice(cause.span.start, cause.span.end)] : [],
  );
}

function credentials(...types: readonly string[]): Readonly<Record<string, string>> {
  const entries = types.map((type, at) => `    - { id: c${at}, type: ${type} }\n`).join('');
  return { jenkins: `project: shop\njenkins:\n  credentials:\n${entries}` };
}

describe('what decides alone', () => {
  it('is named by a plugin that one thing asks for, and by the tag of the image that it is in', () => {
    const matrix = '{ strategy: matrix, matrix: [{ user: ann, permissions: [Overall/Administer] }] }';
    const jenkins = `project: shop\njenkins:\n  authorization: ${matrix}\n`;
    expect(named({ jenkins }, 'plugins.lock.json', '"matrix-auth"')).toContain('matrix');
    expect(named({ jenkins }, 'statefulset-jenkins.yaml', 'image: ')).toContain('matrix');
  });

  it('is nothing where several things ask for a plugin', () => {
    const two = credentials('file', 'secret-text');
    expect(named(two, 'plugins.lock.json', '"plain-credentials"')).toEqual([]);
    expect(named(two, 'plugins.txt', 'plain-credentials:')).toEqual(
      expect.arrayContaining(['file', 'secret-text']),
    );
  });

  it('is the type of a service for a kind in the role of the jobs, not the method of deployment for another', () => {
    expect(named({}, 'role-jenkins-deploy.shop-jenkins-in-shop-dev.yaml', '- mysqls')).toContain('mysql');
    expect(named({}, 'role-jenkins-deploy.shop-jenkins-in-shop-dev.yaml', '- deployments')).not.toContain(
      'rolling-upgrade',
    );
  });

  it('is a setting, not an environment, for the right to make namespaces', () => {
    const jenkins = 'project: shop\njenkins:\n  environments: { create_namespaces: true }\n';
    const causes = named({ jenkins }, 'clusterrole-jenkins-deploy.shop-jenkins.yaml', 'kind: ClusterRole');
    expect(causes).toContain('true');
    expect(causes).not.toContain('shop-dev');
  });

  it('is the name of an agent for what is in the place of a default, and for no other default', () => {
    const jenkins =
      'project: shop\njenkins:\n  agents:\n    - { name: big, image: a/b:1 }\n    - { name: dind, image: c/d:1 }\n';
    const texts = { jenkins };
    expect(named(texts, '40-agents.groovy', "template('dind'")).toContain('dind');
    for (const other of ['dind', 'generic'])
      expect(named(texts, '40-agents.groovy', `template('${other}'`)).not.toContain('big');
  });

  it('is the method for the lines that there are without colours', () => {
    expect(named({}, 'Dev-deploy.groovy', "if (version != '')")).toContain('rolling-upgrade');
    expect(named({}, 'service-manage.groovy', "takeOver('")).toContain('rolling-upgrade');
  });

  it('is why there is a script for its key in the ConfigMap', () => {
    const jenkins =
      'project: shop\njenkins:\n  seed: { mode: repository, repository: "https://git.example.com/a.git" }\n';
    expect(named({ jenkins }, 'init-scripts.yaml', '60-seed-job.groovy: |')).toContain('repository');
  });
});

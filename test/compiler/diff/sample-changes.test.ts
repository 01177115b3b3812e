import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import type { Change } from '../../../compiler/diff/change.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';
import { diffEntities } from '../../../compiler/diff/diff-entities.ts';
import { roleFields } from '../../../compiler/diff/entities-of.ts';
import { flatten } from '../../../compiler/diff/flatten.ts';
import { causeText } from '../../../compiler/diff/place-text.ts';

/*
 * Kinds of changes on the sample: each is named with its old and new value, the line of the spec and the risk.
 */
type File = 'build' | 'application' | 'environments' | 'jenkins';
type Edit = readonly [file: File, from: string | RegExp, to: string];

const names: readonly File[] = ['build', 'application', 'environments', 'jenkins'];
const sample = new Map(
  names.map((name) => [
    name,
    readFileSync(new URL(`../../../examples/sample-app/${name}.bitesize`, import.meta.url), 'utf8'),
  ]),
);

function edited(edits: readonly Edit[]): ReadonlyMap<File, string> {
  const texts = new Map(sample);
  for (const [file, from, to] of edits) {
    const text = texts.get(file) ?? '';
    texts.set(file, text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gm'), to));
    expect(texts.get(file)).not.toBe(text);
  }
  return texts;
}

function irOf(texts: ReadonlyMap<File, string>) {
  const sources = [...texts].map(([name, text]) => ({ name: `${name}.bitesize`, text }));
  const { ir, diagnostics } = compile(sources, { emit: [] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ir;
}

function changes(edits: readonly Edit[], before: readonly Edit[] = []): readonly Change[] {
  return changesBetween(irOf(edited(before)), irOf(edited([...before, ...edits])));
}

/** Fields as `path: old -> new (place)`, but for the lines of scripts that hold whole manifests. */
function fields(all: readonly Change[], kind: string, name: string): string[] {
  const change = all.find((one) => one.kind === kind && one.name === name);
  return (change?.fields ?? []).map(
    ({ path, line, before, after, because }) =>
      `${path}${line === undefined ? '' : `:${line}`}: ${before?.value} -> ${after?.value} (${causeText(because)})`,
  );
}

function risks(all: readonly Change[]): string[] {
  return all.flatMap(({ kind, name, risks: found }) =>
    found.map((risk) => `${risk.kind} ${kind} ${name}: ${risk.text}`),
  );
}

function titles(all: readonly Change[]): string[] {
  return all.map(({ action, kind, name, from }) => `${action} ${kind} ${from ? `${from} -> ` : ''}${name}`);
}

describe('a change of the sample', () => {
  it('of the base image names the line of the Dockerfile and of the spec', () => {
    const all = changes([['application', 'node:20-bookworm-slim', 'node:22-bookworm-slim']]);
    expect(titles(all)).toEqual(['change job storefront-docker-image', 'change image storefront']);
    expect(fields(all, 'image', 'storefront')[0]).toBe(
      'dockerfile:1: FROM registry.example.com/node:20-bookworm-slim -> FROM registry.example.com/node:22-bookworm-slim (application.bitesize:5:14)',
    );
  });

  it('of a host is one field, and says which host is gone', () => {
    const all = changes([['environments', /^(.*external_url: )shop\.dev/, '$1new.dev']]);
    expect(fields(all, 'kubernetes-object', 'development/Ingress/storefront')).toEqual([
      'spec.rules[new.dev.example.com].host: shop.dev.example.com -> new.dev.example.com (environments.bitesize:11:23)',
    ]);
    expect(risks(all)).toEqual([
      'host-moved kubernetes-object development/Ingress/storefront: `shop.dev.example.com` no longer leads here',
    ]);
  });

  it('of the address of Jenkins says what no longer arrives', () => {
    expect(risks(changes([['jenkins', 'jenkins.sample-app.example.com', 'ci.example.com']]))).toEqual([
      'host-moved setting controller: links and webhooks to `https://jenkins.sample-app.example.com/` no longer arrive',
      'host-moved kubernetes-object jenkins/sample-app-jenkins/Ingress/jenkins: `jenkins.sample-app.example.com` no longer leads here',
    ]);
  });

  it.each([
    [
      'removed',
      /^ {8}volumes:\n(.*\n){5}/,
      '',
      'the claim leaves the specs: whoever deletes it deletes its data',
    ],
    [
      'shrunk',
      'size: 5Gi',
      'size: 2Gi',
      'Kubernetes does not shrink a claim from `5Gi` to `2Gi`: a new one has no data',
    ],
    [
      'renamed',
      'name: invoices',
      'name: bills',
      'it is another claim: the data stays in `sample-app-dev/invoices`',
    ],
    [
      'moved',
      'sample-app-dev',
      'sample-app-d',
      'it is another claim: the data stays in `sample-app-dev/invoices`',
    ],
  ])('of a claim that is %s says what becomes of its data', (_, from, to, text) => {
    const all = changes([['environments', from, to]]);
    expect(risks(all)).toContainEqual(expect.stringMatching(/^data-lost kubernetes-object development\/.*/));
    expect(risks(all).join('\n')).toContain(text);
  });

  it('of a claim that grows loses nothing, and may not be possible', () => {
    const found = risks(changes([['environments', 'size: 5Gi', 'size: 6Gi']]));
    expect(found).toHaveLength(3);
    for (const risk of found) expect(risk).toMatch(/^not-applied .*allowVolumeExpansion/);
  });

  it('of a database says that an older version may not read its data', () => {
    expect(risks(changes([['environments', 'version: "16"', 'version: "15"']]))[0]).toBe(
      'downgrade kubernetes-object development/Postgres/orders-db: from 16 back to 15: it may not read what the newer one wrote',
    );
  });

  it('of a plugin names the line of the pin', () => {
    const pin = '  plugins:\n    - id: git\n      version: "5.9.0"\n      why: older\n  registry:';
    const all = changes([['jenkins', '  registry:', pin]]);
    expect(fields(all, 'plugin', 'git')).toEqual([
      expect.stringMatching(/^version: 5\.10\.1 -> 5\.9\.0 \(jenkins\.bitesize:26:16\)$/),
    ]);
    expect(risks(all)[0]).toMatch(/^downgrade plugin git: from 5\.10\.1 back to 5\.9\.0/);
  });

  it('of the seed repository says what happens to the jobs', () => {
    expect(risks(changes([['jenkins', 'shop/delivery', 'shop/other']]))).toEqual([
      'history-lost init-script 60-seed-job: the seed job deletes the jobs that it does not find there, with their builds',
    ]);
  });

  it('of a trigger has the old and the new schedule', () => {
    const all = changes([['jenkins', '    tests: gate', '    tests: gate\n    component_poll: H 4 * * *']]);
    expect(titles(all)).toEqual(['change job orders', 'change job storefront']);
    expect(fields(all, 'job', 'orders')).toEqual([
      'triggers[0].schedule: H/5 * * * * -> H 4 * * * (jenkins.bitesize:28:21)',
    ]);
  });

  it('of a needed credential names the key that has to be made', () => {
    const all = changes([['environments', 'storefront/session-key', 'storefront/other-key']]);
    expect(titles(all).filter((title) => title.includes('sample-app-dev/'))).toEqual([
      'add credential sample-app-dev/storefront/other-key',
      'remove credential sample-app-dev/storefront/session-key',
    ]);
  });

  it('of a name of a service is a rename in everything that is made of it', () => {
    const all = changes([
      ['environments', /^( *)name: storefront$/, '$1name: shopfront\n$1application: storefront'],
    ]);
    const found = titles(all);
    expect(found.filter((title) => /^(add|remove) /.test(title))).toEqual([]);
    expect(found).toContain(
      'rename kubernetes-object staging/Deployment/storefront-blue -> staging/Deployment/shopfront-blue',
    );
    expect(fields(all, 'job', 'Development-deploy')).toContainEqual(
      expect.stringMatching(/parameters\[shopfront_VERSION\]\.name: storefront_VERSION -> shopfront_VERSION/),
    );
    expect(risks(all)).toContain(
      'outage kubernetes-object production/Service/shopfront: whoever calls `storefront.sample-app-prd` reaches the old pods, and nobody once they are deleted',
    );
    expect(all.flatMap((change) => change.risks).every(({ kind }) => kind === 'outage')).toBe(true);
  });

  it('of a name of a component is a renamed job, whose builds are lost', () => {
    const all = changes([
      ['build', '- name: storefront', '- name: shopfront'],
      ['application', 'build: storefront', 'build: shopfront'],
    ]);
    expect(titles(all)).toEqual(['rename job storefront -> shopfront', 'change job storefront-docker-image']);
    expect(risks(all)).toEqual([
      'history-lost job shopfront: Jenkins does not know renames: the builds of `storefront` are deleted unless it is renamed to `shopfront` in Jenkins first',
    ]);
  });

  it('of a name of an environment keeps the claims of its namespace', () => {
    const all = changes([['environments', 'name: Development', 'name: Dev']]);
    expect(titles(all).filter((title) => /^(add|remove) /.test(title))).toEqual([]);
    expect(risks(all)).toEqual([
      expect.stringMatching(/^history-lost job Dev-deploy/),
      expect.stringMatching(/^history-lost job Dev-smoke/),
    ]);
  });

  it('that removes an environment has the risks of all that it loses', () => {
    const all = changes([['environments', /^ {2}- name: Production\n(.*\n)*/, '']]);
    expect(risks(all)).toEqual([
      'history-lost job Production-deploy: its builds are deleted',
      expect.stringMatching(
        /^left-behind .*\/Role\/jenkins-deploy\.[a-z-]+: the cluster keeps it until `kubectl delete roles/,
      ),
      expect.stringMatching(
        /^left-behind .*\/RoleBinding\/jenkins-deploy\.[a-z-]+: the cluster keeps it until `kubectl/,
      ),
      'host-moved kubernetes-object production/Ingress/storefront: `shop.example.com` no longer leads anywhere',
      'host-moved kubernetes-object production/Ingress/storefront: `www.shop.example.com` no longer leads anywhere',
      expect.stringMatching(/^data-lost kubernetes-object production\/PersistentVolumeClaim\/invoices/),
      expect.stringMatching(/^data-lost kubernetes-object production\/Postgres\/orders-db/),
      expect.stringMatching(/^outage kubernetes-object production\/Service\/orders/),
      expect.stringMatching(/^outage kubernetes-object production\/Service\/storefront/),
    ]);
  });
});

describe('a change of where the controller is', () => {
  it('names the commands for what the cluster would keep, and none for data', () => {
    const found = risks(changes([['jenkins', /^ {4}ingress:/, '    name: ci\n    ingress:']]));
    const kept = found.filter((risk) => risk.startsWith('left-behind'));
    expect(kept.join('\n')).toContain(
      'until `kubectl delete statefulsets.apps/jenkins --namespace=sample-app-jenkins`',
    );
    expect(kept.filter((risk) => /PersistentVolumeClaim|\/Namespace\//.test(risk))).toEqual([]);
  });
});

describe('a change of who may do what', () => {
  const authorization = /^ {2}authorization:\n(?: {4}.*\n)+/;
  const matrix = (permissions: string): Edit => [
    'jenkins',
    authorization,
    `  authorization:\n    strategy: matrix\n    matrix:\n      - group: devs\n        permissions: ${permissions}\n`,
  ];

  it('names the permission that somebody gets', () => {
    const before = irOf(edited([matrix('[Job/Read, Job/Build]')]));
    const after = irOf(edited([matrix('[Job/Read, Job/Delete, Job/Build]')]));
    expect(risks(changesBetween(before, after))).toEqual([
      'permission-widened init-script 16-permissions: `group devs` gets `hudson.model.Item.Delete`',
    ]);
    expect(risks(changesBetween(after, before))).toEqual([]);
  });

  it('marks the way from a matrix to all who are logged in, not the way back', () => {
    const before = irOf(edited([matrix('[Job/Read]')]));
    const after = irOf(edited([['jenkins', authorization, '']]));
    expect(risks(changesBetween(before, after))).toEqual([
      'permission-widened init-script 10-security: everybody who is logged in may do everything',
    ]);
    expect(risks(changesBetween(after, before))).toEqual([]);
  });

  it.each<readonly [string, Edit, readonly RegExp[]]>([
    [
      'another approver',
      ['jenkins', '[alice]', '[alice, interns]'],
      [/^permission-widened job environment-pipeline: `interns` may approve `Production`$/],
    ],
    [
      'no approvers',
      ['jenkins', /^ {4}approval:\n.*\n.*\n/, ''],
      [/^permission-widened job environment-pipeline: anyone who may start builds may approve `Production`$/],
    ],
    [
      'no approval',
      ['environments', '      mode: manual\n', ''],
      [/^gate-opened job environment-pipeline: `Production` is deployed without anybody being asked$/],
    ],
    [
      'tests that only report',
      ['jenkins', 'tests: gate', 'tests: report'],
      [/gate-opened .*: `Development-smoke` no longer holds anything back/, /`Staging-acceptance` no longer/],
    ],
    [
      'no network policy',
      ['jenkins', '    ingress:', '    network_policy: false\n    ingress:'],
      [1, 2, 3, 4, 5].flatMap(() => [
        /once it is deleted, nothing restricts who reaches these pods$/,
        /^left-behind .*: the cluster keeps it until `kubectl delete networkpolicies.networking.k8s.io\/jenkins/,
      ]),
    ],
    [
      'a way out of the network',
      ['jenkins', '    ingress:', '    network: {egress: [{namespace: databases}]}\n    ingress:'],
      [1, 2, 3].map(() => /other connections are allowed$/),
    ],
    [
      'a privileged container',
      [
        'jenkins',
        '  agents:',
        '  agents:\n    - name: big\n      containers: [{ name: dind, image: docker, privileged: true }]',
      ],
      [/containers\[dind\]\.securityContext\.privileged` becomes `true`$/, /the new agent `big` has /],
    ],
  ])('marks %s', (_, edit, expected) => {
    const found = risks(changes([edit]));
    expect(found).toHaveLength(expected.length);
    expected.forEach((pattern, index) => {
      expect(found[index]).toMatch(pattern);
    });
  });

  it('names the verbs that the deploy job gets in the cluster', () => {
    const widened = changesBetween(
      irOf(edited([['environments', /^ {8}volumes:\n(.*\n){5}/, '']])),
      irOf(edited([])),
    );
    expect(risks(widened)).toContain(
      'permission-widened kubernetes-object jenkins/sample-app-dev/Role/jenkins-deploy.sample-app-jenkins: `create` on `persistentvolumeclaims`',
    );
  });

  it('does not take one resource of a role for another', () => {
    const role = (resource: string) => ({
      kind: 'kubernetes-object' as const,
      name: 'jenkins/dev/Role/deploy',
      origin: undefined,
      fields: roleFields(
        flatten({ rules: [{ apiGroups: [''], resources: [resource], verbs: ['get', 'create'] }] }),
      ),
    });
    const [change] = diffEntities([role('services')], [role('secrets')]);
    expect(change?.risks.map(({ text }) => text)).toEqual(['`create` on `secrets`', '`get` on `secrets`']);
  });
});

import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../compiler/lower/kubernetes/lowered.ts';
import { type Specs, sharedOutput } from './shared-output.ts';

const specs = (name: string): Specs => ({
  environments: `project: ${name}
environments:
  - name: prd
    namespace: ${name}-prd
    services:
      - name: app
        port: 80
        version: "1"
        external_url: ${name}.example.com
        env: [{secret: PASSWORD, value: db/password}]
`,
  jenkins: `project: ${name}
jenkins:
  registry: {push: registry.example.com, secret: regcred}
  agents: [{name: own, image: "own:1", env: [{name: TOKEN, secret: npm}], volumes: [{type: secret, name: whole, path: /x}]}]
  credentials: [{id: token, type: secret-text}]
`,
});

const operator = (more: string) => ({
  besides: `    secrets: {operator: external-secrets${more === '' ? '' : `, ${more}`}}`,
});

/** What the API of the operator says of an ExternalSecret (`external-secrets.io/v1`, of its definition): fields and needs. */
function problemsOf({ apiVersion, kind, metadata, spec }: Manifest): readonly string[] {
  const problems: string[] = [];
  const only = (value: object, known: readonly string[], where: string): void => {
    for (const field of Object.keys(value)) if (!known.includes(field)) problems.push(`${where}.${field}`);
  };
  if (apiVersion !== 'external-secrets.io/v1' || kind !== 'ExternalSecret') problems.push('kind');
  only(spec, ['secretStoreRef', 'target', 'refreshPolicy', 'refreshInterval', 'data', 'dataFrom'], 'spec');
  only(spec.secretStoreRef, ['name', 'kind'], 'spec.secretStoreRef');
  if (!['SecretStore', 'ClusterSecretStore'].includes(spec.secretStoreRef.kind)) problems.push('store kind');
  if (!/^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(spec.secretStoreRef.name)) problems.push('store name');
  only(spec.target, ['name', 'creationPolicy', 'deletionPolicy', 'template', 'immutable'], 'spec.target');
  if (!['Owner', 'Orphan', 'Merge', 'None'].includes(spec.target.creationPolicy)) problems.push('policy');
  if (spec.target.template !== undefined)
    only(spec.target.template, ['type', 'metadata', 'data'], 'template');
  if (!Array.isArray(spec.data) || spec.data.length === 0) problems.push('no data');
  for (const { secretKey, remoteRef, ...rest } of spec.data) {
    only(rest, [], 'spec.data');
    only(remoteRef, ['key', 'property', 'version'], 'remoteRef');
    if (!/^[-._a-zA-Z0-9]{1,253}$/.test(secretKey)) problems.push(`secretKey ${secretKey}`);
    if (remoteRef.key === '') problems.push('no path');
  }
  if (metadata.name !== spec.target.name) problems.push('another name');
  return problems;
}

describe('the operator makes the Secrets', () => {
  test('that scripts, agents and environments use, one object for each', async () => {
    const { objects, found, files } = await sharedOutput(
      { web: specs('web'), docs: specs('docs') },
      operator('store: vault, path: "ci/{project}/{secret}", refresh: 15m'),
    );
    expect(found.filter((line) => line.startsWith('fleet/'))).toEqual([]);
    const external = objects().filter(({ manifest }) => manifest.kind === 'ExternalSecret');
    expect(external.flatMap(({ manifest }) => problemsOf(manifest))).toEqual([]);
    const rows = external.map(({ file, manifest: { metadata, spec } }) =>
      [
        file.replace(/\/.*/, ''),
        metadata.namespace,
        metadata.name,
        spec.data
          .map(
            ({ secretKey, remoteRef }: { secretKey: string; remoteRef: { key: string; property: string } }) =>
              `${secretKey}=${remoteRef.key}#${remoteRef.property}`,
          )
          .join(),
      ].join(' '),
    );
    expect(rows).toContain(
      'kubernetes team-jenkins jenkins-admin JENKINS_ADMIN_PASSWORD=ci/team/jenkins-admin#JENKINS_ADMIN_PASSWORD,JENKINS_ADMIN_USER=ci/team/jenkins-admin#JENKINS_ADMIN_USER',
    );
    expect(rows).toContain('projects web-agents npm TOKEN=ci/web/npm#TOKEN');
    expect(rows).toContain('projects web-prd db password=ci/web/db#password');
    expect(rows.filter((row) => row.includes(' whole '))).toEqual([]);
    expect(rows.filter((row) => row.includes('tls.'))).toEqual([]);
    expect(external[0]?.manifest.spec).toMatchObject({
      refreshInterval: '15m',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
    });
    const login = external.find(({ manifest }) => manifest.metadata.name === 'regcred')?.manifest;
    expect(login?.spec.target.template).toEqual({ type: 'kubernetes.io/dockerconfigjson' });
    expect([...files.keys()].filter((path) => path.endsWith('create-secrets.sh'))).toEqual([]);
    const readme = files.get('projects/web/kubernetes/jenkins/README.md') ?? '';
    expect(readme).toContain('| `ci/web/db` | `password` | `db` in web-prd |');
    expect(readme).not.toContain('create-secrets.sh');
    expect(readme).toContain('| web-agents | Secret | `whole` | all of it | agent own |');
    expect(files.get('kubernetes/jenkins/README.md')).toContain('External Secrets Operator');
  });

  test('and without one scripts do', async () => {
    const { files, objects } = await sharedOutput({ web: specs('web') });
    expect(objects().some(({ manifest }) => manifest.kind === 'ExternalSecret')).toBe(false);
    expect(files.has('kubernetes/jenkins/create-secrets.sh')).toBe(true);
    expect(files.has('projects/web/kubernetes/jenkins/create-secrets.sh')).toBe(true);
  });

  test.each([
    ['', ['fleet/secret-store controllers.bitesize:4'], /no `store`/],
    ['store: vault, path: "{projekt}/{secret}"', ['fleet/secret-path controllers.bitesize:4'], /\{projekt\}/],
    [
      'store: vault, path: "ci/{secret}"',
      ['fleet/shared-secret-path controllers.bitesize:4'],
      /of controller `team` and the Secret `seed-job-key` of project `web` take/,
    ],
    ['store: vault, path: "{project}/{secret}"', [], undefined],
    ['store: vault, path: "{project}/{namespace}/{secret}"', [], undefined],
  ])('settings: %s', async (more, codes, message) => {
    const { found, diagnostics } = await sharedOutput(
      { web: specs('web'), docs: specs('docs') },
      operator(more),
    );
    const fleet = found.filter((line) => line.startsWith('fleet/'));
    expect(fleet).toEqual(codes);
    const said = diagnostics.find(({ code }) => code.startsWith('fleet/'));
    if (message !== undefined) expect(`${said?.message} ${said?.help}`).toMatch(message);
  });

  test('never gives two Secrets of a project one value because of the path', async () => {
    const jenkins = `project: web\njenkins:\n  credentials: [{id: one, type: secret-text}, {id: two, type: secret-text}]\n`;
    const { diagnostics } = await sharedOutput(
      { web: { jenkins } },
      operator('store: vault, path: "{project}"'),
    );
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'fleet/shared-secret-path the Secret `one` of project `web` and the Secret `two` of project `web` take `text` from one place of the store, `web`',
    ]);
    expect(diagnostics[0]?.help).toEqual(['put `{secret}` into the path']);
  });
});

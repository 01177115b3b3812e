import { expect, test } from 'vitest';
import { type Specs, sharedOutput } from './shared-output.ts';

const specs = (name: string): Specs => ({
  environments: `project: ${name}\nenvironments: [{name: prd, namespace: ${name}-prd, services: [{name: app, port: 80, version: "1"}]}]\n`,
  jenkins: `project: ${name}\njenkins: {apt: {enabled: true}}\n`,
});

interface Rule {
  readonly from?: readonly {
    readonly namespaceSelector?: { readonly matchLabels: Readonly<Record<string, string>> };
  }[];
  readonly ports: readonly { readonly port: string | number }[];
}

test('agents of each project reach Jenkins, and nobody but its own project reaches what is of a project', async () => {
  const { objects } = await sharedOutput({ web: specs('web'), docs: specs('docs') });
  const policies = objects().flatMap(({ manifest }) => (manifest.kind === 'NetworkPolicy' ? [manifest] : []));
  /** Namespaces that reach a port of pods of a component in a namespace; undefined for everybody. */
  const reach = (namespace: string, component: string, port: string | number): readonly string[] =>
    policies
      .filter(
        ({ metadata, spec }) =>
          metadata.namespace === namespace &&
          spec.podSelector.matchLabels['app.kubernetes.io/component'] === component,
      )
      .flatMap(({ spec }) => (spec.ingress ?? []) as readonly Rule[])
      .filter(({ ports }) => ports.some((each) => each.port === port))
      .flatMap(({ from }) =>
        from === undefined
          ? ['everybody']
          : from.map(
              ({ namespaceSelector }) =>
                namespaceSelector?.matchLabels['kubernetes.io/metadata.name'] ?? 'any',
            ),
      )
      .sort();
  expect(reach('team-jenkins', 'controller', 50000)).toEqual([
    'docs-agents',
    'docs-agents-privileged',
    'team-jenkins-agents',
    'web-agents',
    'web-agents-privileged',
  ]);
  expect(reach('web-agents', 'apt', 'http')).toEqual(['web-agents', 'web-agents-privileged', 'web-prd']);
  expect(reach('web-agents', 'apt', 'api')).toEqual(['web-agents', 'web-agents-privileged']);
  const ofAgents = policies.filter(
    ({ spec }) => spec.podSelector.matchLabels['bitesize/agent-of'] !== undefined,
  );
  expect(ofAgents.flatMap(({ spec }) => spec.ingress ?? [])).toEqual([]);
  for (const { metadata, spec } of ofAgents)
    if (metadata.namespace?.startsWith('web-')) expect(JSON.stringify(spec)).not.toContain('docs');
  // One without Ingress rules but with the type keeps all away.
  for (const namespace of ['web-agents', 'web-agents-privileged', 'docs-agents'])
    expect(
      ofAgents.some(
        ({ metadata, spec }) => metadata.namespace === namespace && spec.policyTypes.includes('Ingress'),
      ),
    ).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { strictProblems } from '../kubernetes/strict.ts';
import { controllerOf } from './lowered.ts';
import { restrictedProblems } from './pod-security.ts';

const full = `
  url: https://ci.example.com/jenkins/
  seed: {repository: "git@git.example.com:shop/delivery.git"}
  time_zone: Europe/Berlin
  apt: {enabled: true, signing_secret: gpg, public_key: key}
  registry: {push: registry.example.com, secret: regcred}
  environments: {create_namespaces: true}
  kubernetes:
    agent_namespace: shop-agents
    storage: {class: fast, size: 30Gi}
    ingress: {host: ci.example.com, annotations: {a: b}}
    node_selector: {role: ci}
    tolerations: [{key: ci, operator: Exists, effect: NoSchedule}, {key: a, value: b, seconds: 5, effect: NoExecute}]
    backup: {keep: 3, class: slow}
    pull_secrets: [pull]
    startup_minutes: 7
`;
const environments = `
project: shop
environments:
  - name: Production
    namespace: shop-prd
    deployment: {method: bluegreen, active: blue}
    services:
      - {name: web, port: 80, external_url: www.example.com, version: "1"}
      - {name: db, type: mysql}
`;
const application =
  'project: shop\napplications: [{name: web, runtime: "a:1", command: run, version: "1"}]\n';

describe('the objects', () => {
  test.each([
    ['without settings', '', {}],
    ['with all settings', full, { environments, application }],
  ])('are strictly valid %s', (_, settings, specs) => {
    const { manifests, codes } = controllerOf(settings, specs);
    expect(codes.filter((code) => !code.startsWith('kubernetes/'))).toEqual([]);
    expect(strictProblems(manifests)).toEqual([]);
  });

  test.each([
    ['{example.com/note: "\\tfirst\\nsecond"}', ['kubernetes/lost-text']],
    ['{example.com/note: "a\\x9Fb"}', ['kubernetes/lost-text']],
    ['{Example.com/note: "\\n\\tfirst\\nsecond"}', []],
    ['{example.com/note: "\\tfirst"}', []],
  ])('have annotations of the Ingress that arrive: %s', (annotations, expected) => {
    const ingress = `  kubernetes: {ingress: {host: ci.example.com, annotations: ${annotations}}}`;
    expect(controllerOf(`  url: https://ci.example.com/\n${ingress}`).codes).toEqual(expected);
  });

  test('are in files that sort as they have to be applied, each in its own', () => {
    const { controller } = controllerOf(full, { environments, application });
    const files = controller.objects.map(({ file }) => file);
    expect(files).toEqual([...new Set(files)].sort());
    expect(files[0]).toMatch(/^00-namespace/);
    expect(files.findIndex((file) => file.startsWith('50-'))).toBeGreaterThan(
      files.findLastIndex((file) => file.startsWith('1')),
    );
  });

  test('each say what makes them, except for what is in the cluster', () => {
    for (const { manifest, origin } of controllerOf(full, { environments, application }).controller.objects) {
      expect(manifest).toBeDefined();
      expect(origin.kind).toMatch(/spec|default|policy|several/);
    }
  });
});

describe('pods', () => {
  test('of the controller and of backups pass the level restricted', () => {
    const { manifest } = controllerOf(full);
    expect(restrictedProblems(manifest('StatefulSet/jenkins').spec.template.spec)).toEqual([]);
    expect(
      restrictedProblems(manifest('CronJob/jenkins-backup').spec.jobTemplate.spec.template.spec),
    ).toEqual([]);
  });

  test('write to their volumes alone', () => {
    const { spec } = controllerOf(full).manifest('StatefulSet/jenkins').spec.template;
    const [container] = spec.containers;
    expect(container.securityContext.readOnlyRootFilesystem).toBe(true);
    const writable = container.volumeMounts.filter(
      (mount: { readOnly?: boolean }) => mount.readOnly !== true,
    );
    expect(writable.map((mount: { mountPath: string }) => mount.mountPath)).toEqual([
      '/var/jenkins_home',
      '/var/jenkins_home/plugins',
      '/var/jenkins_cache',
      '/tmp',
    ]);
  });

  test('of the controller have no secret in their environment, and know where they are', () => {
    const [container] = controllerOf(full).manifest('StatefulSet/jenkins').spec.template.spec.containers;
    expect(JSON.stringify(container.env)).not.toMatch(/secretKeyRef|PASSWORD|GIT_PRIVATE_KEY/);
    expect(container.env).toEqual(
      expect.arrayContaining([
        { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        { name: 'SEED_JOBS_REPO', value: 'git@git.example.com:shop/delivery.git' },
      ]),
    );
  });

  test('find every secret that a script reads, and no other', () => {
    const { manifest, controller } = controllerOf(full);
    const { volumes } = manifest('StatefulSet/jenkins').spec.template.spec;
    const secrets = volumes.find((volume: { name: string }) => volume.name === 'secrets');
    const paths = secrets.projected.sources.flatMap(
      (source: { secret: { name: string; items: { key: string; path: string }[] } }) =>
        source.secret.items.map(({ key, path }) => {
          expect(path).toBe(`${source.secret.name}/${key}`);
          return path;
        }),
    );
    expect(paths).toEqual(controller.secrets.map(({ secret, key }) => `${secret.value}/${key.value}`));
  });

  test('have the time to start that the settings give', () => {
    const [container] = controllerOf(full).manifest('StatefulSet/jenkins').spec.template.spec.containers;
    const { periodSeconds, failureThreshold } = container.startupProbe;
    expect(periodSeconds * failureThreshold).toBe(7 * 60);
  });
});

describe('namespaces', () => {
  const level = (settings: string, name: string) =>
    controllerOf(settings).manifest(`Namespace/${name}`).metadata.labels?.[
      'pod-security.kubernetes.io/enforce'
    ];

  test('have the strictest level that their pods pass', () => {
    expect(level('', 'shop-jenkins')).toBe('baseline');
    expect(level('', 'shop-jenkins-privileged')).toBe('privileged');
    expect(level('  kubernetes: {agent_namespace: agents}', 'shop-jenkins')).toBe('restricted');
    expect(level('  kubernetes: {agent_namespace: agents}', 'agents')).toBe('baseline');
    expect(level('  kubernetes: {agent_namespace: agents}', 'agents-privileged')).toBe('privileged');
    expect(level('  kubernetes: {privileged_namespace: shop-jenkins}', 'shop-jenkins')).toBe('privileged');
    expect(level('  agents: [{name: dind}]', 'shop-jenkins')).toBe('baseline');
    expect(level('  kubernetes: {agent_namespace: agents}\n  apt: {enabled: true}', 'shop-jenkins')).toBe(
      'baseline',
    );
  });
});

describe('rights', () => {
  const roles = (settings: string) =>
    controllerOf(settings, { environments, application }).manifests.filter(({ kind }) => /Role$/.test(kind));
  const rulesOf = (role: unknown) =>
    (role as { rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[] }).rules;

  test('of the controller are about pods of agents, never about Secrets', () => {
    const role = roles('').find(({ metadata }) => metadata.name === 'jenkins-agents');
    expect(JSON.stringify(role)).not.toContain('secrets');
    expect(rulesOf(role).flatMap(({ verbs }) => verbs)).not.toContain('*');
  });

  test('of deploy jobs hold what the environment has, in its namespace', () => {
    const role = roles('').find(({ metadata }) => metadata.name === 'jenkins-deploy.shop-jenkins');
    expect(role?.metadata.namespace).toBe('shop-prd');
    const may = (group: string, resource: string) =>
      rulesOf(role)
        .filter(({ apiGroups, resources }) => apiGroups.includes(group) && resources.includes(resource))
        .flatMap(({ verbs }) => verbs);
    expect(may('apps', 'deployments')).toEqual(['create', 'get', 'list', 'patch', 'update', 'watch']);
    expect(may('networking.k8s.io', 'ingresses')).toContain('patch');
    expect(may('prsn.io', 'mysqls')).toContain('create');
    expect(may('', 'pods/log')).toEqual(['get', 'list']);
    expect(may('', 'secrets')).toEqual([]);
  });

  test('of deploy jobs name the resources of third parties as their definitions do', () => {
    const kinds = `
project: shop
environments:
  - name: Dev
    services:
      - {name: web, port: 80, external_url: www.example.com, service_mesh: enable}
      - {name: api, type: serviceentry, hosts: [api.example.com]}
      - {name: chart, type: helmChart, chart: redis}
      - {name: way, type: gateway}
      - {name: story, type: story}
`;
    const { manifest } = controllerOf('', { environments: kinds });
    const named = rulesOf(manifest('Role/jenkins-deploy.shop-jenkins'))
      .filter(({ verbs }) => verbs.includes('patch'))
      .flatMap(({ apiGroups, resources }) => resources.map((resource) => `${resource}.${apiGroups.join()}`));
    expect(named.filter((name) => !name.endsWith('.') && !/\.(apps|batch|.*k8s\.io)$/.test(name))).toEqual([
      'helmcharts.helm.kubedex.com',
      'gateways.networking.istio.io',
      'serviceentries.networking.istio.io',
      'virtualservices.networking.istio.io',
      'gateways.prsn.io',
      'stories.prsn.io',
    ]);
  });

  test('to delete are only given where prune is set, and never for data', () => {
    const deleting = (settings: string) =>
      roles(settings)
        .filter(({ metadata }) => metadata.name === 'jenkins-deploy.shop-jenkins')
        .flatMap(rulesOf)
        .filter(({ verbs }) => verbs.includes('delete'))
        .flatMap(({ resources }) => resources);
    expect(deleting('')).toEqual([]);
    const pruned = deleting('  pipeline: {service_manage: {prune: true}}');
    expect(pruned).toContain('services');
    expect(pruned).not.toContain('persistentvolumeclaims');
    expect(pruned).not.toContain('*');
  });

  test('of two Jenkinses that deploy to one namespace have names of their own', () => {
    const idsIn = (namespace: string) =>
      controllerOf(`  kubernetes: {namespace: ${namespace}}`, { environments, application })
        .manifests.filter(({ metadata }) => metadata.namespace === 'shop-prd')
        .map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(idsIn('one')).toEqual(['Role/jenkins-deploy.one', 'RoleBinding/jenkins-deploy.one']);
    expect(idsIn('other')).toEqual(['Role/jenkins-deploy.other', 'RoleBinding/jenkins-deploy.other']);
  });

  test('to deploy have names and files that are not too long', () => {
    const long = 'x'.repeat(63);
    const kubernetes = `  kubernetes: {name: ${long.slice(0, 52)}, namespace: ${long}}`;
    const { ir } = controllerOf(kubernetes, {
      environments: environments.replace('shop-prd', long),
      application,
    });
    const roles = ir.controller.objects.filter(({ id }) => /^Role(Binding)?$/.test(id.kind));
    expect(roles.length).toBeGreaterThan(1);
    for (const { id, file } of roles) {
      expect(id.name.length).toBeLessThanOrEqual(253);
      expect(file.length).toBeLessThanOrEqual(255);
    }
  });

  test('are bound to the service account of the agents that deploy, and to no other', () => {
    const { manifests } = controllerOf('', { environments, application });
    const binding = manifests.find(
      ({ kind, metadata }) => kind === 'RoleBinding' && metadata.name === 'jenkins-deploy.shop-jenkins',
    );
    expect((binding as unknown as { subjects: unknown }).subjects).toEqual([
      { kind: 'ServiceAccount', name: 'jenkins-deploy', namespace: 'shop-jenkins' },
    ]);
  });

  test('belong to accounts that are made, be the default ones spelled out or not', () => {
    const accounts = (settings: string) =>
      controllerOf(settings, { environments, application })
        .manifests.filter(({ kind }) => kind === 'ServiceAccount')
        .map(({ metadata }) => metadata.name);
    const spelled =
      '  agents: [{name: deploy, service_account: jenkins-deploy}, {name: big, service_account: jenkins-agent}]';
    expect(accounts(spelled)).toEqual(accounts(''));
    expect(accounts('  agents: [{name: deploy, service_account: ours}]')).not.toContain('ours');
  });

  test('to make namespaces are only given where the specs ask for them', () => {
    expect(roles('').map(({ kind }) => kind)).not.toContain('ClusterRole');
    const made = roles('  environments: {create_namespaces: true}').find(
      ({ kind }) => kind === 'ClusterRole',
    );
    expect(rulesOf(made)).toMatchObject([
      { resources: ['namespaces'], verbs: ['create'] },
      { resources: ['namespaces'], resourceNames: ['shop-prd'] },
    ]);
  });
});

describe('the network', () => {
  const agentsIn = (namespace: string) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: { 'bitesize/agent-of': 'jenkins' } },
  });
  const namespaceNamed = (name: string) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  });
  const agents = [agentsIn('shop-jenkins'), agentsIn('shop-jenkins-privileged')];
  const whoReaches = (settings: string, port: unknown) =>
    controllerOf(settings, { environments, application })
      .manifest('NetworkPolicy/jenkins')
      .spec.ingress.find((rule: { ports: { port: unknown }[] }) => rule.ports[0]?.port === port).from;

  test('lets only agents reach the port for agents', () => {
    expect(whoReaches('', 50000)).toEqual(agents);
  });

  test('lets only agents and the Ingress controller reach HTTP', () => {
    const ingress = (fields: string) => `  kubernetes: {ingress: {host: ci.example.com${fields}}}`;
    expect(whoReaches('', 'http')).toEqual(agents);
    expect(whoReaches(ingress(''), 'http')).toEqual([...agents, namespaceNamed('ingress-nginx')]);
    expect(whoReaches(ingress(', class: haproxy'), 'http')).toEqual([
      ...agents,
      namespaceNamed('haproxy-controller'),
    ]);
    expect(whoReaches('  kubernetes: {network: {http_from: [edge, monitoring]}}', 'http')).toEqual([
      ...agents,
      namespaceNamed('edge'),
      namespaceNamed('monitoring'),
    ]);
  });

  test('lets nothing that was deployed reach HTTP where the Ingress controller may be anywhere', () => {
    expect(whoReaches('  kubernetes: {ingress: {host: ci.example.com, class: own}}', 'http')).toEqual([
      ...agents,
      {
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['shop-prd'] }],
        },
      },
    ]);
  });

  test('label of agents is the one that the cloud gives them', () => {
    const { script, manifest } = controllerOf('  kubernetes: {name: ci}');
    const { key, value } = script('agents').podLabel;
    const { podSelector, policyTypes, ingress } = manifest('NetworkPolicy/ci-agents').spec;
    expect(podSelector).toEqual({ matchLabels: { [key]: value.value } });
    expect([policyTypes, ingress]).toEqual([['Ingress', 'Egress'], undefined]);
  });

  interface Rule {
    readonly to?: readonly { readonly ipBlock?: { readonly cidr: string; readonly except?: string[] } }[];
    readonly ports?: readonly { readonly port: number }[];
  }
  const egressOf = (settings: string, policy: string): readonly Rule[] =>
    controllerOf(settings, { environments, application }).manifest(`NetworkPolicy/${policy}`).spec.egress;
  const portsOutside = (settings: string, policy: string) =>
    egressOf(settings, policy)
      .filter(({ to }) => to?.some(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0'))
      .flatMap(({ ports = [] }) => ports.map(({ port }) => port));

  test('lets agents and the controller reach the usual ports, and those that the specs name', () => {
    const settings = `  seed: {repository: "ssh://git@git.example.com:7999/a/b.git"}
  realm: {type: ldap, ldap: {server: "ldaps://ldap.example.com"}}
  mail: {host: smtp.example.com, port: 587}
  registry: {push: "r.example.com:5000/x", base: "git.example.com:a"}`;
    for (const policy of ['jenkins', 'jenkins-agents']) {
      expect(portsOutside('', policy)).toEqual([22, 80, 443]);
      expect(portsOutside(settings, policy)).toEqual([22, 80, 443, 587, 636, 5000, 7999]);
    }
  });

  test('lets agents reach the registries that components publish to', () => {
    const build = `project: shop
components: [{name: web, publish: [{type: npm, url: "https://npm.example.com:8443/x", credentials: seed-job-key}]}]
`;
    const rules: readonly Rule[] = controllerOf('', { build }).manifest('NetworkPolicy/jenkins-agents').spec
      .egress;
    expect(rules.flatMap(({ ports = [] }) => ports.map(({ port }) => port))).toContain(8443);
  });

  test('keeps the metadata of the machine from everybody', () => {
    for (const policy of ['jenkins', 'jenkins-agents']) {
      const blocks = egressOf('', policy).flatMap(({ to = [] }) =>
        to.flatMap(({ ipBlock }) => ipBlock ?? []),
      );
      expect(blocks.find(({ cidr }) => cidr === '0.0.0.0/0')?.except).toEqual(['169.254.0.0/16']);
    }
  });

  test('lets the controller and what deploys reach the API of Kubernetes, and no other agent', () => {
    const reachesApi = (policy: string) =>
      egressOf('', policy).some(
        ({ to, ports = [] }) => to === undefined && ports.some(({ port }) => port === 6443),
      );
    expect(reachesApi('jenkins')).toBe(true);
    expect(reachesApi('jenkins-deploy')).toBe(true);
    expect(reachesApi('jenkins-agents')).toBe(false);
    expect(controllerOf('').manifest('NetworkPolicy/jenkins-deploy').spec.podSelector).toEqual({
      matchLabels: { 'bitesize/agent-of': 'jenkins', 'bitesize/agent': 'deploy' },
    });
  });

  test('lets through what the settings add', () => {
    const rules = '{cidr: 10.20.0.0/16, ports: [5432]}, {namespace: databases}, {}';
    const settings = `  kubernetes: {network: {egress: [${rules}]}}`;
    expect(egressOf(settings, 'jenkins-agents')).toEqual(
      expect.arrayContaining([
        { to: [{ ipBlock: { cidr: '10.20.0.0/16' } }], ports: [{ protocol: 'TCP', port: 5432 }] },
        { to: [namespaceNamed('databases')] },
        {},
      ]),
    );
  });

  test('is open where the settings say so', () => {
    const { manifests } = controllerOf('  kubernetes: {network_policy: false}');
    expect(manifests.map(({ kind }) => kind)).not.toContain('NetworkPolicy');
  });
});

describe('the apt server', () => {
  test('has a Service whose name Jenkins cannot have', () => {
    expect(controllerOf('  apt: {enabled: true}\n  kubernetes: {name: apt}').messages).toEqual([
      '4: controller/duplicate: Service `apt` is defined twice',
    ]);
  });

  test('is there when a component keeps packages, and only then', () => {
    const build = (location: string) => ({
      build: `project: shop\ncomponents: [{name: a, artifacts: [{location: "${location}"}]}]\n`,
    });
    const kinds = (specs: Record<string, string>) =>
      controllerOf('', specs).manifests.map(({ metadata }) => metadata.name);
    expect(kinds(build('out/*.deb'))).toContain('apt');
    expect(kinds(build('out/*.jar'))).not.toContain('apt');
    expect(kinds({})).not.toContain('apt');
  });
});

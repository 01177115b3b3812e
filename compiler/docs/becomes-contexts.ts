import type { JsonValue } from '../../schema/schema-node.ts';
import { fieldsOnlyOf } from '../check/field-uses.ts';
import { type ServiceRole, serviceFields } from '../check/service-fields.ts';

/** What the sample project must have besides, so that a field counts. */
export interface Context {
  /** The anchors of the fields start so. */
  readonly prefix: string;
  /** Fields to set, by anchor; lists on the way have one item. */
  readonly set: Readonly<Record<string, JsonValue>>;
}

const service = 'environments.environments.services';
const realm = 'jenkins.jenkins.realm';

/** Fields that mean something for one kind of third-party service alone are shown in a service of that kind. */
function services(type: string, role: ServiceRole): readonly Context[] {
  return fieldsOnlyOf(serviceFields, role).map((name) => ({
    prefix: `${service}.${name}`,
    set: { [service]: [{ name: 'web', type, ...(required[type] ?? {}) }] },
  }));
}

const required: Readonly<Record<string, { readonly [key: string]: JsonValue }>> = {
  helmChart: { chart: 'redis', repo: 'https://charts.example.com' },
  serviceentry: {
    hosts: ['www.example.com'],
    service_entry_ports: [{ number: 443, protocol: 'HTTPS', name: 'https' }],
  },
  cron: { application: 'web', schedule: '5 4 * * *' },
};

const ownDockerfile = [{ name: 'web', build: { component: 'web' } }];
const forgeCredentials = [
  { id: 'github-api', type: 'username-password' },
  { id: 'gitlab-api', type: 'secret-text' },
  { id: 'npm-token', type: 'secret-text' },
  { id: 'review-key', type: 'ssh-key' },
];
const onGithub = { git: 'https://github.com/example/web.git', branch: 'main', credentials: 'github-api' };
const gitlab = {
  name: 'company-gitlab',
  type: 'gitlab',
  url: 'https://gitlab.example.com',
  credentials: 'gitlab-api',
};
const review = {
  name: 'review',
  type: 'gerrit',
  url: 'https://review.example.com',
  credentials: 'review-key',
  user: 'jenkins',
};
const blueGreen = { method: 'bluegreen', active: 'blue' };
const configVolume = [{ name: 'settings', path: '/etc/web', type: 'configmap' }];

const agentWithMaven = [
  {
    name: 'generic',
    containers: [{ name: 'maven', image: 'maven:3.9', command: ['sleep'], args: ['infinity'] }],
  },
];

/** The contexts; for each field the last one counts whose prefix fits. */
export const contexts: readonly Context[] = [
  { prefix: 'build.components.build', set: { 'build.components.build': [{ gradle: {}, tasks: 'build' }] } },
  {
    prefix: 'build.components.build.gradle',
    set: { 'build.components.build': [{ gradle: { tasks: 'build' } }] },
  },
  { prefix: 'build.components.build.shell', set: {} },
  { prefix: 'build.components.build.debian_package', set: {} },
  { prefix: 'application.applications.build', set: { 'application.applications': ownDockerfile } },
  { prefix: 'jenkins.jenkins.registry.builder', set: { 'application.applications': ownDockerfile } },
  { prefix: `${service}.image`, set: { [service]: [{ name: 'web' }] } },
  {
    prefix: 'build.components.pull_requests',
    set: {
      'jenkins.jenkins.credentials': forgeCredentials,
      'build.components.repository': onGithub,
      'build.components.env': [{ name: 'NPM_TOKEN', credentials: 'npm-token' }],
      'build.components.pull_requests': { credentials: 'github-api', marker: 'package.json' },
    },
  },
  {
    prefix: 'build.components.pull_requests.server',
    set: {
      'jenkins.jenkins.credentials': forgeCredentials,
      'jenkins.jenkins.forges': [gitlab],
      'build.components.repository': { ...onGithub, forge: 'gitlab' },
      'build.components.pull_requests': { marker: 'package.json' },
    },
  },
  {
    prefix: 'build.components.pull_requests.environment',
    set: {
      'jenkins.jenkins.credentials': forgeCredentials,
      'application.applications': [{ name: 'web', build: { component: 'web' } }],
      'build.components.repository': onGithub,
      'build.components.pull_requests': { credentials: 'github-api', marker: 'package.json' },
      'environments.environments': [{ name: 'Preview', services: [{ name: 'web', application: 'web' }] }],
    },
  },
  {
    prefix: 'build.components.repository.forge',
    set: { 'jenkins.jenkins.pipeline': { webhook: true } },
  },
  {
    prefix: 'jenkins.jenkins.forges',
    set: { 'jenkins.jenkins.credentials': forgeCredentials, 'jenkins.jenkins.forges': [gitlab] },
  },
  ...['port', 'user', 'email'].map((field) => ({
    prefix: `jenkins.jenkins.forges.${field}`,
    set: { 'jenkins.jenkins.credentials': forgeCredentials, 'jenkins.jenkins.forges': [review] },
  })),
  { prefix: 'build.components.container', set: { 'jenkins.jenkins.agents': agentWithMaven } },
  {
    prefix: 'build.components.build.container',
    set: { 'build.components.build': [{ shell: 'mvn verify' }], 'jenkins.jenkins.agents': agentWithMaven },
  },
  { prefix: 'build.components.build.image', set: {} },
  { prefix: 'jenkins.jenkins.caches', set: { 'build.components.caches': ['npm'] } },
  {
    prefix: 'jenkins.jenkins.agents.containers',
    set: { 'jenkins.jenkins.agents': [{ name: 'generic', allowed_jobs: ['web'] }] },
  },
  {
    prefix: 'build.components.publish.version',
    set: {
      'build.components.publish': [
        { type: 'file', location: 'out/*.zip', url: 'https://nexus.example.com/raw/', credentials: 'nexus' },
      ],
    },
  },
  ...services('helmChart', 'helm-chart'),
  ...services('serviceentry', 'service-entry'),
  ...services('cron', 'cron'),
  { prefix: `${service}.deployment.custom_urls`, set: { [`${service}.deployment`]: blueGreen } },
  { prefix: `${service}.volumes.items`, set: { [`${service}.volumes`]: configVolume } },
  {
    prefix: `${service}.hpa.metric.target_average_value`,
    set: {
      [`${service}.hpa`]: {
        min_replicas: 2,
        max_replicas: 5,
        metric: { name: 'requests', target_average_value: '50' },
      },
    },
  },
  {
    prefix: `${service}.liveness_probe.handler.exec`,
    set: { [`${service}.liveness_probe`]: { handler: { exec: { command: ['true'] } } } },
  },
  {
    prefix: `${service}.liveness_probe.handler.tcp_socket`,
    set: { [`${service}.liveness_probe`]: { handler: { tcp_socket: { port: 81 } } } },
  },
  {
    prefix: 'environments.environments.gists',
    set: { [`${service}.volumes`]: [{ name: 'web-config', path: '/etc/web', type: 'configmap' }] },
  },
  {
    prefix: `${realm}.ldap`,
    set: { [realm]: { type: 'ldap', ldap: { server: 'ldaps://ldap.example.com', secret: 'directory' } } },
  },
  {
    prefix: `${realm}.oidc`,
    set: {
      [realm]: {
        type: 'oidc',
        oidc: {
          well_known_url: 'https://id.example.com/.well-known/openid-configuration',
          client_id: 'ci',
          secret: 'login',
        },
      },
    },
  },
  {
    prefix: 'jenkins.jenkins.authorization.matrix',
    set: {
      'jenkins.jenkins.authorization': {
        strategy: 'matrix',
        matrix: [{ user: 'admin', permissions: ['Overall/Administer'] }],
      },
    },
  },
  {
    prefix: 'jenkins.jenkins.pipeline',
    set: {
      'environments.environments': [
        {
          name: 'development',
          services: [{ name: 'web', application: 'web' }],
          tests: [
            {
              name: 'smoke',
              repository: 'git@github.com:example/tests.git',
              commands: [{ shell: './smoke.sh' }],
            },
          ],
        },
        {
          name: 'production',
          deployment: { mode: 'manual' },
          services: [{ name: 'web', application: 'web' }],
        },
      ],
    },
  },
  {
    prefix: 'jenkins.jenkins.environments.storage_classes',
    set: { [`${service}.volumes`]: [{ name: 'data', path: '/data', size: '1Gi', modes: 'ReadWriteMany' }] },
  },
  { prefix: 'jenkins.jenkins.environments.tls_secret', set: { [`${service}.ssl`]: true } },
  {
    prefix: 'environments.environments.deployment.active',
    set: { 'environments.environments.deployment': blueGreen },
  },
  {
    prefix: 'environments.environments.deployment.method',
    set: { 'environments.environments.deployment': blueGreen },
  },
  { prefix: `${service}.env.secret`, set: { [`${service}.env`]: [{ value: 'database/password' }] } },
  { prefix: `${service}.env.pod_field`, set: { [`${service}.env`]: [{ name: 'NODE' }] } },
  {
    prefix: 'jenkins.jenkins.authorization.matrix.group',
    set: {
      'jenkins.jenkins.authorization': {
        strategy: 'matrix',
        matrix: [{ permissions: ['Overall/Administer'] }],
      },
    },
  },
  { prefix: `${realm}.type`, set: { [realm]: { ldap: { server: 'ldaps://ldap.example.com' } } } },
  ...['username', 'username_key', 'password_key'].map((name) => ({
    prefix: `jenkins.jenkins.credentials.${name}`,
    set: { 'jenkins.jenkins.credentials': [{ id: 'nexus', type: 'username-password', secret: 'nexus' }] },
  })),
  {
    prefix: 'jenkins.jenkins.credentials.file_name',
    set: {
      'jenkins.jenkins.credentials': [{ id: 'settings', type: 'secret-file', secret: 'settings', key: 'a' }],
    },
  },
];

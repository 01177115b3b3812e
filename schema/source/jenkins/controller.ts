import { choice, item, list, part, text } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** The controller as a whole. */
export const controller: Definitions = {
  Jenkins: {
    description: 'The Jenkins of a project.',
    fields: {
      lts: text('LTS line of Jenkins. It decides which plugin versions fit.', {
        pattern: patterns.ltsLine,
        default: '2.568',
        examples: ['2.568'],
        since: '0.1.0',
      }),
      version: text('Version of the Jenkins core.', {
        pattern: patterns.jenkinsVersion,
        default: '2.568.2',
        examples: ['2.568.2'],
        since: '0.1.0',
      }),
      image: text('Base image of the controller. It becomes the FROM line of its Dockerfile.', {
        without: '`jenkins/jenkins:<version>-jdk21`',
        examples: ['registry.example.com/jenkins:2.568.2-jdk21'],
        since: '0.1.0',
      }),
      url: text('Address of Jenkins, as people and webhooks use it.', {
        without: 'the host of `kubernetes.ingress`, otherwise the address of the Service in the cluster',
        examples: ['https://ci.example.com/'],
        since: '0.1.0',
      }),
      admin_email: text('Address of the administrator. Jenkins sends its mails from it.', {
        without: 'not set',
        examples: ['ci@example.com'],
        since: '0.1.0',
      }),
      system_message: text('Text on the front page.', {
        without: 'a sentence that names the project and says that the configuration is generated',
        examples: ['Builds of the sample project'],
        since: '0.1.0',
      }),
      time_zone: text('Time zone of the controller, which cron schedules use.', {
        pattern: patterns.timeZone,
        default: 'UTC',
        examples: ['Europe/Berlin'],
        since: '0.1.0',
      }),
      folder: text('Folder that holds all generated jobs.', {
        without: 'no folder: the jobs are at the top level',
        examples: ['sample-app'],
        since: '0.1.0',
      }),
      admin: part('Admin', 'The administrator, whose name and password are in a Secret.', {
        default: {},
        examples: [{ secret: 'jenkins-admin' }],
        since: '0.1.0',
      }),
      users: list("Further users of Jenkins' own user database.", {
        of: 'User',
        default: [],
        examples: [[{ name: 'alice', full_name: 'Alice Example', email: 'alice@example.com' }]],
        since: '0.1.0',
      }),
      authorization: part('Authorization', 'Who may do what.', {
        default: {},
        examples: [
          {
            strategy: 'matrix',
            matrix: [{ group: 'authenticated', permissions: ['Overall/Read', 'Job/Read', 'Job/Build'] }],
          },
        ],
        since: '0.1.0',
      }),
      owners: list(
        'Who the project belongs to: the users and groups that see its folder on a shared controller, and start and end its builds. A Jenkins of its own asks `authorization`.',
        {
          of: 'Owner',
          default: [],
          examples: [[{ group: 'shop-team' }, { user: 'alice', permissions: ['Job/Read'] }]],
          since: '0.1.0',
        },
      ),
      content_security_policy: choice(
        'What browsers do with scripts in pages of Jenkins that none of its files brings. The pages of the generated jobs have none; those of further plugins may. It takes Jenkins 2.541 or newer.',
        {
          values: {
            enforce: 'They do not run.',
            report: 'They run, and Jenkins lists them for its administrators.',
          },
          default: 'enforce',
          examples: ['report'],
          since: '0.1.0',
        },
      ),
      realm: part('Realm', 'Where users come from.', {
        default: {},
        examples: [{ type: 'ldap', ldap: { server: 'ldaps://ldap.example.com' } }],
        since: '0.1.0',
      }),
      seed: part('Seed', 'Where the Job DSL of the jobs comes from.', {
        default: {},
        examples: [{ mode: 'repository', repository: 'git@github.com:example/specs.git' }],
        since: '0.1.0',
      }),
      agents: list(
        'Pod templates for agents. An agent called `generic`, `dind` or `deploy` takes the place of the default of that name; others are added. Jobs that deploy run on `deploy`, the only one whose service account may change the environments.',
        {
          of: 'Agent',
          default: [
            { name: 'generic', label: 'generic', image: 'jenkins/inbound-agent:3385.vf1123fb_515da_-1' },
            {
              name: 'dind',
              label: 'dind',
              image: 'jenkins/inbound-agent:3385.vf1123fb_515da_-1',
              containers: [{ name: 'docker', image: 'docker:28-dind', privileged: true }],
            },
            {
              name: 'deploy',
              label: 'deploy',
              image: 'jenkins/inbound-agent:3385.vf1123fb_515da_-1',
              service_account: 'jenkins-deploy',
              containers: [{ name: 'kubectl', image: 'alpine/k8s:1.34.1', command: ['sleep', 'infinity'] }],
            },
          ],
          examples: [[{ name: 'generic', image: 'registry.example.com/agent:1.0' }]],
          since: '0.1.0',
        },
      ),
      credentials: list(
        'Credentials of Jenkins; each one takes its values from a Secret. `seed-job-key` is always there: an entry with that id takes the place of the default.',
        {
          of: 'Credential',
          default: [
            {
              id: 'seed-job-key',
              type: 'ssh-key',
              description: 'Private key for the git repositories',
              username: 'git',
              secret: 'seed-job-key',
              key: 'GIT_PRIVATE_KEY',
            },
          ],
          examples: [[{ id: 'npm-token', type: 'secret-text', secret: 'npm', key: 'token' }]],
          since: '0.1.0',
        },
      ),
      known_hosts: list(
        'Public keys of git servers, one line of a known_hosts file each: each host of an SSH URL needs one. The list takes the place of the default, the keys that github.com, gitlab.com and bitbucket.org publish (2026-11-29).',
        {
          of: item.text(),
          default: [
            'github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
            'gitlab.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAfuCHKVTjquxvt6CM6tdG4SLp1Btn/nOeHHE5UOzRdf',
            'bitbucket.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIazEu89wgQZ4bqs3d63QSMzYVa0MuJ2e2gKTKqu+UUO',
          ],
          examples: [
            [
              'git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
            ],
          ],
          since: '0.1.0',
        },
      ),
      env: list('Environment variables of all builds.', {
        of: 'GlobalVariable',
        default: [],
        examples: [[{ name: 'REGION', value: 'eu-west-1' }]],
        since: '0.1.0',
      }),
      views: list('List views of jobs.', {
        of: 'View',
        default: [],
        examples: [[{ name: 'Images', regex: '.*-docker-image' }]],
        since: '0.1.0',
      }),
      plugins: list(
        'Plugins beyond those that the specs need, and pins of versions. They become lines of plugins.txt.',
        {
          of: 'Plugin',
          default: [],
          examples: [[{ id: 'prometheus', why: 'scraped by the monitoring of the cluster' }]],
          since: '0.1.0',
        },
      ),
      forges: list(
        "Servers that repositories are on and that pull requests are built of. They become entries of the plugins' settings; github.com and bitbucket.org need none.",
        {
          of: 'Forge',
          default: [],
          examples: [
            [
              {
                name: 'company-gitlab',
                type: 'gitlab',
                url: 'https://gitlab.example.com',
                credentials: 'gitlab-api',
              },
            ],
          ],
          since: '0.1.0',
        },
      ),
      mail: part('Mail', 'Mail server for notifications.', {
        without: 'no mail server',
        examples: [{ host: 'smtp.example.com', port: 587, tls: true }],
        since: '0.1.0',
      }),
      slack: part('Slack', 'The workspace of Slack for notifications.', {
        without: 'no Slack',
        examples: [{ workspace: 'acme', credentials: 'slack-token' }],
        since: '0.1.0',
      }),
      kubernetes: part('Kubernetes', 'How the controller runs on Kubernetes.', {
        default: {},
        examples: [{ namespace: 'sample-jenkins', ingress: { host: 'ci.example.com' } }],
        since: '0.1.0',
      }),
      apt: part('Apt', 'The apt repository that components publish Debian packages to.', {
        default: {},
        examples: [{ enabled: true, size: '20Gi' }],
        since: '0.1.0',
      }),
      registry: part('Registry', 'The registries of container images.', {
        default: {},
        examples: [{ push: 'registry.example.com', base: 'registry.example.com/base' }],
        since: '0.1.0',
      }),
      caches: part('Caches', 'The volume that keeps the `caches` of components between builds.', {
        default: {},
        examples: [{ size: '50Gi', access: 'ReadWriteMany', class: 'nfs' }],
        since: '0.1.0',
      }),
      pipeline: part('Pipeline', 'Policies of the generated jobs.', {
        default: {},
        examples: [{ tests: 'gate', approval: { submitters: ['alice'], timeout_minutes: 1440 } }],
        since: '0.1.0',
      }),
      limits: part('Limits', 'Bounds and defaults for the resources of services.', {
        default: {},
        examples: [{ max_replicas: 20, max_memory: '4096Mi' }],
        since: '0.1.0',
      }),
      environments: part('EnvironmentSettings', 'Settings of the Kubernetes objects of all environments.', {
        default: {},
        examples: [{ ingress_class: 'nginx', create_namespaces: true }],
        since: '0.1.0',
      }),
      job_dsl: list("The project's own Job DSL files, which are applied after the generated ones.", {
        of: 'JobDslFile',
        default: [],
        examples: [[{ file: 'jobs/nightly.groovy' }]],
        since: '0.1.0',
      }),
      configuration_as_code: list(
        "The project's own files of Configuration as Code, which are applied at each start after the generated scripts. What they set wins over the fields of this spec; a file that the plugin refuses stops the start.",
        {
          of: 'CascFile',
          default: [],
          examples: [[{ file: 'casc/slack.yaml', plugins: [{ id: 'slack' }] }]],
          since: '0.1.0',
        },
      ),
      init_scripts: list(
        "The project's own Groovy scripts, which run at each start after all others, in this order, with all rights. One that fails stops the start.",
        {
          of: 'InitScriptFile',
          default: [],
          examples: [[{ file: 'init/quiet-period.groovy' }]],
          since: '0.1.0',
        },
      ),
      job_xml: list('XML fragments that are put into generated jobs, for what the specs cannot say.', {
        of: 'JobXml',
        default: [],
        examples: [
          [
            {
              job: 'web',
              at: 'publishers',
              xml: '<hudson.plugins.chucknorris.CordellWalkerRecorder/>',
              plugins: [{ id: 'chucknorris' }],
            },
          ],
        ],
        since: '0.1.0',
      }),
    },
    examples: [
      {
        url: 'https://ci.example.com/',
        admin_email: 'ci@example.com',
        seed: { mode: 'repository', repository: 'git@github.com:example/specs.git' },
      },
    ],
  },
};

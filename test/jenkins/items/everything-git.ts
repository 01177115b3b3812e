import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

const allPermissions = [
  'hudson.model.Item.Delete',
  'hudson.model.Item.Configure',
  'hudson.model.Item.Read',
  'hudson.model.Item.Discover',
  'hudson.model.Item.Build',
  'hudson.model.Item.Workspace',
  'hudson.model.Item.Cancel',
  'hudson.model.Item.Release',
  'hudson.model.Item.ExtendedRead',
  'hudson.model.Run.Delete',
  'hudson.model.Run.Update',
  'hudson.scm.SCM.Tag',
  'hudson.model.Item.Create',
  'hudson.model.Item.Move',
  'hudson.model.Run.Replay',
  'hudson.model.Run.Artifacts',
  'hudson.model.View.Create',
  'hudson.model.View.Delete',
  'hudson.model.View.Configure',
  'hudson.model.View.Read',
  'com.cloudbees.plugins.credentials.CredentialsProvider.Create',
  'com.cloudbees.plugins.credentials.CredentialsProvider.Delete',
  'com.cloudbees.plugins.credentials.CredentialsProvider.ManageDomains',
  'com.cloudbees.plugins.credentials.CredentialsProvider.Update',
  'com.cloudbees.plugins.credentials.CredentialsProvider.View',
];

/** The jobs of everything.groovy that show git, properties and fragments. */
export const everythingGit: readonly Item[] = [
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'app-git-short',
    first: ['scm'],
    scm: node({
      kind: 'git',
      remotes: [node({ url: 'https://github.com/example/app.git' })],
      branches: ['develop'],
      extensions: [node({ kind: 'per-build-tag' })],
    }),
    logRotation: node({ daysToKeep: 14, numToKeep: 10 }),
    authenticationToken: 's3cr3t',
    jdk: 'jdk8',
    checkoutRetryCount: 3,
    disabled: true,
    keepDependencies: true,
    blockOnUpstream: true,
    blockOnDownstream: true,
    properties: [
      node({
        kind: 'authorization',
        permissions: [
          node({ permission: 'hudson.model.Item.Read', who: 'dev' }),
          ...allPermissions.map((permission) => node({ permission, who: 'admin' })),
        ],
      }),
      node({ kind: 'weight', weight: 2 }),
      node({ kind: 'delivery-pipeline', stage: 'Build', task: 'compile' }),
      node({ kind: 'throttle', perNode: 1, total: 2, categories: ['cat-1'] }),
      node({
        kind: 'notifications',
        endpoints: [node({ url: 'http://hook.example.com', event: 'all', timeout: 10_000 })],
      }),
    ],
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'app-git-ext',
    scm: node({
      kind: 'git',
      remotes: [
        node({
          url: 'git@github.com:example/app.git',
          credentials: 'c1',
          refspec: '+refs/pull/*:refs/remotes/origin/pr/*',
        }),
      ],
      branches: ['*/main', '*/release'],
      browser: node({ kind: 'git-web', url: 'https://github.com/example/app' }),
      extensions: [
        node({ kind: 'clean-before-checkout' }),
        node({ kind: 'wipe-out-workspace' }),
        node({ kind: 'relative-target-directory', directory: 'src' }),
        node({ kind: 'local-branch', branch: 'main' }),
        node({
          kind: 'clone-options',
          shallow: true,
          depth: 1,
          noTags: true,
          honorRefspec: true,
          timeout: 20,
        }),
        node({ kind: 'submodule-options', recursive: true, parentCredentials: true }),
        node({ kind: 'per-build-tag' }),
        node({ kind: 'prune-branches' }),
        node({ kind: 'ignore-notify-commit' }),
        node({ kind: 'merge-options', remote: 'origin', branch: 'develop' }),
      ],
    }),
    properties: [node({ kind: 'github-project', url: 'https://github.com/example/app/' })],
    triggers: [
      node({ kind: 'github-push' }),
      node({ kind: 'bitbucket-push' }),
      node({ kind: 'gitlab-push' }),
      node({ kind: 'scm-poll', schedule: 'H/5 * * * *', ignorePostCommitHooks: true }),
    ],
    fragments: [
      node({
        at: 'properties',
        xml: { name: 'my.Prop', attributes: { plugin: 'x@1' }, content: [{ name: 'a', content: '1' }] },
      }),
      node({
        at: 'builders',
        xml: { name: 'hudson.tasks.Shell', content: [{ name: 'command', content: 'from configure' }] },
      }),
    ],
  }),
];

import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

/** The freestyle jobs of everything.groovy that show parameters, wrappers, builders and publishers. */
export const everythingFreestyle: readonly Item[] = [
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'team/app-build',
    displayName: 'App build',
    description: 'Builds <app> & "docs"',
    label: 'generic && linux',
    logRotation: node({ daysToKeep: 30, numToKeep: 20, artifactDaysToKeep: 7, artifactNumToKeep: 5 }),
    quietPeriod: 5,
    concurrentBuild: true,
    customWorkspace: '/data/ws/app',
    properties: [
      node({ kind: 'block-on', jobs: ['other-job', 'team/.*-deploy'] }),
      node({
        kind: 'environment',
        variables: [
          node({ name: 'APP', value: 'app' }),
          node({ name: 'FOO', value: 'bar baz' }),
          node({ name: 'EMPTY', value: '' }),
        ],
        keepBuildVariables: true,
      }),
      node({
        kind: 'parameters',
        parameters: [
          node({ kind: 'string', name: 'VERSION', defaultValue: '1.0', description: 'Version to build' }),
          node({ kind: 'choice', name: 'ENV', choices: ['dev', 'stg', 'prd'], description: 'Target' }),
          node({ kind: 'boolean', name: 'DRY_RUN', defaultValue: true, description: 'Dry run?' }),
          node({ kind: 'text', name: 'NOTES', defaultValue: 'a\nb', description: 'notes' }),
          node({ kind: 'non-stored-password', name: 'SECRET', description: 'secret' }),
          node({
            kind: 'credentials',
            name: 'CREDS',
            type: 'com.cloudbees.plugins.credentials.common.StandardCredentials',
            required: true,
            defaultValue: 'abc',
            description: 'creds',
          }),
        ],
      }),
      node({ kind: 'github-project', url: 'https://github.com/example/app' }),
    ],
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'app-scm',
    // What the script says about a Gradle step lands on the job.
    description: 'run tests',
    queue: true,
    scm: node({
      kind: 'git',
      remotes: [node({ name: 'origin', url: 'git@github.com:example/app.git', credentials: 'seed-job-key' })],
      branches: ['refs/heads/master'],
    }),
    triggers: [
      node({ kind: 'scm-poll', schedule: '* * * * *' }),
      node({ kind: 'cron', schedule: 'H 2 * * *' }),
      node({ kind: 'upstream', jobs: ['a-job', 'b-job'], threshold: 'SUCCESS' }),
    ],
    wrappers: [
      node({ kind: 'colorize-output' }),
      node({ kind: 'timestamps' }),
      node({ kind: 'timeout', minutes: 30 }),
      node({ kind: 'pre-build-cleanup' }),
      node({
        kind: 'credentials-binding',
        bindings: [
          node({ kind: 'string', variable: 'TOKEN', credentials: 'token-id' }),
          node({
            kind: 'username-password',
            usernameVariable: 'USER',
            passwordVariable: 'PASS',
            credentials: 'up-id',
          }),
          node({ kind: 'username-colon-password', variable: 'UP', credentials: 'up2-id' }),
          node({ kind: 'file', variable: 'KUBECONFIG', credentials: 'kube-id' }),
        ],
      }),
      node({ kind: 'environment', variables: [node({ name: 'A', value: 'b' })] }),
      node({ kind: 'build-name', template: '#${BUILD_NUMBER}-${ENV}' }),
      node({ kind: 'ssh-agent', credentials: ['deploy-key'] }),
      node({ kind: 'mask-passwords' }),
    ],
    builders: [
      node({
        kind: 'environment',
        variables: [node({ name: 'ONE', value: '1' }), node({ name: 'TWO', value: 'two words' })],
      }),
      node({ kind: 'shell', script: '#!/bin/bash\nset -e\necho "hello <world> & \'you\'"\n' }),
      node({ kind: 'shell', script: 'make' }),
      node({ kind: 'gradle', tasks: 'clean build', switches: '--info', useWrapper: true }),
      node({ kind: 'gradle', tasks: 'test', switches: '-q', useWrapper: true }),
      node({ kind: 'system-groovy', script: 'println 1' }),
      node({ kind: 'groovy', script: 'println 2' }),
      node({ kind: 'maven', goals: '-B clean install' }),
      node({
        kind: 'trigger',
        triggers: [
          node({
            jobs: ['deploy'],
            currentBuild: true,
            predefined: [node({ name: 'V', value: '$VERSION' })],
            block: node({ buildStepFailure: 'FAILURE', failure: 'FAILURE', unstable: 'UNSTABLE' }),
          }),
        ],
      }),
      node({
        kind: 'copy-artifacts',
        job: 'seed-job',
        include: ['application.bitesize'],
        from: { kind: 'workspace' },
      }),
    ],
    publishers: [
      node({ kind: 'archive-artifacts', patterns: ['build/libs/*.jar'] }),
      node({
        kind: 'archive-artifacts',
        patterns: ['dist/*.deb', 'dist/*.rpm'],
        excludes: ['tmp/**'],
        allowEmpty: true,
        onlyIfSuccessful: true,
        fingerprint: true,
        defaultExcludes: false,
      }),
      node({ kind: 'archive-junit', results: '**/TEST-*.xml', allowEmptyResults: true }),
      node({ kind: 'downstream', jobs: ['next-job'], threshold: 'SUCCESS' }),
      node({
        kind: 'downstream-parameterized',
        triggers: [node({ jobs: ['param-next'], condition: 'UNSTABLE_OR_BETTER', currentBuild: true })],
      }),
      node({ kind: 'mailer', recipients: ['dev@example.com'], sendToIndividuals: true }),
      node({
        kind: 'extended-email',
        recipients: ['qa@example.com'],
        triggers: [node({ on: 'failure', to: ['developers', 'recipientList'] })],
      }),
      node({ kind: 'fingerprint', targets: '**/*.jar' }),
      node({ kind: 'ws-cleanup' }),
      node({ kind: 'publish-html', reports: [node({ directory: 'reports', name: 'Rep' })] }),
    ],
  }),
];

import type { Builder } from '../builders.ts';
import type { Publisher } from '../publishers.ts';
import type { CredentialsBinding, Wrapper } from '../wrappers.ts';
import { type PluginUses, use } from './plugin-use.ts';

const WRAPPERS = 'helpers.wrapper.WrapperContext';
const STEPS = 'helpers.step.StepContext';
const PUBLISHERS = 'helpers.publisher.PublisherContext';
const environment = 'jobs set environment variables';
const trigger = 'jobs start other jobs with parameters';
const groovy = 'jobs run Groovy scripts';

/** What wrappers need. */
export const wrapperUses: PluginUses<Wrapper> = {
  'colorize-output': use(WRAPPERS, 'colorizeOutput', 'jobs show colours in their output'),
  timestamps: use(WRAPPERS, 'timestamps', 'jobs show the time of each line'),
  'pre-build-cleanup': use(WRAPPERS, 'preBuildCleanup', 'jobs clean their workspace before a build'),
  'mask-passwords': use(WRAPPERS, 'maskPasswords', 'jobs hide passwords in their output'),
  timeout: use(WRAPPERS, 'timeout', 'jobs stop after a time limit'),
  'credentials-binding': use(WRAPPERS, 'credentialsBinding', 'jobs read credentials as variables'),
  environment: use(WRAPPERS, 'environmentVariables', environment),
  'build-name': use(WRAPPERS, 'buildName', 'jobs name their builds'),
  'ssh-agent': use(WRAPPERS, 'sshAgent', 'jobs use ssh keys'),
};

/** What secrets in variables need. */
export const bindingUses: PluginUses<CredentialsBinding> = {
  string: 'core',
  file: 'core',
  'username-colon-password': 'core',
  'username-password': use(
    'helpers.wrapper.CredentialsBindingContext',
    'usernamePassword',
    'jobs read a user and a password as variables',
  ),
};

/** What build steps need. */
export const builderUses: PluginUses<Builder> = {
  environment: use(STEPS, 'environmentVariables', environment),
  shell: 'core',
  gradle: use(STEPS, 'gradle', 'jobs run Gradle'),
  'system-groovy': use(STEPS, 'systemGroovyCommand', groovy),
  groovy: use(STEPS, 'groovyCommand', groovy),
  maven: 'core',
  trigger: use(STEPS, 'downstreamParameterized', trigger),
  'copy-artifacts': use(STEPS, 'copyArtifacts', 'jobs copy artifacts of other jobs'),
};

/** What publishers need. */
export const publisherUses: PluginUses<Publisher> = {
  'archive-artifacts': 'core',
  'archive-junit': use(PUBLISHERS, 'archiveJunit', 'jobs publish test results'),
  downstream: 'core',
  'downstream-parameterized': use(PUBLISHERS, 'downstreamParameterized', trigger),
  mailer: use(PUBLISHERS, 'mailer', 'jobs send mail'),
  'extended-email': use(PUBLISHERS, 'extendedEmail', 'jobs send mail'),
  fingerprint: 'core',
  'ws-cleanup': use(PUBLISHERS, 'wsCleanup', 'jobs clean their workspace after a build'),
  'publish-html': use(PUBLISHERS, 'publishHtml', 'jobs publish HTML reports'),
};

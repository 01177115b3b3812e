import type { GitExtension } from '../git-extensions.ts';
import type { BranchSource } from '../multibranch.ts';
import type { Parameter } from '../parameters.ts';
import type { Definition } from '../pipeline.ts';
import type { Property } from '../properties.ts';
import type { Scm } from '../scm.ts';
import type { Trigger } from '../triggers.ts';
import { type PluginUses, use } from './plugin-use.ts';

const TRIGGERS = 'helpers.triggers.TriggerContext';
const PARAMETERS = 'helpers.BuildParametersContext';
const DEFINITIONS = 'helpers.workflow.WorkflowDefinitionContext';
const script = 'jobs are pipelines';

/** What triggers need. */
export const triggerUses: PluginUses<Trigger> = {
  'scm-poll': 'core',
  cron: 'core',
  upstream: 'core',
  'github-push': use(TRIGGERS, 'githubPush', 'GitHub starts jobs by its webhook'),
  'bitbucket-push': use(TRIGGERS, 'bitbucketPush', 'Bitbucket starts jobs by its webhook'),
  'gitlab-push': use(TRIGGERS, 'gitlabPush', 'GitLab starts jobs by its webhook'),
};

/** What checkouts need. */
export const scmUses: PluginUses<Scm> = {
  git: use('helpers.ScmContext', 'git', 'jobs check out git repositories'),
};

/** What behaviours of a checkout need beyond the git plugin itself. */
export const gitExtensionUses: PluginUses<GitExtension> = {
  'clean-after-checkout': 'core',
  'clean-before-checkout': 'core',
  'disable-remote-poll': 'core',
  'ignore-notify-commit': 'core',
  'per-build-tag': 'core',
  'prune-branches': 'core',
  'wipe-out-workspace': 'core',
  'relative-target-directory': 'core',
  'local-branch': 'core',
  'clone-options': 'core',
  'submodule-options': use(
    'helpers.scm.GitExtensionContext',
    'submoduleOptions',
    'jobs check out git submodules',
  ),
  'merge-options': 'core',
};

/** What parameters need. */
export const parameterUses: PluginUses<Parameter> = {
  string: 'core',
  text: 'core',
  boolean: 'core',
  choice: 'core',
  'non-stored-password': use(PARAMETERS, 'nonStoredPasswordParam', 'jobs ask for passwords'),
  credentials: use(PARAMETERS, 'credentialsParam', 'jobs ask for credentials'),
};

/** What properties need. */
export const propertyUses: PluginUses<Property> = {
  parameters: 'core',
  environment: use('Job', 'environmentVariables', 'jobs set environment variables'),
  'github-project': use(
    'helpers.properties.PropertiesContext',
    'githubProjectUrl',
    'jobs show their GitHub project',
  ),
  'block-on': use('Job', 'blockOn', 'jobs wait for other jobs'),
  authorization: use('Job', 'authorization', 'jobs have permissions of their own'),
  weight: use('Project', 'weight', 'jobs take several executors'),
  'delivery-pipeline': use('Job', 'deliveryPipelineConfiguration', 'jobs stand in a delivery pipeline'),
  throttle: use('Job', 'throttleConcurrentBuilds', 'jobs limit how many builds run at once'),
  notifications: use('Job', 'notifications', 'jobs call webhooks'),
};

/** What the scripts of pipelines need. */
export const definitionUses: PluginUses<Definition> = {
  cps: use(DEFINITIONS, 'cps', script),
  'cps-scm': use(DEFINITIONS, 'cpsScm', script),
};

/** What the sources of multibranch pipelines need. */
export const branchSourceUses: PluginUses<BranchSource> = {
  git: use(
    'helpers.workflow.BranchSourcesContext',
    'git',
    'multibranch pipelines find branches of git repositories',
  ),
  github: use(
    'helpers.workflow.BranchSourcesContext',
    'github',
    'multibranch pipelines find branches on GitHub',
  ),
};

import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import { imageWorkspace } from '../../../model/job-dsl-files.ts';
import type { PluginNeed } from '../../../plugins/resolved-plugin.ts';
import { fromDefault, fromPolicy, fromSeveral, type Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { originsOf } from '../../../text/traced-text.ts';
import { isGithub } from '../../../util/git-url.ts';
import { withoutSlashesAtEnd } from '../../../util/without-slashes.ts';
import { agentCloud, seedsFolder } from '../../hosted-names.ts';
import { type ControllerScope, seedMode } from '../controller-scope.ts';
import { agentEntries } from '../default-entries.ts';
import { seedsFolderGrants } from '../permissions.ts';
import { adminSecret, seedAccount } from './lower-access-scripts.ts';

/** Folder of the image that holds the Job DSL. It is no part of what the image copies into the home directory. */
export const imageJobDslFolder = `${imageWorkspace}/job-dsl`;

/** Name of the job that applies the Job DSL, as in the original. */
export const seedJobName = sourced('seed-job', fromPolicy('The name that the original gave it.'));

/** Returns the scripts that make the jobs: the seed job and its first build, or the Job DSL of the image at once. */
export function lowerJobScripts(scope: ControllerScope): readonly InitScript[] {
  const mode = seedMode(scope.settings);
  const needs = [
    {
      id: 'job-dsl',
      reason: 'makes the jobs from the compiled scripts',
      origin: scope.settings.seed.$.origin,
    },
  ];
  const security: InitScript = {
    kind: 'job-dsl-security',
    name: '50-job-dsl',
    purpose: 'Keeps the security of Job DSL on.',
    origin: fromPolicy(
      'Scripts of a repository run in the sandbox, or after an administrator approved them.',
    ),
    needs,
  };
  if (scope.role === 'shared') return [security, ...seedsFolderScripts(scope)];
  if (mode.value === 'repository') return [security, ...seedScripts(scope)];
  return [
    security,
    {
      kind: 'image-jobs',
      name: '60-jobs',
      purpose: 'Applies the Job DSL that is in the image, and removes the jobs that it no longer makes.',
      origin: fromSeveral([...originsOf(scope.settings.seed.mode), scope.settings.seed.$.origin]),
      needs,
      folder: sourced(imageJobDslFolder, fromPolicy('The Dockerfile puts the Job DSL there.')),
      workspace: sourced(imageWorkspace, fromPolicy('The Dockerfile puts there what the Job DSL reads.')),
    },
  ];
}

/** Returns the scripts of a shared controller on which the seed jobs of its projects stand. */
function seedsFolderScripts(scope: ControllerScope): readonly InitScript[] {
  const grants = seedsFolderGrants();
  const { origin } = seedsFolder;
  const users = fromPolicy(
    'Builds that run as Jenkins itself could start the jobs of every project and read what they made.',
  );
  const folder = { id: 'cloudbees-folder', reason: 'keeps each project in a folder of its own', origin };
  return [
    {
      kind: 'build-users',
      name: '52-build-users',
      purpose: 'Has builds run as users of the folder that they are in.',
      origin: users,
      needs: [{ id: 'credentials', reason: 'keeps the credentials of jobs', origin: users }],
      seeds: seedsFolder,
    },
    {
      kind: 'seeds-folder',
      name: '54-seeds',
      purpose: 'Makes the folder of the seed jobs, which only administrators see.',
      origin,
      needs: [
        folder,
        { id: 'matrix-auth', reason: 'decides permissions by users and groups', origin },
        { id: 'kubernetes', reason: 'starts agents as pods', origin },
      ],
      folder: seedsFolder,
      cloud: agentCloud(scope.project),
      grants,
    },
  ];
}

function seedScripts(scope: ControllerScope): readonly InitScript[] {
  const { seed } = scope.settings;
  const madeByMode = fromSeveral([...originsOf(seed.mode), seed.$.origin]);
  const account = seedAccount(scope);
  const runAsNeed = {
    id: 'authorize-project',
    reason: 'runs the seed job as a user of its own',
    origin: madeByMode,
  };
  return [
    {
      kind: 'run-as',
      name: '52-run-as',
      purpose: 'Lets a job name the user that its builds run as.',
      origin: fromSeveral([
        ...originsOf(seed.mode),
        fromPolicy('Sandboxed Job DSL refuses to run as Jenkins itself.'),
      ]),
      needs: [runAsNeed],
    },
    seedJobScript(scope, genericLabel(scope), [runAsNeed], {
      runAs:
        account === undefined
          ? { kind: 'admin', name: adminSecret(scope).name, origin: scope.settings.realm.type.origin }
          : { kind: 'account', name: account },
    }),
    {
      kind: 'first-build',
      name: '70-first-build',
      purpose: 'Starts the seed job after start-up when it is new or changed.',
      origin: fromSeveral([
        ...originsOf(seed.mode),
        fromPolicy('The queue is emptied during start-up, so a build can only be asked for after it.'),
      ]),
      needs: [],
      job: seedJobName,
    },
  ];
}

/** Returns the script of a seed job that runs on agents with the label. */
export function seedJobScript(
  { settings }: ControllerScope,
  label: Sourced<string>,
  more: readonly PluginNeed<Origin>[],
  rest: Partial<Extract<InitScript, { kind: 'seed-job' }>>,
): InitScript {
  const { seed, pipeline } = settings;
  const { origin } = seed.$;
  const github = seed.webhook.map((webhook) => webhook && isGithub(seed.repository?.value ?? ''));
  return {
    kind: 'seed-job',
    name: '60-seed-job',
    purpose: 'Makes the seed job, or brings it up to date.',
    origin: fromSeveral([...originsOf(seed.mode), origin]),
    needs: [
      { id: 'git', reason: 'checks out the seed repository', origin },
      { id: 'job-dsl', reason: 'makes the jobs from the compiled scripts', origin },
      ...more,
      ...(github.value
        ? [
            {
              id: 'github',
              reason: 'starts jobs when GitHub says that somebody pushed',
              origin: github.origin,
            },
          ]
        : []),
    ],
    job: seedJobName,
    ...(seed.repository === undefined ? {} : { repository: seed.repository }),
    branch: seed.branch.map(branchSpec),
    credentials: seed.credentials,
    targets: seed.path.map((path) => `${withoutSlashesAtEnd(path)}/*.groovy`.replace(/^\/+/, '')),
    label,
    poll: seed.poll,
    webhook: seed.webhook,
    github,
    keepBuilds: pipeline.keep_builds ?? sourced(50, fromDefault('jenkins.pipeline.keep_builds')),
    ...rest,
  };
}

/** Returns the label of the agents of seed jobs, which need git and nothing else. */
export function genericLabel({ settings }: Pick<ControllerScope, 'settings'>): Sourced<string> {
  const generic = agentEntries(settings).find((agent) => agent.name.value === 'generic');
  const label = generic?.label ?? generic?.name;
  return (
    label?.map((text) => text.trim().split(/\s+/)[0] ?? '') ??
    sourced('generic', fromDefault('jenkins.agents'))
  );
}

/** A branch by its full name is never mistaken for a tag or for a branch of another remote. */
function branchSpec(branch: string): string {
  return /^refs\/|[*:]/.test(branch) ? branch : `refs/heads/${branch}`;
}

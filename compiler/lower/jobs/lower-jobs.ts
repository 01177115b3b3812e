import type { Item } from '../../../jenkins/all-items.ts';
import type { ShellBuilder } from '../../../jenkins/builders/shell.ts';
import type { Folder } from '../../../jenkins/items/folder.ts';
import type { FreestyleJob } from '../../../jenkins/items/freestyle.ts';
import type { ListView } from '../../../jenkins/views/list-view.ts';
import type { Column } from '../../../jenkins/views/view-base.ts';
import type { Environment, Test, View as ViewSpec } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { requestJobName } from '../../link/link-requests.ts';
import { itemOf } from '../../link/own-jobs/link-jobs.ts';
import type { Project } from '../../link/project.ts';
import type { ApplicationImage } from '../../model/images/application-image.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import type { PluginNeed } from '../../plugins/resolved-plugin.ts';
import { fromDefault, fromSeveral, type Origin, spanOf } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { plainText } from '../../text/traced-text.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import { agentEntries } from '../controller/default-entries.ts';
import { hostedLabels } from '../hosted-names.ts';
import { type Lowered, noFiles, type RepositoryTexts, type RepositoryTrees } from '../lowered.ts';
import { checkTools } from './agents/missing-tools.ts';
import { checkAgent, checkAllowedJobs, checkLabel } from './check-agent.ts';
import { checkPaths } from './components/check-paths.ts';
import { componentJob } from './components/component-job.ts';
import { componentPipeline } from './components/component-pipeline.ts';
import { isPipeline } from './components/is-pipeline.ts';
import { deployJob } from './deploy-job.ts';
import { environmentPipeline } from './environment-pipeline.ts';
import { imageJob } from './image-job.ts';
import { colourOutput, gitCheckout, logRotation } from './job-parts.ts';
import { folderPath, fullName, type JobScope, seedJobName, testJobName } from './job-scope.ts';
import { checkMessengers, checkNotifications, notifiers } from './notifications.ts';
import { StepUses } from './pipeline-steps.ts';
import { promotionStops } from './promotion-stops.ts';
import { requestJob } from './requests/request-job.ts';
import { resultPublishers } from './results.ts';
import { serviceManage } from './service-manage.ts';
import { checkJobFiles } from './spec-jobs/job-sources.ts';
import { type SpecItems, specItems } from './spec-jobs/spec-jobs.ts';
import { withFragments } from './xml/job-fragments.ts';

/** Returns the list views that the settings ask for. */
function listViews(scope: JobScope): readonly ListView[] {
  return scope.settings.views.map(({ name, description, jobs, regex, columns, $ }) => ({
    kind: 'list-view',
    family: 'views',
    name: fullName(scope, name),
    description: description.value === '' ? undefined : description,
    jobs,
    regex,
    columns: columns.map(({ value }) => columnNames[value]),
    origin: $.origin,
  }));
}

/**
 * Reports names in views that no job has. Jobs of other Job DSL files may have any; Jenkins compares without regard to
 * case, and from the folder that the views are in.
 */
function checkViewJobs(scope: JobScope, jobs: readonly Item[]): void {
  const { views, job_dsl: others, folder } = scope.settings;
  if (others.length > 0) return;
  const prefix = folderPath(scope.settings) === '' ? '' : `${folderPath(scope.settings)}/`;
  const names = jobs.map(({ name }) => plainText(name).slice(prefix.length));
  if (folder === undefined || prefix === '') names.push(seedJobName);
  const known = new Set(names.map((name) => name.toLowerCase()));
  for (const view of views) {
    for (const job of view.jobs) {
      if (known.has(job.value.toLowerCase())) continue;
      const near = suggestion(job.value, names, allowanceOf(scope.project));
      scope.report(
        diagnose('job/unknown-view-job', { view: view.name.value, job: job.value }, spanOf(job.origin), {
          help: near === undefined ? 'remove it, or correct the name' : `did you mean \`${near}\`?`,
        }),
      );
    }
  }
}

const columnNames: Readonly<Record<ViewSpec['columns'][number]['value'], Column>> = {
  status: 'status',
  weather: 'weather',
  name: 'name',
  last_success: 'lastSuccess',
  last_failure: 'lastFailure',
  last_duration: 'lastDuration',
  build_button: 'buildButton',
};

/** The jobs of a project, and what their scripts need besides the plugins of their own elements. */
export interface Jobs {
  /** Folders first, then jobs in the order of the specs, then views. */
  readonly items: readonly Item[];
  /** Plugins of the steps that pipeline scripts call. */
  readonly needs: readonly PluginNeed<Origin>[];
}

/** What jobs are made of besides the project. */
interface JobInputs {
  readonly environments: readonly EnvironmentIr[];
  readonly images: readonly ApplicationImage[];
  readonly trees: RepositoryTrees;
  /** Files that specs name. */
  readonly files?: RepositoryTexts;
  /** Whether a secret in plain text is only a warning. */
  readonly allowPlainSecrets?: boolean;
}

/** Returns every job of a project: names and parameters are those of the original, what they do is decided here. */
export function lowerJobs(
  project: Project,
  { environments, images, trees, files = noFiles, allowPlainSecrets = false }: JobInputs,
): Lowered<Jobs> {
  const diagnostics: Diagnostic[] = [];
  const uses = new StepUses();
  const scope: JobScope = {
    project,
    settings: project.settings,
    images,
    environments,
    applicationNames: new Set(project.applications.map(({ spec }) => spec.name.value)),
    agents: agentEntries(project.settings),
    files,
    report: (diagnostic) => void diagnostics.push(diagnostic),
    useSteps: (job, steps, origin) => uses.add(job, steps, origin),
  };
  checkNotifications(scope, scope.settings.pipeline.notifications);
  checkMessengers(scope);
  checkPaths(project, trees, scope.report);
  checkAllowedJobs(scope, jobNames(project));
  checkJobFiles(scope, allowPlainSecrets);
  const own = project.ownJobs.jobs.length === 0 ? noItems : specItems(scope);
  const made = [...jobs(scope), ...own.jobs];
  checkTools(scope);
  checkViewJobs(scope, made);
  const items = withFragments(scope, [
    ...folders(scope),
    ...own.folders,
    ...made,
    ...listViews(scope),
    ...own.views,
  ]);
  return { value: { items, needs: uses.needs() }, diagnostics };
}

/** Most projects have no jobs.bitesize: what makes its jobs is not loaded for them. */
const noItems: SpecItems = { folders: [], jobs: [], views: [] };

/** Names of the jobs that project specs choose the agent of. */
function jobNames({ components, requests, environments, ownJobs }: Project): readonly string[] {
  return [
    ...components.map(({ name }) => name.value),
    ...requests.map(({ component }) => requestJobName(component).value),
    ...environments.flatMap(({ spec }) => spec.tests.map(({ name }) => testJobName(spec.name, name).value)),
    ...ownJobs.jobs.flatMap((job) => itemOf(job)?.item.name.value ?? []),
  ];
}

function jobs(scope: JobScope): readonly Item[] {
  const { project, environments } = scope;
  const images = new Map(scope.images.map((image) => [image.application.value, image]));
  return [
    ...project.components.map((component) =>
      isPipeline(project, component) ? componentPipeline(scope, component) : componentJob(scope, component),
    ),
    ...project.requests.flatMap((requests) => requestJob(scope, requests) ?? []),
    ...project.applications.flatMap((application) => {
      const image = images.get(application.spec.name.value);
      return image === undefined ? [] : [imageJob(scope, application, image)];
    }),
    ...(promotionStops(scope).length === 0 ? [] : [environmentPipeline(scope)]),
    ...environments.map((environment) => deployJob(scope, environment)),
    ...project.environments.flatMap(({ spec }) => spec.tests.map((test) => testJob(scope, spec, test))),
    ...(environments.length === 0 ? [] : [serviceManage(scope)]),
  ];
}

/**
 * Returns the folder that holds the jobs, below the folders that hold it; none for the top level, and none on a shared
 * controller, whose scripts make the folder with what nobody else may change.
 */
function folders({ settings, project }: JobScope): readonly Folder[] {
  if (project.hosting !== undefined) return [];
  const path = folderPath(settings);
  if (path === '') return [];
  const origin = settings.folder?.origin ?? fromDefault('jenkins.folder');
  const parts = path.split('/');
  return parts.map((_, index) => ({
    kind: 'folder',
    family: 'folders',
    name: sourced(parts.slice(0, index + 1).join('/'), origin),
    origin,
  }));
}

/** Returns the job of a test: checkout and shell steps. `environment-pipeline` starts it after a deployment. */
function testJob(scope: JobScope, environment: Environment, test: Test): FreestyleJob {
  const { repository, branch, credentials, agent, name, $ } = test;
  const job = testJobName(environment.name, name);
  checkAgent(scope, { noun: 'test', job: job.value, agent });
  checkLabel(scope, { noun: 'test', job: job.value, agent });
  return {
    kind: 'freestyle',
    family: 'test_jobs',
    name: fullName(scope, job),
    description: sourced(
      `Test ${name.value} of environment ${environment.name.value}.`,
      fromSeveral([name.origin, environment.name.origin, $.origin]),
    ),
    label: hostedLabels(scope.project, agent),
    logRotation: logRotation(scope.settings),
    scm: repository && gitCheckout(repository, branch, credentials, repository.origin),
    wrappers: [colourOutput],
    builders: test.commands.flatMap(({ shell, $: place }): ShellBuilder[] => {
      if (shell.value.trim() !== '') return [{ kind: 'shell', script: shell, origin: place.origin }];
      scope.report(diagnose('job/empty-step', { what: 'this command' }, place.span, { help: 'remove it' }));
      return [];
    }),
    publishers: [...resultPublishers(test), ...notifiers(scope)],
    origin: $.origin,
  };
}

import type { Item } from '../../../jenkins/all-items.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { ApplicationImage } from '../../model/images/application-image.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import type { PluginNeed } from '../../plugins/plugin-need.ts';
import type { Origin } from '../../text/origin.ts';
import { agentEntries } from '../controller/default-entries.ts';
import type { Lowered } from '../lowered.ts';
import { componentJob } from './component-job.ts';
import { deployJob } from './deploy-job.ts';
import { environmentPipeline } from './environment-pipeline.ts';
import { folders } from './folders.ts';
import { imageJob } from './image-job.ts';
import { withFragments } from './job-fragments.ts';
import type { JobScope } from './job-scope.ts';
import { checkMailServer, checkNotifications } from './notifications.ts';
import { StepUses } from './pipeline-steps.ts';
import { serviceManage } from './service-manage.ts';
import { testJob } from './test-job.ts';
import { listViews } from './views.ts';

/** The jobs of a project, and what their scripts need besides the plugins of their own elements. */
export interface Jobs {
  /** Folders first, then jobs in the order of the specs, then views. */
  readonly items: readonly Item[];
  /** Plugins of the steps that pipeline scripts call. */
  readonly needs: readonly PluginNeed<Origin>[];
}

/** Returns every job of a project: names and parameters are those of the original, what they do is decided here. */
export function lowerJobs(
  project: Project,
  environments: readonly EnvironmentIr[],
  images: readonly ApplicationImage[],
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
    report: (diagnostic) => void diagnostics.push(diagnostic),
    useSteps: (job, steps, origin) => uses.add(job, steps, origin),
  };
  checkNotifications(scope, scope.settings.pipeline.notifications);
  checkMailServer(scope);
  const items = withFragments(scope, [...folders(scope), ...jobs(scope), ...listViews(scope)]);
  return { value: { items, needs: uses.needs() }, diagnostics };
}

function jobs(scope: JobScope): readonly Item[] {
  const { project, environments } = scope;
  const images = new Map(scope.images.map((image) => [image.application.value, image]));
  return [
    ...project.components.map((component) => componentJob(scope, component)),
    ...project.applications.flatMap((application) => {
      const image = images.get(application.spec.name.value);
      return image === undefined ? [] : [imageJob(scope, application, image)];
    }),
    ...(environments.length === 0 ? [] : [environmentPipeline(scope)]),
    ...environments.map((environment) => deployJob(scope, environment)),
    ...project.environments.flatMap(({ spec }) => spec.tests.map((test) => testJob(scope, spec, test))),
    ...(environments.length === 0 ? [] : [serviceManage(scope)]),
  ];
}

import type { Agent, Jenkins } from '../../../schema/generated/located.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { ApplicationImage } from '../../model/images/application-image.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { fromSeveral, type Origin } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { RepositoryTexts } from '../lowered.ts';
import type { StepCall } from './pipeline-steps.ts';

/** Names of the jobs that every project has; they are those of the original. */
export const seedJobName = 'seed-job';
export const environmentPipelineName = 'environment-pipeline';
export const serviceManageName = 'service-manage';

/** Returns the name of the job that builds the image of an application. */
export function imageJobName(application: Sourced<string>): Sourced<string> {
  return application.map((name) => `${name}-docker-image`);
}

/** Returns the name of the job that deploys to an environment. */
export function deployJobName(environment: Sourced<string>): Sourced<string> {
  return environment.map((name) => `${name}-deploy`);
}

/** Returns the name of the job of a test. */
export function testJobName(environment: Sourced<string>, test: Sourced<string>): Sourced<string> {
  return sourced(`${environment.value}-${test.value}`, fromSeveral([test.origin, environment.origin]));
}

/** What the lowering of a job may look at, and where it reports. */
export interface JobScope {
  readonly project: Project;
  readonly settings: Jenkins;
  readonly images: readonly ApplicationImage[];
  readonly environments: readonly EnvironmentIr[];
  /** Applications whose images the project builds. */
  readonly applicationNames: ReadonlySet<string>;
  readonly agents: readonly Agent[];
  /** Files of the project that specs name. */
  readonly files: RepositoryTexts;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Notes that a pipeline script calls these steps, which plugins bring. */
  readonly useSteps: (job: Sourced<string>, steps: readonly StepCall[], origin: Origin) => void;
}

/** Returns the full name of a job or view: inside the folder of the settings, if there is one. */
export function fullName(scope: JobScope, name: Sourced<string>): Sourced<string> {
  const folder = folderPath(scope.settings);
  if (folder === '' || scope.settings.folder === undefined) return name;
  return sourced(`${folder}/${name.value}`, fromSeveral([name.origin, scope.settings.folder.origin]));
}

/** Returns the folder that holds the jobs, without slashes at its ends; empty for the top level. */
export function folderPath({ folder }: Jenkins): string {
  return (folder?.value ?? '')
    .split('/')
    .filter((part) => part.trim() !== '')
    .join('/');
}

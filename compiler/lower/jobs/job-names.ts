import { fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';

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

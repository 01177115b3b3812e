import { readFileSync } from 'node:fs';
import type { PlanStep } from '../../../compiler/live/live-plan.ts';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { type JenkinsServer, startJenkins } from '../../support/jenkins-server.ts';

/** How long each answer takes, in milliseconds. */
export const LATENCY = 10;

/** The login of the user who may do everything. */
export const loginOfAdmin = { JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa' } as const;

/** What a server was asked for. */
export interface Asked {
  /** Lists of what there is, and all else that is read but for configurations. */
  readonly lists: number;
  /** Configurations that were read. */
  readonly configs: number;
  /** Whatever changes something. */
  readonly writes: number;
}

/** What a plan makes. */
export type PlannedStep = Extract<PlanStep, { readonly action: 'create' }>;

/** Returns the steps of a plan (`plan --out`) for an empty server. */
export function plannedSteps(planFile: string): readonly PlannedStep[] {
  const { steps } = JSON.parse(readFileSync(planFile, 'utf8')) as { steps: readonly PlannedStep[] };
  return steps;
}

/** Starts a Jenkins that has what a plan makes, in the form in which Jenkins saves it. */
export function startPlanned(planFile: string): Promise<JenkinsServer> {
  const model = new JenkinsModel();
  for (const { name, after } of plannedSteps(planFile)) model.addJob(name, after.xml);
  return startJenkins(model, { latency: LATENCY });
}

/** Counts requests by what they do. */
export function countAsked(requests: JenkinsServer['requests']): Asked {
  const reads = requests.filter(({ method }) => method === 'GET' || method === 'HEAD');
  const configs = reads.filter(({ path }) => path.endsWith('/config.xml')).length;
  return { lists: reads.length - configs, configs, writes: requests.length - reads.length };
}

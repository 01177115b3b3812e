import type { JenkinsServer } from '../../support/jenkins-server.ts';
import { measure } from '../measure.ts';
import type { Measurement } from '../measurement.ts';
import { type Asked, countAsked } from './live-jenkins.ts';

/** A program that asks a server. */
export interface LiveTask {
  readonly name: string;
  readonly program: string;
  readonly argv: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How many jobs it looks after. */
  readonly jobs: number;
}

/** What a program cost, and what it asked for. */
export interface LiveRow extends Measurement, Asked {
  readonly name: string;
  readonly jobs: number;
}

/** Runs a program that asks a server, and returns what it cost and asked for. Throws `ProgramFailed`. */
export async function measureAsked({ requests }: JenkinsServer, task: LiveTask): Promise<LiveRow> {
  const before = requests.length;
  const measured = await measure(task.program, task.argv, task.folder, task.env);
  return { name: task.name, jobs: task.jobs, ...measured, ...countAsked(requests.slice(before)) };
}

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import type { JenkinsClient } from '../../jenkins-server/jenkins-client.ts';
import type { PlanStep } from '../live-plan.ts';

/** What of a host an apply takes. */
export type ApplyHost = Pick<Host, 'cwd' | 'files' | 'now' | 'process' | 'sha256' | 'wait'>;

/** What became of a step: it was done, or it was done already by an earlier run that was cut. */
export type StepResult = 'done' | 'skipped' | 'failed';

/** What an apply stands on. */
export interface ApplyContext {
  readonly host: ApplyHost;
  readonly client: JenkinsClient;
  /** Takes what a user has to know. */
  readonly report: (finding: Diagnostic) => void;
  /** Whether no further step is to be begun; those that were begun end. */
  readonly isStopping: () => boolean;
  readonly onStep?: (step: PlanStep, result: StepResult) => void;
  /** A number from 0 to 1, for the name of a lock and for pauses. */
  readonly random: () => number;
}

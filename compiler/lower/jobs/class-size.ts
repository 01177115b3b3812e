import type { Component } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { type Origin, spanOf } from '../../text/origin.ts';
import type { JobScope } from './job-scope.ts';
import { GROUP_SIZE } from './statement-groups.ts';

/*
 * A class file holds 65,535 constants, and Jenkins makes one class of a pipeline. What each thing takes is measured
 * with the transformer of groovy-cps 1.31 (2026-11, `test/oracles/jobs/class-size.test.ts` measures it again), and rounded up.
 */
const MAX_CONSTANTS = 65_000;

/** Returns about how many constants the class of `<environment>-deploy` has; a blue/green service has two rollouts. */
export function deployConstants(rollouts: number): number {
  return 750 + 25 * rollouts;
}

/** Returns about how many constants the class of `service-manage` has; `switching` environments have live colours. */
export function manageConstants(environments: number, switching: number): number {
  return 700 + 126 * environments + 64 * switching;
}

/** One environment on the way of a promotion. */
interface Stop {
  readonly manual: boolean;
  readonly services: ArrayLike<unknown>;
  readonly tests: ArrayLike<unknown>;
}

/** Returns about how many constants the class of `environment-pipeline` has. */
export function promotionConstants(applications: number, stops: readonly Stop[]): number {
  const perStop = stops.map(({ manual, services, tests }) => {
    const given = (services.length > GROUP_SIZE ? 3 : 12) * services.length;
    return 68 + given + (manual ? 130 : 0) + (tests.length > 0 ? 10 : 0) + 11 * tests.length;
  });
  return 1000 + 12 * applications + perStop.reduce((sum, each) => sum + each, 0);
}

/** What makes the pipeline of a component long; scripts have several lines. */
type ComponentSize = Readonly<Record<'steps' | 'scripts' | 'variables' | 'artifacts', number>>;

/** Returns what makes the pipeline of a component long. */
export function componentSize({ build, env, artifacts }: Component): ComponentSize {
  const scripts = build.filter(({ shell }) => shell?.value.trim().includes('\n')).length;
  return { steps: build.length - scripts, scripts, variables: env.length, artifacts: artifacts.length };
}

/** Returns about how many constants the class of a component's pipeline has. */
export function componentConstants(count: ComponentSize): number {
  return 900 + 14 * count.steps + 36 * count.scripts + 6 * count.variables + 15 * count.artifacts;
}

/** Reports a pipeline whose class would hold more constants than a class file can: Jenkins could not compile it. */
export function checkClassSize(scope: JobScope, job: string, constants: number, origin: Origin): void {
  if (constants <= MAX_CONSTANTS) return;
  scope.report(
    diagnose('job/too-large', { job, constants }, spanOf(origin), {
      help: 'make two projects of it, each with a part of the services or environments',
    }),
  );
}

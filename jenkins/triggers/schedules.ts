import { joined, joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ParameterizedSchedule, ParameterizedTimedTrigger } from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Polls the repository by a schedule: Jenkins' own cron syntax, with `H`. */
export interface ScmPoll extends ItemNode {
  readonly kind: 'scm-poll';
  readonly schedule: Text;
  readonly ignorePostCommitHooks?: Valued<boolean> | undefined;
}

/** Builds by a schedule: Jenkins' own cron syntax, with `H`. */
export interface Cron extends ItemNode {
  readonly kind: 'cron';
  readonly schedule: Text;
}

/** Polls the repository by a schedule. */
export const scmPoll: Thing<ScmPoll> = {
  kind: 'scm-poll',
  needs: 'core',
  xml: ({ schedule, ignorePostCommitHooks }) =>
    element('hudson.triggers.SCMTrigger', [
      leaf('spec', schedule),
      leaf('ignorePostCommitHooks', ignorePostCommitHooks ?? false),
    ]),
  dsl: ({ schedule, ignorePostCommitHooks }, dsl) => {
    if (ignorePostCommitHooks === undefined) dsl.call('scm', schedule);
    else dsl.block('scm', () => dsl.call('ignorePostCommitHooks', ignorePostCommitHooks), schedule);
  },
};

/** Builds by a schedule. */
export const cron: Thing<Cron> = {
  kind: 'cron',
  needs: 'core',
  xml: ({ schedule }) => element('hudson.triggers.TimerTrigger', [leaf('spec', schedule)]),
  dsl: ({ schedule }, dsl) => dsl.call('cron', schedule),
};

/**
 * Builds by schedules with parameters, by the Parameterized Scheduler plugin (`ParameterizedTimerTrigger`, read
 * 2026-11): a line for each, `H 3 * * * % NAME=value;OTHER=value`.
 */
export const parameterizedTimed: Thing<SpecNode<'parameterized-timed', ParameterizedTimedTrigger>> = {
  kind: 'parameterized-timed',
  needs: elementsOf('parameterized-scheduler', 'schedules start jobs with parameters'),
  xml: ({ spec }) =>
    element('org.jenkinsci.plugins.parameterizedscheduler.ParameterizedTimerTrigger', [
      leaf('spec', ''),
      leaf('parameterizedSpecification', joinTexts(spec.schedules.map(scheduleLine), '\n')),
    ]),
};

function scheduleLine({ schedule, parameters }: ParameterizedSchedule): Valued<string> {
  const pairs = Object.entries(parameters).map(([name, value]) => value.map((text) => `${name}=${text}`));
  return pairs.length === 0 ? schedule : joined`${schedule} % ${joinTexts(pairs, ';')}`;
}

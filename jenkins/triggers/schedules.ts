import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
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

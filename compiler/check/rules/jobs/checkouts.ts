import type { JobScm } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Rule } from '../rule.ts';
import { eachItem } from './each-item.ts';
import { exactlyOne, listed, noEffect } from './fields-beside.ts';

/**
 * A job that checks nothing out checks out nothing else, and the script of a pipeline is in some repository, or stands in
 * the job once.
 */
export const jobCheckoutsRule: Rule = {
  name: 'job-checkouts',
  *check({ jobs }) {
    for (const { kind, item } of eachItem(jobs)) {
      yield* checkouts(item.scm ?? [], kind === 'pipeline');
      yield* checkouts(item.remote_jenkinsfile?.scm ?? [], true);
      const { inline_pipeline: inline } = item;
      if (inline !== undefined) yield* exactlyOne(inline, 'inline_pipeline', ['script', 'file']);
      if (kind !== 'multibranch') continue;
      const elsewhere = (['inline_pipeline', 'remote_jenkinsfile'] as const).find((field) => item[field]);
      if (elsewhere !== undefined) yield* noEffect(item, ['script_path'], `beside \`${elsewhere}\``);
    }
  },
};

/** What can hold a script. */
const repositories: Readonly<Record<Exclude<keyof JobScm, '$' | 'none'>, true>> = {
  git: true,
  svn: true,
  hg: true,
  repo: true,
  xml: true,
};

function* checkouts(entries: readonly JobScm[], holdsScript: boolean): Generator<Diagnostic> {
  const none = entries.find((entry) => entry.none !== undefined);
  if (none === undefined) return;
  const others = Object.keys(repositories);
  const beside = others.filter((name) => entries.some((entry) => Object.hasOwn(entry, name)));
  if (beside.length > 0)
    yield diagnose(
      'check/one-of',
      { thing: '`scm`', fields: ['none', ...beside], isMissing: false },
      none.$.span,
      { help: 'remove `none`, or all others' },
    );
  else if (holdsScript)
    yield diagnose('check/one-of', { thing: '`scm`', fields: others, isMissing: true }, none.$.span, {
      help: `the script is in a repository: write ${listed(others)}`,
    });
}

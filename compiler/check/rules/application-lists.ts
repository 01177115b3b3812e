import { diagnose } from '../../diagnostics/diagnose.ts';
import { isWritten, keyOf, type Rule } from './rule.ts';

/** The applications stand in one list, under one of its two names. */
export const applicationListsRule: Rule = {
  name: 'application-lists',
  *check({ application }) {
    if (application === undefined) return;
    if (!isWritten(application, 'applications') || !isWritten(application, 'containers')) return;
    const label = keyOf(application, 'applications');
    yield diagnose('check/two-application-lists', {}, keyOf(application, 'containers'), {
      labels: label === undefined ? [] : [{ span: label, text: 'the other list' }],
      help: 'move all entries under `applications`',
    });
  },
};

import { jobBuildersRule } from '../../check/rules/jobs/builders.ts';
import { jobPublishersRule } from '../../check/rules/jobs/publishers.ts';
import type { PlainObject } from '../printers.ts';
import { type NumberedJobs, withValueAt } from './numbered.ts';

/**
 * Returns a job that says of each script in Jenkins itself that it may run there: it does so already, and the specs want
 * the word for it.
 */
export function allowController(spec: PlainObject, { specs, pathOf }: NumberedJobs): PlainObject {
  let result: PlainObject = spec;
  for (const rule of [jobBuildersRule, jobPublishersRule])
    for (const { code, span } of rule.check(specs, { allowPlainSecrets: true, settingsAreRead: true })) {
      const path = code === 'check/controller-script' && span ? pathOf({ kind: 'spec', span }) : undefined;
      if (path === undefined) continue;
      result = withValueAt(result, [...path.slice(1), 'allow'], 'controller') as PlainObject;
    }
  return result;
}

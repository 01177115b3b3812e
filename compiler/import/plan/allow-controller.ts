import { controllerScripts } from '../../../jenkins/shared/controller-scripts.ts';
import type { JsonValue } from '../../../schema/schema-node.ts';
import { allRules } from '../../check/rules/all-rules.ts';
import { parseXmlDocument } from '../../print/parse-xml-fragment.ts';
import type { PlainObject } from '../printers.ts';
import { type NumberedJobs, withValueAt } from './numbered.ts';

const jobRules = allRules.filter(({ name }) => name.startsWith('job-'));

/**
 * Returns a job that says of each script in Jenkins itself that it may run there: it does so already, and the specs want
 * the word for it.
 */
export function allowController(spec: PlainObject, { specs, pathOf }: NumberedJobs): PlainObject {
  let result = allowXml(spec) as PlainObject;
  for (const rule of jobRules)
    for (const { code, span } of rule.check(specs, { allowPlainSecrets: true, settingsAreRead: true })) {
      const path = code === 'check/controller-script' && span ? pathOf({ kind: 'spec', span }) : undefined;
      if (path === undefined) continue;
      result = withValueAt(result, [...path.slice(1), 'allow'], 'controller') as PlainObject;
    }
  return result;
}

/** Says the same beside each text of XML with such a script in it; fragments of several elements are read together. */
function allowXml(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(allowXml);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, allowXml(inner as JsonValue)] as const);
  const { xml } = value as PlainObject;
  const isAllowed = typeof xml === 'string' && hasScript(xml);
  return Object.fromEntries(isAllowed ? [...fields, ['allow', 'controller'] as const] : fields);
}

function hasScript(xml: string): boolean {
  const parsed = parseXmlDocument(`<all>${xml}</all>`);
  return parsed.kind === 'elements' && controllerScripts(parsed.elements).length > 0;
}

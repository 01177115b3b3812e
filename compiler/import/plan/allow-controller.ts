import { controllerScripts } from '../../../jenkins/shared/controller-scripts.ts';
import type { JsonValue } from '../../../schema/schema-node.ts';
import { jobBuildersRule } from '../../check/rules/jobs/builders.ts';
import { jobControllerScriptsRule } from '../../check/rules/jobs/controller-scripts.ts';
import { jobParametersAndPropertiesRule } from '../../check/rules/jobs/parameters-and-properties.ts';
import { jobPublishersRule } from '../../check/rules/jobs/publishers.ts';
import { jobWrappersAndTriggersRule } from '../../check/rules/jobs/wrappers-and-triggers.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import type { PlainObject } from '../printers.ts';
import { readXmlText } from '../xml-text.ts';
import { mapObjects } from './map-objects.ts';
import { type NumberedJobs, withValueAt } from './numbered.ts';

/** The rules that want the word. */
const rules = [
  jobBuildersRule,
  jobControllerScriptsRule,
  jobParametersAndPropertiesRule,
  jobPublishersRule,
  jobWrappersAndTriggersRule,
];

/**
 * Returns a job that says of each script in Jenkins itself that it may run there: it does so already, and the specs want
 * the word for it.
 */
export function allowController(
  kind: string,
  spec: PlainObject,
  { specs, pathOf }: NumberedJobs,
): PlainObject {
  let result: PlainObject = spec;
  for (const rule of rules)
    for (const { code, span } of rule.check(specs, {
      allowPlainSecrets: true,
      settingsAreRead: true,
      externalIsRead: true,
    })) {
      const path = code === 'check/controller-script' && span ? pathOf({ kind: 'spec', span }) : undefined;
      if (path === undefined) continue;
      result = withValueAt(result, [...path.slice(1), 'allow'], 'controller') as PlainObject;
    }
  return JSON.stringify(result).includes('"xml":') ? allowXml(kind, result) : result;
}

function allowXml(kind: string, spec: PlainObject): PlainObject {
  const root = specSchemas.jobs.schema;
  const changed = mapObjects(
    { kind, ...spec },
    root.definitions?.Job ?? {},
    root,
    (object, schema): JsonValue => {
      const isXml = typeof object.xml === 'string' && schema.properties?.allow !== undefined;
      return isXml && runsInside(object.xml) ? { ...object, allow: 'controller' } : object;
    },
  );
  const { kind: _, ...fields } = changed as PlainObject;
  return fields;
}

/** A fragment may have several elements. */
function runsInside(xml: JsonValue | undefined): boolean {
  const holder = readXmlText(String(xml));
  return holder !== undefined && controllerScripts([holder]).length > 0;
}

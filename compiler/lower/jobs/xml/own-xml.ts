import { FOLDER_ROOT, jobRoots, type XmlJob } from '../../../../jenkins/items/xml-job.ts';
import type { XmlItem } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { findPluginClass } from '../../../plugins/plugin-of-class.ts';
import { parseXmlDocument } from '../../../print/parse-xml-fragment.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { type LocatedText, textOfField, textOfFile } from '../located-text.ts';
import { itemOrigins } from '../spec-jobs/job-base.ts';
import { jobFile, oneSource } from '../spec-jobs/job-sources.ts';
import { checkClasses, readElements, spanOfText } from './read-xml.ts';

/** Returns the job that a spec gives whole as XML; undefined where that cannot be used, which is reported. */
export function ownXml(spec: XmlItem, scope: JobScope): XmlJob | undefined {
  const { name, plugins, allow } = spec;
  const xml = xmlOf(spec, scope);
  if (xml === undefined) return undefined;
  const parsed = parseXmlDocument(xml.text);
  const elements = readElements(scope, { xml, parsed, allow }, (problem, span, help) =>
    diagnose('job/xml', { job: name.value, problem }, span, help === undefined ? {} : { help }),
  );
  const root = elements?.[0];
  if (root === undefined) return undefined;
  if (!jobRoots.includes(root.name)) {
    const isView = findPluginClass(root.name)?.slot === 'views';
    scope.report(
      diagnose('job/xml-root', { job: name.value, root: root.name }, spanOfText(xml, root.name), {
        help: isView
          ? 'it is a view: write it as a job of a kind such as `list-view`'
          : `use one of ${jobRoots.map((known) => `\`${known}\``).join(', ')}`,
      }),
    );
    return undefined;
  }
  if (plugins.length === 0) checkClasses(scope, xml, [root]);
  return {
    kind: 'xml',
    family: root.name === FOLDER_ROOT ? 'folders' : 'jobs',
    name: fullName(scope, name),
    root: { ...root, origin: xml.origin },
    ...itemOrigins(spec),
  };
}

function xmlOf(spec: XmlItem, scope: JobScope): LocatedText | undefined {
  const { name, xml, xml_file } = spec;
  if (!oneSource(scope, name, { xml, xml_file })) return undefined;
  if (xml !== undefined) return textOfField(xml);
  const file = xml_file === undefined ? undefined : jobFile(scope, xml_file);
  return file && textOfFile(file.source, xml_file?.origin ?? name.origin);
}

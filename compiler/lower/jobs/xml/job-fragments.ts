import { fragmentPlaces, type Item, itemElement } from '../../../../jenkins/all-items.ts';
import type { Fragment } from '../../../../jenkins/shared/fragment.ts';
import { childrenOf } from '../../../../jenkins/shared/xml.ts';
import type { JobFragment, JobXml } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { ownJobs } from '../../../link/own-jobs/link-jobs.ts';
import { parseXmlFragment } from '../../../print/parse-xml-fragment.ts';
import type { XmlElement } from '../../../print/xml-element.ts';
import { fromSeveral, spanOf } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { plainText } from '../../../text/traced-text.ts';
import { allowanceOf, suggestion } from '../../../util/suggestion.ts';
import { withoutSlashes } from '../../../util/without-slashes.ts';
import { folderPath, fullName, type JobScope } from '../job-scope.ts';
import { type LocatedText, textOfField } from '../located-text.ts';
import { checkClasses, readElements, spanOfText } from './read-xml.ts';

/** Elements for a job: those of `jenkins.job_xml`, or of the job itself. */
interface FragmentEntry extends Omit<JobFragment, 'at'> {
  readonly job: Sourced<string>;
  /** Absent for the job itself. */
  readonly at?: Sourced<string>;
}

/** Returns the items with the XML fragments of the settings and of jobs.bitesize in them. */
export function withFragments(scope: JobScope, items: readonly Item[]): readonly Item[] {
  const byName = new Map(items.map((item) => [plainText(item.name), item]));
  const found = new Map<Item, Fragment[]>();
  const add = (entry: FragmentEntry, item: Item | undefined) => {
    if (item === undefined) return;
    const fragments = found.get(item) ?? [];
    for (const fragment of fragmentsOf(scope, entry, item)) fragments.push(fragment);
    found.set(item, fragments);
  };
  for (const entry of scope.settings.job_xml) add(entry, findItem(scope, entry, byName));
  for (const spec of ownJobs(scope.project.ownJobs)) {
    const item = byName.get(fullName(scope, spec.name).value);
    for (const entry of 'fragments' in spec ? spec.fragments : []) add({ ...entry, job: spec.name }, item);
  }
  return items.map((item) => {
    const fragments = found.get(item);
    return fragments === undefined ? item : { ...item, fragments };
  });
}

/** A job may be named with or without the folder that holds all of them. */
function findItem(scope: JobScope, { job }: JobXml, byName: ReadonlyMap<string, Item>): Item | undefined {
  const folder = folderPath(scope.settings);
  const item = byName.get(job.value) ?? byName.get(`${folder}/${job.value}`);
  if (item !== undefined) return item;
  const near = suggestion(job.value, byName.keys(), allowanceOf(scope.project));
  scope.report(
    diagnose('job/unknown-job', { job: job.value }, spanOf(job.origin), {
      help: near === undefined ? [] : `did you mean \`${near}\`?`,
    }),
  );
  return undefined;
}

function fragmentsOf(scope: JobScope, entry: FragmentEntry, item: Item): readonly Fragment[] {
  const { job, at, plugins, $ } = entry;
  const place = withoutSlashes(at?.value ?? '');
  const places = fragmentPlaces(item.kind);
  if (!places.includes(place)) {
    const known = places.filter((name) => name !== '').map((name) => `\`${name}\``);
    scope.report(
      diagnose('job/fragment-place', { at: at?.value ?? '', job: job.value }, spanOf((at ?? job).origin), {
        help:
          known.length === 0
            ? 'write it into the XML of the job'
            : `use one of ${known.join(', ')}, or an empty text for the job itself`,
      }),
    );
    return [];
  }
  const xml = textOfField(entry.xml);
  const parsed = parseXmlFragment(xml.text);
  const elements = readElements(scope, { xml, parsed, allow: entry.allow }, (problem, span, help) =>
    diagnose('job/fragment', { problem }, span, help === undefined ? {} : { help }),
  );
  if (elements === undefined) return [];
  if (place === '') checkReplaced(scope, job, xml, item, elements);
  if (plugins.length === 0) checkClasses(scope, xml, elements);
  const origin = fromSeveral([xml.origin, job.origin, ...(at === undefined ? [] : [at.origin]), $.origin]);
  return elements.map((element) => ({ at: place, xml: element, origin }));
}

/** Reports elements of the job itself that stand instead of elements with something in them. */
function checkReplaced(
  scope: JobScope,
  job: Sourced<string>,
  xml: LocatedText,
  item: Item,
  elements: readonly XmlElement[],
): void {
  const filled = childrenOf(itemElement(item)).filter((child) => childrenOf(child).length > 0);
  for (const { name } of elements) {
    if (!filled.some((child) => child.name === name)) continue;
    const isPlace = fragmentPlaces(item.kind).includes(name);
    scope.report(
      diagnose('job/fragment-replaces', { element: name, job: job.value }, spanOfText(xml, `<${name}`), {
        help: isPlace
          ? `write what is in it at \`${name}\`, which adds to what is there`
          : 'leave it to the specs, or say why with `bitesize-ignore`',
      }),
    );
  }
}

import { fragmentPlaces, type Item } from '../../../jenkins/all-items.ts';

import type { Fragment } from '../../../jenkins/shared/fragment.ts';
import type { JobXml } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { parseXmlFragment } from '../../print/parse-xml-fragment.ts';
import { spanOf } from '../../text/origin.ts';
import { plainText } from '../../text/traced-text.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import { withoutSlashes } from '../../util/without-slashes.ts';
import { folderPath, type JobScope } from './job-scope.ts';

/** Returns the items with the XML fragments of the settings in them. */
export function withFragments(scope: JobScope, items: readonly Item[]): readonly Item[] {
  const byName = new Map(items.map((item) => [plainText(item.name), item]));
  const found = new Map<Item, Fragment[]>();
  for (const entry of scope.settings.job_xml) {
    const item = findItem(scope, entry, byName);
    if (item === undefined) continue;
    const fragments = found.get(item) ?? [];
    for (const fragment of fragmentsOf(scope, entry, item)) fragments.push(fragment);
    found.set(item, fragments);
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

function fragmentsOf(scope: JobScope, { job, at, xml, $ }: JobXml, item: Item): readonly Fragment[] {
  const place = withoutSlashes(at.value);
  const places = fragmentPlaces(item.kind);
  if (!places.includes(place)) {
    const known = places.filter((name) => name !== '').map((name) => `\`${name}\``);
    scope.report(
      diagnose('job/fragment-place', { at: at.value, job: job.value }, spanOf(at.origin), {
        help: `use one of ${known.join(', ')}, or an empty text for the job itself`,
      }),
    );
    return [];
  }
  const parsed = parseXmlFragment(xml.value);
  if (parsed.kind === 'elements') {
    return parsed.elements.map((element) => ({ at: place, xml: element, origin: $.origin }));
  }
  const { message, start, end } = parsed.problem;
  scope.report(
    diagnose('job/fragment', { problem: message }, spanOf(xml.origin), {
      help: `it is about \`${xml.value.slice(start, Math.min(end, start + 60))}\``,
    }),
  );
  return [];
}

import { fragmentPlaces, type Item, itemElement } from '../../../jenkins/all-items.ts';
import { isElements } from '../../../jenkins/shared/configure.ts';
import type { Fragment } from '../../../jenkins/shared/fragment.ts';
import { childrenOf } from '../../../jenkins/shared/xml.ts';
import type { JobXml } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { pluginOfClass } from '../../plugins/plugin-of-class.ts';
import { parseXmlFragment } from '../../print/parse-xml-fragment.ts';
import type { XmlElement } from '../../print/xml-element.ts';
import { fromSeveral, spanOf } from '../../text/origin.ts';
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

function fragmentsOf(scope: JobScope, entry: JobXml, item: Item): readonly Fragment[] {
  const { job, at, xml, plugins, $ } = entry;
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
    const [lost] = parsed.elements.flatMap(lostCharacters);
    if (lost !== undefined) {
      scope.report(
        diagnose('job/fragment', { problem: `${lost} does not survive Job DSL` }, spanOf(xml.origin), {
          help: 'write a blank or a line break: Job DSL prints such characters as they are, and XML reads them so',
        }),
      );
      return [];
    }
    if (place === '') checkReplaced(scope, entry, item, parsed.elements);
    if (plugins.length === 0) checkClasses(scope, entry, parsed.elements);
    const origin = fromSeveral([xml.origin, job.origin, at.origin, $.origin]);
    return parsed.elements.map((element) => ({ at: place, xml: element, origin }));
  }
  const { message, start, end } = parsed.problem;
  scope.report(
    diagnose('job/fragment', { problem: message }, spanOf(xml.origin), {
      help: `it is about \`${xml.value.slice(start, Math.min(end, start + 60))}\``,
    }),
  );
  return [];
}

/** Returns what Job DSL would print so that a reader of XML takes it for something else. */
function lostCharacters({ attributes = {}, content }: XmlElement): readonly string[] {
  const found: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (/[\t\n\r]/.test(value)) found.push(`a tab or line break in attribute \`${name}\``);
  }
  if (isElements(content)) return [...found, ...content.flatMap(lostCharacters)];
  return plainText(content).includes('\r') ? [...found, 'a carriage return in a text'] : found;
}

/** Reports elements of the job itself that stand instead of elements with something in them. */
function checkReplaced(
  scope: JobScope,
  { job, xml }: JobXml,
  item: Item,
  elements: readonly XmlElement[],
): void {
  const filled = childrenOf(itemElement(item)).filter((child) => childrenOf(child).length > 0);
  for (const { name } of elements) {
    if (!filled.some((child) => child.name === name)) continue;
    const isPlace = fragmentPlaces(item.kind).includes(name);
    scope.report(
      diagnose('job/fragment-replaces', { element: name, job: job.value }, spanOf(xml.origin), {
        help: isPlace
          ? `write what is in it at \`${name}\`, which adds to what is there`
          : 'leave it to the specs, or say why with `bitesize-ignore`',
      }),
    );
  }
}

/** Reports classes that no plugin of the catalogue has, once each. */
function checkClasses(scope: JobScope, { xml }: JobXml, elements: readonly XmlElement[]): void {
  for (const className of new Set(elements.flatMap(unknownClasses))) {
    scope.report(
      diagnose('job/unknown-class', { className }, spanOf(xml.origin), {
        help: 'correct it, or name the plugin that has it in `plugins`',
      }),
    );
  }
}

/** Returns the names of classes in an element that nobody knows; `plugin` attributes say whose all in it are. */
function unknownClasses({ name, attributes = {}, content }: XmlElement): readonly string[] {
  if (attributes.plugin !== undefined) return [];
  const inside = isElements(content) ? content.flatMap(unknownClasses) : [];
  const names = [name, attributes.class ?? ''].filter(
    (text) => text.includes('.') && !text.startsWith('java.') && pluginOfClass(text) === undefined,
  );
  return [...names, ...inside];
}

import { XMLParser } from 'fast-xml-parser';

/*
 * What Jenkins makes of a config.xml when it saves: two spaces a level, `plugin="id@version"` at the outermost element of each
 * plugin's class, some defaults and another order. As measured on core 2.579; the table holds what tests need.
 */

interface SavedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SavedElement[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

/** The plugins whose classes get an attribute, by the start of a class. */
const plugins: readonly (readonly [string, string])[] = [
  ['org.jenkinsci.plugins.workflow.job.', 'workflow-job@1571.1580.v1c1b_9a_1c9'],
  ['org.jenkinsci.plugins.workflow.cps.', 'workflow-cps@4275.v1'],
  ['org.jenkinsci.plugins.workflow.multibranch.', 'workflow-multibranch@821.v1'],
  ['com.cloudbees.hudson.plugins.folder.', 'cloudbees-folder@6.1053.v1'],
  ['hudson.plugins.git.', 'git@5.8.0'],
  ['hudson.plugins.timestamper.', 'timestamper@1.28'],
  ['flow-definition', 'workflow-job@1571.1580.v1c1b_9a_1c9'],
];

/** What is added to an element when it is missing, in front of which or at its end. */
const defaults: Readonly<Record<string, readonly SavedElement[]>> = {
  'hudson.tasks.Shell': [element('configuredLocalRules')],
  'hudson.model.StringParameterDefinition': [element('trim', 'false')],
  'hudson.model.TextParameterDefinition': [element('trim', 'false')],
  'flow-definition': [element('disabled', 'false')],
  project: [
    element('keepDependencies', 'false'),
    element('canRoam', 'false'),
    element('disabled', 'false'),
    element('concurrentBuild', 'false'),
  ],
};

/** The order of the fields of a root, as far as it is fixed. */
const orders: Readonly<Record<string, readonly string[]>> = {
  project: [
    'actions',
    'description',
    'displayName',
    'logRotator',
    'keepDependencies',
    'properties',
    'scm',
    'assignedNode',
    'canRoam',
    'disabled',
    'blockBuildWhenDownstreamBuilding',
    'blockBuildWhenUpstreamBuilding',
    'authToken',
    'jdk',
    'triggers',
    'concurrentBuild',
    'customWorkspace',
    'builders',
    'publishers',
    'buildWrappers',
  ],
};

/** Returns the text as Jenkins prints it after it has read it; undefined when it is no XML, which it answers with 500. */
export function savedXml(text: string): string | undefined {
  const root = parseRoot(text);
  return root === undefined
    ? undefined
    : `<?xml version="1.1" encoding="UTF-8"?>\n${print(withDefaults(root), '', '')}\n`;
}

/** Returns the name of the root element; undefined when the text is no XML. */
export function rootName(text: string): string | undefined {
  return parseRoot(text)?.name;
}

function parseRoot(text: string): SavedElement | undefined {
  try {
    const parsed: unknown = parser.parse(text, true);
    const [root] = Array.isArray(parsed) ? parsed.flatMap(elementOf) : [];
    return root;
  } catch {
    return undefined;
  }
}

/** The parser gives `{name: children, ':@': attributes}`, and `{'#text': text}` for a text. */
function elementOf(node: unknown): readonly SavedElement[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries = Object.entries(node);
  const [name, inner] = entries.find(([key]) => key !== ':@') ?? [];
  if (name === undefined || name === '#text' || name.startsWith('?') || !Array.isArray(inner)) return [];
  const attributes = Object.fromEntries(
    Object.entries(Object(entries.find(([key]) => key === ':@')?.[1])).map(([key, value]) => [
      key,
      String(value),
    ]),
  );
  const children = inner.flatMap(elementOf);
  const text = inner
    .map((each) =>
      typeof each === 'object' && each !== null && '#text' in each ? String(each['#text']) : '',
    )
    .join('');
  return [{ name, attributes, children, text: children.length > 0 ? '' : text }];
}

function element(name: string, text = ''): SavedElement {
  return { name, attributes: {}, children: [], text };
}

function withDefaults(given: SavedElement): SavedElement {
  const missing = (defaults[given.name] ?? []).filter(
    ({ name }) => !given.children.some((child) => child.name === name),
  );
  const children = [...given.children.map(withDefaults), ...missing];
  const order = orders[given.name];
  if (order !== undefined) children.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { ...given, children };
}

function print({ name, attributes, children, text }: SavedElement, indent: string, outer: string): string {
  const named = attributes.class ?? name;
  const plugin = plugins.find(([start]) => named.startsWith(start))?.[1] ?? '';
  const { plugin: _, ...others } = attributes;
  const all = plugin === '' || plugin === outer ? others : { ...others, plugin };
  const written = Object.entries(all).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length > 0) {
    const inner = children.map((child) => print(child, `${indent}  `, plugin || outer));
    return [`${open}>`, ...inner, `${indent}</${name}>`].join('\n');
  }
  return text === '' ? `${open}/>` : `${open}>${escaped(text)}</${name}>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#xd;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"'\r]/g, (character) => references[character] ?? character);
}

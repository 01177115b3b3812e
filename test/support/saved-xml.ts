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

/**
 * The classes that are there, by the start of a class or by an alias, and the plugin that has them with its version; that of
 * the core is empty. The longest start counts. What has no entry is unknown to the server, which drops it.
 */
const installed: readonly (readonly [string, string])[] = [
  ['hudson.model.', ''],
  ['hudson.scm.', ''],
  ['hudson.security.', ''],
  ['hudson.tasks.', ''],
  ['hudson.triggers.', ''],
  ['hudson.util.', ''],
  ['hudson.views.', ''],
  ['java.', ''],
  ['jenkins.model.', ''],
  ['jenkins.triggers.', ''],
  ['project', ''],
  ['hudson.matrix.', 'matrix-project@870.v9db_fcfc2f45b_'],
  ['matrix-project', 'matrix-project@870.v9db_fcfc2f45b_'],
  ['hudson.plugins.git.', 'git@5.8.0'],
  ['jenkins.plugins.git.', 'git@5.8.0'],
  ['hudson.plugins.ansicolor.', 'ansicolor@542.v03d235fee02d'],
  ['hudson.plugins.build__timeout.', 'build-timeout@1.41'],
  ['hudson.plugins.copyartifact.', 'copyartifact@795.ve8e151429b_27'],
  ['hudson.plugins.gradle.', 'gradle@2.19.1252.v15196b_5a_6e10'],
  ['hudson.plugins.parameterizedtrigger.', 'parameterized-trigger@893.va_383a_9b_a_4c11'],
  ['hudson.plugins.timestamper.', 'timestamper@1.28'],
  ['com.michelin.cio.hudson.plugins.maskpasswords.', 'mask-passwords@220.v95819055b_265'],
  ['hudson.plugins.ws__cleanup.', 'ws-cleanup@0.49'],
  ['hudson.tasks.Mailer', 'mailer@534.v1b_36f5864073'],
  ['hudson.tasks.junit.', 'junit@1400.v1'],
  ['com.cloudbees.hudson.plugins.folder.', 'cloudbees-folder@6.1053.v1'],
  ['com.cloudbees.plugins.credentials.', 'credentials@1511.v2e3cb_0008ef0'],
  ['jenkins.branch.', 'branch-api@2.1280.v0d4e5b_b_460ef'],
  ['jenkins.scm.', 'scm-api@728.vc30dcf7a_0df5'],
  ['flow-definition', 'workflow-job@1571.1580.v1c1b_9a_1c9'],
  ['org.jenkinsci.plugins.workflow.job.', 'workflow-job@1571.1580.v1c1b_9a_1c9'],
  ['org.jenkinsci.plugins.workflow.cps.', 'workflow-cps@4275.v1'],
  ['org.jenkinsci.plugins.workflow.multibranch.', 'workflow-multibranch@821.v1'],
  ['org.jenkinsci.plugins.credentialsbinding.', 'credentials-binding@728.v902a_273b_8947'],
  ['EnvInjectBuilder', 'envinject@2.941.v351a_20c0a_3ca_'],
  ['EnvInjectJobProperty', 'envinject@2.941.v351a_20c0a_3ca_'],
];

/** Returns the plugin of a class with its version, empty for the core; undefined for a class that is not there. */
function pluginOf(name: string): string | undefined {
  return installed
    .filter(([start]) => (start.endsWith('.') ? name.startsWith(start) : name === start))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/** The fields of some classes: any other one is unknown and dropped. A class that is not here has all fields. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'hudson.tasks.Shell': ['command', 'configuredLocalRules', 'unstableReturn'],
  'hudson.model.StringParameterDefinition': ['name', 'description', 'defaultValue', 'trim'],
  'hudson.model.PasswordParameterDefinition': ['name', 'description', 'defaultValue'],
};

/** What is encrypted when it is saved: a field of a class. */
const secrets: ReadonlySet<string> = new Set([
  'hudson.model.PasswordParameterDefinition/defaultValue',
  'project/authToken',
  'flow-definition/authToken',
]);

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
    'scmCheckoutRetryCount',
    'quietPeriod',
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

/** What of a server counts when a text is read. */
export interface Saving {
  /** Plugins that are not there, by their ids. */
  readonly without?: ReadonlySet<string>;
  /** Unknown classes and fields are dropped, as they are of what is sent. */
  readonly dropsUnknown?: boolean;
  /** Returns what is kept in place of a secret. */
  readonly encrypt?: (text: string) => string;
  /** The name of a view is that of its address, whatever its text says. */
  readonly viewName?: string;
}

/** Returns the text as Jenkins prints it after it has read it; undefined when it is no XML, which it answers with 500. */
export function savedXml(text: string, saving: Saving = {}): string | undefined {
  const root = parseRoot(text);
  if (root === undefined) return undefined;
  const known = saving.dropsUnknown === true ? withoutUnknown(root, saving.without ?? new Set()) : root;
  const named = saving.viewName === undefined ? known : withText(known, 'name', saving.viewName);
  const kept = saving.encrypt === undefined ? named : withSecrets(named, saving.encrypt);
  return printDocument(withDefaults(kept));
}

function printDocument(root: SavedElement): string {
  return `<?xml version="1.1" encoding="UTF-8"?>\n${print(root, '', '')}\n`;
}

/** Returns whether a server has the class of a root element, such as `project`. */
export function isKnownRoot(name: string, without: ReadonlySet<string>): boolean {
  return isThere(name, without);
}

function isThere(name: string, without: ReadonlySet<string>): boolean {
  const plugin = pluginOf(name);
  return plugin !== undefined && !without.has(plugin.replace(/@.*/, ''));
}

/** An unknown class or field goes without a word; a source that is gone becomes none. */
function withoutUnknown(given: SavedElement, without: ReadonlySet<string>): SavedElement {
  const known = fields[given.name] ?? (given.name === 'project' ? orders.project : undefined);
  const children = given.children.flatMap((child): readonly SavedElement[] => {
    const named = child.attributes.class ?? child.name;
    const isClass = named.includes('.') || pluginOf(named) !== undefined;
    if (isClass && !isThere(named, without))
      return child.name === 'scm' ? [{ ...element('scm'), attributes: { class: 'hudson.scm.NullSCM' } }] : [];
    if (known !== undefined && !known.includes(child.name)) return [];
    return [withoutUnknown(child, without)];
  });
  return { ...given, children };
}

function withSecrets(given: SavedElement, encrypt: (text: string) => string): SavedElement {
  const children = given.children.map((child) =>
    secrets.has(`${given.name}/${child.name}`)
      ? { ...child, text: encrypt(child.text) }
      : withSecrets(child, encrypt),
  );
  return { ...given, children };
}

function withText(given: SavedElement, name: string, text: string): SavedElement {
  const others = given.children.filter((child) => child.name !== name);
  return { ...given, children: [element(name, text), ...others] };
}

/** Returns a configuration with another text in a field below the root. */
export function withField(xml: string, name: string, text: string): string {
  const root = parseRoot(xml);
  if (root === undefined) return xml;
  const at = root.children.findIndex((child) => child.name === name);
  const children =
    at === -1 ? [...root.children, element(name, text)] : root.children.with(at, element(name, text));
  return printDocument({ ...root, children });
}

/** What a view that is made gets in place of what its text lacks; a later upload that lacks it takes it away. */
const viewDefaults: readonly SavedElement[] = [
  {
    ...element('jobNames'),
    children: [{ ...element('comparator'), attributes: { class: 'hudson.util.CaseInsensitiveComparator' } }],
  },
  element('jobFilters'),
  {
    ...element('columns'),
    children: ['Status', 'Weather', 'Job', 'LastSuccess', 'LastFailure', 'LastDuration', 'BuildButton'].map(
      (name) => element(`hudson.views.${name}Column`),
    ),
  },
];

/** Returns the text of a view that is made, as it is sent. */
export function withViewDefaults(xml: string): string {
  const root = parseRoot(xml);
  if (root?.name !== 'hudson.model.ListView') return xml;
  const missing = viewDefaults.filter(({ name }) => !root.children.some((child) => child.name === name));
  return printDocument({ ...root, children: [...root.children, ...missing] });
}

const HOLDER = 'com.cloudbees.hudson.plugins.folder.views.DefaultFolderViewHolder';

/** Views in the configuration of a folder: their names and classes with their own texts, and the one that is shown first. */
export interface FolderViews {
  readonly views: readonly (readonly [name: string, xml: string])[];
  readonly primary: string;
}

/** Returns the views that a folder's text has; undefined where it says nothing of them. */
export function folderViews(xml: string): FolderViews | undefined {
  const holder = parseRoot(xml)?.children.find(({ name }) => name === 'folderViews');
  if (holder === undefined) return undefined;
  const views = holder.children.find(({ name }) => name === 'views')?.children ?? [];
  const textOf = (of: SavedElement, name: string) => of.children.find((child) => child.name === name)?.text;
  return {
    views: views.map((view) => [
      textOf(view, 'name') ?? '',
      printDocument({ ...view, children: view.children.filter(({ name }) => name !== 'owner') }),
    ]),
    primary: textOf(holder, 'primaryView') ?? '',
  };
}

/** Returns the configuration of a folder with the views that it has. */
export function withFolderViews(xml: string, { views, primary }: FolderViews): string {
  const root = parseRoot(xml);
  if (root === undefined) return xml;
  const owner = { ...element('owner'), attributes: { class: root.name, reference: '../../../..' } };
  const inside = views.flatMap(([, text]) => {
    const view = parseRoot(text);
    return view === undefined ? [] : [{ ...view, children: [owner, ...view.children] }];
  });
  const holder: SavedElement = {
    ...element('folderViews'),
    attributes: { class: HOLDER },
    children: [
      { ...element('views'), children: inside },
      element('primaryView', primary),
      { ...element('tabBar'), attributes: { class: 'hudson.views.DefaultViewsTabBar' } },
    ],
  };
  const at = root.children.findIndex(({ name }) => name === 'folderViews');
  const children = at === -1 ? [...root.children, holder] : root.children.with(at, holder);
  return printDocument({ ...root, children });
}

/** Returns the name of the root element; undefined when the text is no XML. */
export function rootName(text: string): string | undefined {
  return parseRoot(text)?.name;
}

/** Elements that are nested deeper end in 500. */
const MOST_DEPTH = 1000;

function isReadable(text: string): boolean {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&#(?:0+|x0+);/.test(text)) return false;
  // XML 1.0 has no control characters, and 1.1 has them as references.
  const isNew = /^\s*<\?xml\s[^>]*version=["']1\.1["']/.test(text);
  return isNew || !/&#(?:x0*(?:[1-8bcef]|1[0-9a-f])|0*(?:[1-8]|1[124-9]|2[0-9]|3[01]));/i.test(text);
}

/** A document type is taken, and its entities are empty. */
function withoutDocumentType(text: string): string {
  const plain = text.replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>/, '');
  return plain === text ? text : plain.replace(/&(?!(?:amp|lt|gt|quot|apos);)\w+;/g, '');
}

function depthOf(root: SavedElement): number {
  return 1 + Math.max(0, ...root.children.map(depthOf));
}

function parseRoot(text: string): SavedElement | undefined {
  if (!isReadable(text)) return undefined;
  try {
    const parsed: unknown = parser.parse(withoutDocumentType(text), true);
    const [root] = Array.isArray(parsed) ? parsed.flatMap(elementOf) : [];
    return root === undefined || depthOf(root) > MOST_DEPTH ? undefined : root;
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
  const plugin = pluginOf(named) ?? '';
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
  return text
    .replaceAll(/[&<>"'\r]/g, (character) => references[character] ?? character)
    .replaceAll(
      /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/g,
      (character) => `&#x${character.charCodeAt(0).toString(16)};`,
    );
}

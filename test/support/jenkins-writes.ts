import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, type Asker, forbidden, page } from './jenkins-answers.ts';
import type { JenkinsModel, ModelItem, Right } from './jenkins-model.ts';
import { folderViews, isKnownRoot, rootName, savedXml, withField, withViewDefaults } from './saved-xml.ts';

/*
 * What requests change, as it was measured on core 2.579: status codes, headers and what happens without a word. A request of
 * another kind is one more entry of `posts`.
 */

/** A request that wants to change something. */
export interface Write {
  readonly model: JenkinsModel;
  /** The path that the server is below. */
  readonly base: string;
  readonly asker: Asker;
  /** The item that the address is about, which its user may see; the root for the empty name. */
  readonly fullName: string;
  readonly item: ModelItem;
  readonly url: URL;
  /** The path behind the item. */
  readonly rest: string;
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
}

const posts: readonly (readonly [RegExp, (write: Write, ...found: readonly string[]) => Answer])[] = [
  [/^\/createItem$/, createItem],
  [/^\/config\.xml$/, replaceConfig],
  [/^\/createView$/, createView],
  [/^\/view\/([^/]+)\/config\.xml$/, replaceView],
  [/^\/view\/([^/]+)\/doDelete$/, deleteView],
  [/^\/confirmRename$/, rename],
  [/^\/doRename$/, (write) => (write.item.children === undefined ? rename(write) : page(404))],
  [/^\/move\/move$/, move],
  [/^\/(disable|enable)$/, setDisabled],
  [/^\/doDelete$/, (write) => deleteItem(write, () => found(write, parentOf(write.fullName)))],
  [/^\/build$/, build],
  [/^\/(quietDown|cancelQuietDown|reload)$/, manage],
];

/** Answers a POST. */
export function answerToPost(write: Write): Answer {
  for (const [pattern, answer] of posts) {
    const match = pattern.exec(write.rest);
    if (match !== null) return answer(write, ...match.slice(1).map(decodeURIComponent));
  }
  return page(404);
}

/** Answers a DELETE: of an item with a slash at the end, and of nothing else. */
export function answerToDelete(write: Write): Answer {
  if (write.fullName === '' || write.rest !== '/') return page(404);
  return deleteItem(write, () => ({ status: 204, headers: {}, body: '' }));
}

const done: Answer = { status: 200, headers: {}, body: '' };

const required: Readonly<Partial<Record<Right, string>>> = {
  'Job/Build': 'hudson.model.Item.Build',
  'Job/Configure': 'hudson.model.Item.Configure',
  'Job/Create': 'hudson.model.Item.Create',
  'Job/Delete': 'hudson.model.Item.Delete',
  'Job/Move': 'hudson.model.Item.Move',
  'Overall/Manage': 'hudson.model.Hudson.Manage',
  'View/Configure': 'hudson.model.View.Configure',
  'View/Create': 'hudson.model.View.Create',
  'View/Delete': 'hudson.model.View.Delete',
};

/** Returns the refusal for lack of a permission; undefined when there is none. */
function lacking({ asker }: Write, ...rights: readonly Right[]): Answer | undefined {
  const missing = rights.find((right) => !asker.rights.has(right));
  return missing === undefined ? undefined : forbidden(required[missing] ?? missing, asker.name);
}

function refused(why: string): Answer {
  return page(400, { 'x-error': why });
}

/** Leads to the page of an item. */
function found({ base }: Write, fullName: string, rest = '/'): Answer {
  return { status: 302, headers: { location: `${base}${pathOf(fullName)}${rest}` }, body: '' };
}

function pathOf(fullName: string): string {
  return fullName
    .split('/')
    .filter((name) => name !== '')
    .map((name) => `/job/${encodeURIComponent(name)}`)
    .join('');
}

function parentOf(fullName: string): string {
  return fullName.split('/').slice(0, -1).join('/');
}

function leafOf(fullName: string): string {
  return fullName.split('/').at(-1) ?? '';
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Returns why an item cannot be called so (`Jenkins.checkGoodName`, and what it is on the disk). */
function nameProblem(name: string): Answer | undefined {
  if (name === '') return refused('No name is specified');
  if (name === '.' || name === '..') return refused(`'${name}' is not an allowed name`);
  if (name.endsWith('.')) return refused("A name cannot end with '.'");
  if (/[\u0000-\u001f\u007f]/.test(name)) return refused('No control code is allowed');
  const unsafe = /[/\\%;:?*&#<>|@!$^[\]]/.exec(name)?.[0];
  if (unsafe !== undefined) return refused(`'${unsafe}' is an unsafe character`);
  // A folder of a disk has no longer name.
  return Buffer.byteLength(name) > 255 ? page(500) : undefined;
}

/** Returns the refusal of a name that is there already, in whatever letters. */
function taken(items: ReadonlyMap<string, unknown>, name: string): Answer | undefined {
  const isTaken = [...items.keys()].some((each) => each.toLowerCase() === name.toLowerCase());
  return isTaken ? refused(`A job already exists with the name '${name}'`) : undefined;
}

/** A body as it is read: without a charset it is ISO-8859-1, whatever its declaration says. */
function textOf({ headers, body }: Write): string {
  const charset = /;\s*charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return charset?.toLowerCase() === 'utf-8' ? body.toString('utf8') : body.toString('latin1');
}

function createItem(write: Write): Answer {
  const { model, item, fullName, url, body, headers } = write;
  const missing = lacking(write, 'Job/Create');
  if (missing !== undefined) return missing;
  // What Jenkins computes takes no items either.
  if (item.children === undefined || /MultiBranch|OrganizationFolder/.test(item.class)) return page(404);
  const name = (url.searchParams.get('name') ?? '').trim();
  const problem = nameProblem(name) ?? taken(item.children, name);
  if (problem !== undefined) return problem;
  if (url.searchParams.get('mode') === 'copy') return copyItem(write, name);
  const type = headers['content-type'];
  if (type === undefined) return refused('No Content-Type header set');
  if (!/^(?:application|text)\/xml/.test(type)) return refused('No mode given');
  const text = body.toString('utf8');
  const root = rootName(text);
  const saved = savedXml(text, model.saving);
  if (root === undefined || saved === undefined || !isKnownRoot(root, model.without)) return page(500);
  const made = model.addJob(inside(fullName, name), saved);
  made.disk = text;
  made.saves = 1;
  takeFolderViews(made, saved);
  return done;
}

function copyItem(write: Write, name: string): Answer {
  const { model, fullName, url } = write;
  const from = url.searchParams.get('from') ?? '';
  const source = model.find(from.startsWith('/') ? from.slice(1) : inside(fullName, from));
  if (source === undefined) return refused(`No such job: ${from}`);
  const copy = inside(fullName, name);
  model.addJob(copy, source.xml, { isHeld: true, saves: 1 });
  return found(write, copy, '/configure');
}

/** The whole is replaced; another root class is refused. */
function replaceConfig(write: Write): Answer {
  const { model, item, fullName } = write;
  if (fullName === '') return page(400);
  const missing = lacking(write, 'Job/Configure');
  if (missing !== undefined) return missing;
  const text = textOf(write);
  const saved = savedXml(text, model.saving);
  if (saved === undefined || rootName(text) !== rootName(item.xml)) return page(500);
  item.xml = saved;
  item.saves = (item.saves ?? 0) + 1;
  delete item.disk;
  delete item.isHeld;
  takeFolderViews(item, saved);
  return done;
}

/** A folder has the views that its text has, and that of all jobs where it says nothing. */
function takeFolderViews(item: ModelItem, saved: string): void {
  if (!item.class.endsWith('folder.Folder')) return;
  const told = folderViews(saved);
  const all = '<hudson.model.AllView><name>All</name></hudson.model.AllView>';
  item.views.clear();
  for (const [name, xml] of told?.views ?? [['All', savedXml(all) ?? ''] as const])
    item.views.set(name, { class: rootName(xml) ?? '', xml });
  item.primaryView = told?.primary ?? 'All';
}

function createView(write: Write): Answer {
  const { model, item, url } = write;
  const missing = lacking(write, 'View/Create');
  if (missing !== undefined) return missing;
  if (item.children === undefined) return page(404);
  const name = (url.searchParams.get('name') ?? '').trim();
  const problem = nameProblem(name);
  if (problem !== undefined) return problem;
  if (item.views.has(name)) return refused(`A view already exists with the name "${name}"`);
  if (!/^(?:application|text)\/xml/.test(write.headers['content-type'] ?? ''))
    return refused('No mode given');
  const text = textOf(write);
  const root = rootName(text);
  const saved = savedXml(withViewDefaults(text), { ...model.saving, viewName: name });
  if (root === undefined || saved === undefined || !isKnownRoot(root, model.without)) return page(500);
  item.views.set(name, { class: root, xml: saved });
  return done;
}

function replaceView(write: Write, name = ''): Answer {
  const { model, item } = write;
  const missing = lacking(write, 'View/Configure');
  if (missing !== undefined) return missing;
  const view = item.views.get(name);
  if (view === undefined) return page(404);
  const text = textOf(write);
  const saved = savedXml(text, { ...model.saving, viewName: name });
  if (saved === undefined || rootName(text) !== rootName(view.xml)) return page(500);
  view.xml = saved;
  return done;
}

/** The view that is shown first goes like any other one. */
function deleteView(write: Write, name = ''): Answer {
  const missing = lacking(write, 'View/Delete');
  if (missing !== undefined) return missing;
  return write.item.views.delete(name) ? found(write, write.fullName) : page(404);
}

function rename(write: Write): Answer {
  const { model, item, fullName, url } = write;
  if (fullName === '') return page(404);
  const missing = lacking(write, 'Job/Create', 'Job/Configure');
  if (missing !== undefined) return missing;
  const name = (url.searchParams.get('newName') ?? '').trim();
  const folder = parentOf(fullName);
  const siblings = model.find(folder)?.children ?? new Map<string, ModelItem>();
  const problem = nameProblem(name);
  if (problem !== undefined) return problem;
  if (taken(siblings, name) !== undefined) return refused(`The name "${name}" is already in use.`);
  if (item.isBuilding === true) return refused('Unable to rename a job while it is building.');
  siblings.delete(leafOf(fullName));
  siblings.set(name, item);
  return found(write, inside(folder, name));
}

/** A move that fails leads back to its own page. */
function move(write: Write): Answer {
  const { model, item, fullName, url } = write;
  if (fullName === '') return page(404);
  const missing = lacking(write, 'Job/Move');
  if (missing !== undefined) return missing;
  const back = found(write, fullName, '/move/');
  const destination = (url.searchParams.get('destination') ?? '').replace(/^\//, '');
  const folder = model.find(destination);
  const name = leafOf(fullName);
  const isPossible =
    url.searchParams.get('destination')?.startsWith('/') === true &&
    folder?.children !== undefined &&
    !/MultiBranch|OrganizationFolder/.test(folder.class) &&
    destination !== fullName &&
    !destination.startsWith(`${fullName}/`) &&
    taken(folder.children, name) === undefined;
  if (!isPossible) return back;
  model.find(parentOf(fullName))?.children?.delete(name);
  folder.children?.set(name, item);
  return found(write, inside(destination, name));
}

/** A folder has no such state, and answers all the same. */
function setDisabled(write: Write, verb = ''): Answer {
  const missing = lacking(write, 'Job/Configure');
  if (missing !== undefined) return missing;
  const { item, fullName } = write;
  if (fullName === '') return page(404);
  if (!item.class.endsWith('folder.Folder')) {
    item.xml = withField(item.xml, 'disabled', String(verb === 'disable'));
    item.saves = (item.saves ?? 0) + 1;
    delete item.disk;
  }
  return found(write, fullName);
}

/** A folder goes with all it holds, and a build that runs is stopped. */
function deleteItem(write: Write, answer: () => Answer): Answer {
  const { model, fullName } = write;
  if (fullName === '') return page(404);
  const missing = lacking(write, 'Job/Delete');
  if (missing !== undefined) return missing;
  model.find(parentOf(fullName))?.children?.delete(leafOf(fullName));
  return answer();
}

function build(write: Write): Answer {
  const missing = lacking(write, 'Job/Build');
  if (missing !== undefined) return missing;
  const { item, base } = write;
  if (item.children !== undefined) return page(404);
  item.builds = (item.builds ?? 0) + 1;
  return { status: 201, headers: { location: `${base}/queue/item/${item.builds}/` }, body: '' };
}

function manage(write: Write, verb = ''): Answer {
  const missing = lacking(write, 'Overall/Manage');
  if (missing !== undefined) return missing;
  const { model, fullName } = write;
  if (verb === 'reload' && fullName !== '') return done;
  if (fullName !== '') return page(404);
  if (verb === 'reload') model.unready = 2;
  else model.quietingDown = verb === 'quietDown';
  return found(write, '');
}

import { bad, getJson, isObject, type JsonObject, objectsIn, textIn } from './answers.ts';
import type { JenkinsClient } from './jenkins-client.ts';
import { itemPath } from './server-address.ts';
import type { Asked, ServerFailure } from './server-failure.ts';

/** A job, folder or whatever else a Jenkins lists. */
export interface ListedItem {
  /** Its name and those of the folders that it is in, with `/`. */
  readonly name: string;
  /** The class, such as `hudson.model.FreeStyleProject`. */
  readonly class: string;
  /** Whether its jobs are those that a person made, and are listed as well: a folder. */
  readonly isFolder: boolean;
}

/** A view of a Jenkins or of a folder. */
export interface ListedView {
  readonly name: string;
  readonly class: string;
  readonly isPrimary: boolean;
}

/** What is in the root of a Jenkins, or in a folder. */
export interface Listing {
  readonly items: readonly ListedItem[];
  readonly views: readonly ListedView[];
  /** What else its object has. */
  readonly data: JsonObject;
  /** Names that no item of Jenkins can have, or that were listed twice: a server that is none, or that is broken. */
  readonly refused: readonly string[];
}

/** Deeper folders are not believed: no path of a disk is so long. */
const MOST_DEPTH = 100;

/** More items than any Jenkins has. */
const MOST_ITEMS = 200_000;

/**
 * Returns what is in a folder; the empty name is the root. One request: whether an item has jobs is asked with a list of
 * at most one of them, so that a thousand branches of a multibranch project do not come along. An answer without a list
 * of jobs is a failure: Jenkins has one for each folder, and a missing one would be taken for an empty folder. What
 * is maybe no folder, as a plain job, has none.
 */
export async function listFolder(
  client: JenkinsClient,
  folder: string,
  { isMaybeNone = false }: { readonly isMaybeNone?: boolean } = {},
): Promise<Asked<Listing>> {
  const fields =
    'jobs[_class,name,jobs[name]{0,1},sources[_class]{0,1}],views[_class,name],primaryView[name]';
  const tree = folder === '' ? `_class,description,${fields}` : fields;
  const asked = await getJson(client, `${itemPath(folder)}/api/json?tree=${encodeURIComponent(tree)}`);
  if (!asked.ok) return asked;
  const { data, answer } = asked.value;
  const isListed = Array.isArray(data.jobs) || (isMaybeNone && data.jobs === undefined);
  if (!isListed) return bad(answer, 'it has no list of jobs');
  const items: ListedItem[] = [];
  const refused: string[] = [];
  const taken = new Set<string>();
  for (const job of objectsIn(data, 'jobs')) {
    const name = textIn(job, 'name');
    if (!isItemName(name) || taken.has(name)) refused.push(name);
    else
      items.push({
        name: folder === '' ? name : `${folder}/${name}`,
        class: textIn(job, '_class'),
        isFolder: isFolder(job),
      });
    taken.add(name);
  }
  const primary = isObject(data.primaryView) ? textIn(data.primaryView, 'name') : '';
  const views = objectsIn(data, 'views')
    .map((view) => ({ name: textIn(view, 'name'), class: textIn(view, '_class') }))
    .filter(({ name }) => isItemName(name))
    .map((view) => ({ ...view, isPrimary: view.name === primary }));
  return { ok: true, value: { items, views, data, refused } };
}

/** Takes what is found while all folders are listed. */
export interface ListingReports {
  /** A folder was listed. */
  readonly onFolder: (folder: string, listing: Listing) => void;
  /** A folder could not be listed; true goes on with the others. */
  readonly onFailure: (folder: string, failure: ServerFailure) => boolean;
}

/**
 * Returns the items of all folders, a folder before what is in it. The branches of multibranch projects and the repositories of
 * organizations are left out: Jenkins makes them by itself. Undefined when it was ended.
 */
export async function listItems(
  client: JenkinsClient,
  root: Listing,
  { onFolder, onFailure }: ListingReports,
): Promise<readonly ListedItem[] | undefined> {
  const children = new Map<string, readonly ListedItem[]>([['', root.items]]);
  let count = root.items.length;
  let isEnded = false;
  onFolder('', root);
  const list = async (folder: string, depth: number): Promise<void> => {
    if (isEnded) return;
    const asked = await listFolder(client, folder);
    if (!asked.ok) {
      if (!isEnded && !onFailure(folder, asked.failure)) isEnded = true;
      return;
    }
    children.set(folder, asked.value.items);
    count += asked.value.items.length;
    onFolder(folder, asked.value);
    await into(asked.value.items, depth + 1);
  };
  const into = async (items: readonly ListedItem[], depth: number): Promise<void> => {
    const folders = items.filter((item) => item.isFolder);
    const isTooMuch = depth > MOST_DEPTH || count > MOST_ITEMS;
    const [first] = folders;
    if (isTooMuch && first !== undefined && !isEnded) {
      const reason =
        depth > MOST_DEPTH ? `folders are ${depth} deep` : `it lists more than ${MOST_ITEMS} items`;
      isEnded = !onFailure(first.name, { kind: 'bad-answer', url: client.address.url, reason });
      return;
    }
    await Promise.all(folders.map(({ name }) => list(name, depth)));
  };
  await into(root.items, 1);
  return isEnded ? undefined : inOrder(children, '');
}

function inOrder(
  children: ReadonlyMap<string, readonly ListedItem[]>,
  folder: string,
): readonly ListedItem[] {
  return (children.get(folder) ?? []).flatMap((item) =>
    item.isFolder ? [item, ...inOrder(children, item.name)] : [item],
  );
}

/** What Jenkins computes by itself: `ComputedFolder` of cloudbees-folder and what extends it. */
function isFolder(job: JsonObject): boolean {
  if (!Array.isArray(job.jobs)) return false;
  return !Array.isArray(job.sources) && !isComputed(textIn(job, '_class'));
}

/** Returns whether what is in an item of a class is made by Jenkins itself: branches, or repositories. */
export function isComputed(className: string): boolean {
  return /MultiBranch|OrganizationFolder|ComputedFolder/i.test(className);
}

/** Follows `Jenkins.checkGoodName`: what is refused there can be no item here, and no path of a file either. */
function isItemName(name: string): boolean {
  return name !== '' && name.length <= 255 && !/^\.{1,2}$|[\u0000-\u001f\u007f/\\]/.test(name);
}

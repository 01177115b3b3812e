import type { JenkinsClient, Written } from './jenkins-client.ts';
import { itemPath } from './server-address.ts';

/*
 * The requests that change a Jenkins, one function each: `hudson.model.ItemGroupMixIn`, `AbstractItem`, `View`, and
 * `RelocationAction` of cloudbees-folder. All go out once; what they did is for the caller to see.
 */

/** Returns the path of a view of a folder below the address; the empty folder is the root. */
export function viewPath(folder: string, name: string): string {
  return `${itemPath(folder)}/view/${encodeURIComponent(name)}`;
}

/** Makes a job or folder. A name that is there already, in whatever letters, is refused; blanks at its ends are cut. */
export function createItem(
  client: JenkinsClient,
  folder: string,
  name: string,
  xml: string,
): Promise<Written> {
  return client.post(`${itemPath(folder)}/createItem?name=${encodeURIComponent(name)}`, xml);
}

/** Makes a view. */
export function createView(
  client: JenkinsClient,
  folder: string,
  name: string,
  xml: string,
): Promise<Written> {
  return client.post(`${itemPath(folder)}/createView?name=${encodeURIComponent(name)}`, xml);
}

/** Replaces the whole configuration of what stands at a path. What the text lacks gets its default. */
export function replaceConfig(client: JenkinsClient, path: string, xml: string): Promise<Written> {
  return client.post(`${path}/config.xml`, xml);
}

/** Gives a job or folder another name in its folder; it keeps its history. Refused while it builds. */
export function renameItem(client: JenkinsClient, fullName: string, name: string): Promise<Written> {
  return client.post(`${itemPath(fullName)}/confirmRename?newName=${encodeURIComponent(name)}`);
}

/**
 * Moves a job or folder into another folder, the root for the empty name; it keeps its name and its history. A move that failed
 * leads to the page of the move (`isFailedMove`).
 */
export function moveItem(client: JenkinsClient, fullName: string, folder: string): Promise<Written> {
  const destination = encodeURIComponent(`/${folder}`);
  return client.post(`${itemPath(fullName)}/move/move?destination=${destination}`);
}

/** Returns whether a move did nothing: both answers are 302, and only where they lead tells them apart. */
export function isFailedMove(written: Written): boolean {
  if (written.kind !== 'taken') return false;
  return written.location === undefined || /\/move\/?(?:[?#].*)?$/.test(written.location);
}

/** Disables a job. What cannot be disabled, such as a folder, answers as if it could. */
export function disableItem(client: JenkinsClient, fullName: string): Promise<Written> {
  return client.post(`${itemPath(fullName)}/disable`);
}

/** Deletes what stands at a path: a job with its builds, a folder with all it holds, a view. */
export function deleteAt(client: JenkinsClient, path: string): Promise<Written> {
  return client.post(`${path}/doDelete`);
}

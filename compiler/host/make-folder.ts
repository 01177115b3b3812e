import fs from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, one after the other; one that exists is fine. Errors of the system are thrown. Node
 * 20 tries without end where a file system says of a new folder that its parent is missing, as that of `/proc` does.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let at = path;
  while (!isFolder(at)) {
    missing.push(at);
    const above = dirname(at);
    if (above === at) break;
    at = above;
  }
  for (const folder of missing.reverse()) makeOne(folder);
}

/** Another run may make it at the same moment. */
function makeOne(folder: string): void {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

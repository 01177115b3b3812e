import { readdirSync, readFileSync } from 'node:fs';

/** Returns the files below a folder, by their path in it, with `/`. */
export function goldenFiles(folder: URL): ReadonlyMap<string, string> {
  const root = decodeURIComponent(folder.pathname);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replaceAll('\\', '/'))
      .map((path) => path.replace(/^\/+/, ''))
      .sort()
      .map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]),
  );
}

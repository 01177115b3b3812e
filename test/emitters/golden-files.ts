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

/** Returns where a file of the Job DSL lies among the golden ones: scripts of pipelines in a folder of their own. */
export function goldenPath(path: string): string {
  return path.replace(/^jenkins\/(job-dsl\/)?/, '');
}

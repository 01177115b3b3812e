import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'examples');

/** A file of an example's output. */
export interface ExampleFile {
  /** `<example>/<path inside output>`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Returns the folders `examples/<name>/output`, whether they exist or not. */
export function exampleOutputs(): readonly string[] {
  if (!existsSync(root)) return [];
  // What holds no specs of its own is no project: recipes for CI, or a folder of projects.
  return readdirSync(root)
    .filter((name) => readdirSync(join(root, name)).some((file) => file.endsWith('.bitesize')))
    .map((name) => join(root, name, 'output'))
    .sort();
}

/** Returns every file of every example's output whose path matches. */
export function exampleFiles(pattern: RegExp): readonly ExampleFile[] {
  return exampleOutputs()
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => ({
      name: relative(root, path).replace('/output/', '/'),
      path,
      text: readFileSync(path, 'utf8'),
    }));
}

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

/** Returns the folders with what a Jenkins is made of: `examples/<name>/output`, those of a fleet by its controllers. */
export function exampleOutputs(): readonly string[] {
  if (!existsSync(root)) return [];
  // What holds no specs of its own is no project: recipes for CI, or a folder of projects.
  return readdirSync(root)
    .filter((name) => readdirSync(join(root, name)).some((file) => file.endsWith('.bitesize')))
    .flatMap((name) => {
      const output = join(root, name, 'output');
      return existsSync(join(root, name, 'controllers.bitesize')) ? foldersIn(output) : [output];
    })
    .sort();
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
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

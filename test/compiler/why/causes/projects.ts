import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { specKindOf } from '../../../../compiler/source/spec-kind.ts';
import type { SourceFile } from '../../../../compiler/text/span.ts';

/** The specs of a project and the files beside them, by name. */
export interface MeasuredProject {
  readonly name: string;
  readonly sources: readonly SourceFile[];
  readonly files: ReadonlyMap<string, string>;
}

const root = join(import.meta.dirname, '../../../..');
const examples = 'examples';
const scenarios = ['test/emitters/kubernetes/scenarios', 'test/compiler/lower/jobs/scenarios'];

/** What cannot be said has no output. */
const withoutOutput = 'cannot-be-said';

/** Returns every example and every scenario that is a project, and of which something is made. */
export function measuredProjects(): readonly MeasuredProject[] {
  return [
    ...foldersBelow(examples).map((folder) => join(examples, folder)),
    ...scenarios.flatMap((group) =>
      foldersBelow(group)
        .filter((folder) => folder !== withoutOutput)
        .map((folder) => join(group, folder, 'input')),
    ),
  ].flatMap(projectIn);
}

/** A folder without specs is none, such as the example of a fleet: its projects are. */
function projectIn(folder: string): readonly MeasuredProject[] {
  const at = join(root, folder);
  const names = filesBelow(at).filter((name) => !/^(output|node_modules)\//.test(name));
  const read = names.map((name) => ({ name, text: readFileSync(join(at, name), 'utf8') }));
  const sources = read.filter(({ name }) => /^[^/]*\.bitesize$/.test(name) && isOfProject(name));
  if (sources.length === 0) return [];
  return [{ name: folder, sources, files: new Map(read.map(({ name, text }) => [name, text])) }];
}

function isOfProject(name: string): boolean {
  const kind = specKindOf(name);
  return kind !== undefined && kind !== 'controllers';
}

function foldersBelow(folder: string): readonly string[] {
  const at = join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => statSync(join(at, name)).isDirectory())
    .sort();
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

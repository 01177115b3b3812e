import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../../corpus/corpora.ts';

const root = join(import.meta.dirname, '../../..');

/** A folder with specs, and what it is called in a result. */
export interface ProjectFolder {
  readonly name: string;
  readonly folder: string;
}

/** Examples with specs of their own. */
export const exampleProjects: readonly ProjectFolder[] = projectsIn(join(root, 'examples'));

/** The projects of the scenarios of other tests. */
export const scenarioProjects: readonly ProjectFolder[] = [
  'test/emitters/kubernetes/scenarios',
  'test/compiler/lower/jobs/scenarios',
].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => ({ name, folder: join(root, folder, name, 'input') })),
);

/** The corpus: a folder that `BITESIZE_CLUSTER_CORPUS` names, else the one beside the checkout; it may not be there. */
export const corpusFolder = process.env.BITESIZE_CLUSTER_CORPUS ?? join(sharedFolder, 'corpus');

/** Every project of the corpus; empty when it is not there. */
export const corpusProjects: readonly ProjectFolder[] = existsSync(corpusFolder)
  ? readdirSync(corpusFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => projectsIn(join(corpusFolder, name), `${name}/`))
  : [];

function projectsIn(folder: string, prefix = ''): readonly ProjectFolder[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name: `${prefix}${name}`, folder: join(folder, name) }))
    .filter((project) => existsSync(join(project.folder, 'environments.bitesize')));
}

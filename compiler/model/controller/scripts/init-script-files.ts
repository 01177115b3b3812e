import type { Artifact } from '../../artifact.ts';

/** The folder of the init scripts in the output. */
export const initScriptsFolder = 'jenkins/init.groovy.d';

/** The folder of the project's own files that init scripts read. */
export const startFilesOutput = 'jenkins/start-files';

/** Returns the init scripts among the files of the start. */
export function onlyInitScripts(files: readonly Artifact[]): readonly Artifact[] {
  return files.filter(({ path }) => path.startsWith(`${initScriptsFolder}/`));
}

/** Returns the files that init scripts read among the files of the start. */
export function onlyStartFiles(files: readonly Artifact[]): readonly Artifact[] {
  return files.filter(({ path }) => path.startsWith(`${startFilesOutput}/`));
}

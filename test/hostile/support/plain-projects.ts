import { newProject } from '../../../compiler/scaffold/new-project.ts';
import { files, type Tree } from './tree.ts';

/** Returns the specs of a project without findings in a folder. */
export function plainProject(folder: string, name = folder): Tree {
  const specs = newProject({
    name,
    git: `git@git.example.com:${name}/${name}.git`,
    branch: 'main',
    runtime: 'debian:13-slim',
    host: `${name}.example.com`,
    port: 8080,
  });
  const at = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  return files(Object.fromEntries(specs.map((spec) => [at(spec.name), spec.text])));
}

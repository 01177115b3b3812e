import { files, type Tree } from './tree.ts';

/** Returns a small project without findings in a folder. */
export function plainProject(folder: string): Tree {
  return files({ [`${folder}/build.bitesize`]: plainSpec(folder) });
}

/** Returns a spec without findings. */
export function plainSpec(name: string): string {
  return `project: ${name}
components:
  - name: ${name}
    repository:
      git: git@example.com:${name}/${name}.git
    build:
      - shell: make
`;
}

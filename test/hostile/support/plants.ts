import { link, pipe, type Tree } from './tree.ts';

/** Something that a change can put where the command line names a file or folder. */
export interface Plant {
  readonly name: string;
  /** Returns the path that the command line gets and what is planted for it; `to` leads from its folder to the top. */
  readonly at: (name: string) => { readonly path: string; readonly tree: Tree };
}

/** Every kind of link, and what else is no file. */
export const plants: readonly Plant[] = [
  { name: 'a link to a file', at: (name) => linked(name, 'victim/secret.txt') },
  { name: 'a link to a spec', at: (name) => linked(name, 'victim/build.bitesize') },
  { name: 'a link to a folder', at: (name) => linked(name, 'victim') },
  { name: 'a link to nothing', at: (name) => linked(name, 'victim/not-there') },
  {
    name: 'a link to a link',
    at: (name) => ({ path: name, tree: { ...linked('hop', 'victim').tree, [name]: link(`${up(name)}hop`) } }),
  },
  {
    name: 'a link above it',
    at: (name) => ({ path: `middle/${name}`, tree: linked('middle', 'victim').tree }),
  },
  {
    name: 'a link to a pipe',
    at: (name) => ({ path: name, tree: { quiet: pipe, [name]: link(`${up(name)}quiet`) } }),
  },
  { name: 'a pipe', at: (name) => ({ path: name, tree: { [name]: pipe } }) },
  { name: 'a link to a device', at: (name) => ({ path: name, tree: { [name]: link('/dev/null') } }) },
  {
    name: 'a link to itself',
    at: (name) => ({ path: name, tree: { [name]: link(name.split('/').at(-1) ?? name) } }),
  },
];

/** A link from the checkout to what lies beside it. */
function linked(name: string, target: string): { readonly path: string; readonly tree: Tree } {
  return { path: name, tree: { [name]: link(`${up(name)}../${target}`) } };
}

function up(name: string): string {
  return '../'.repeat(name.split('/').length - 1);
}

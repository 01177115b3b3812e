import type { Tree } from '../../import/tree.ts';
import { xmlText } from '../../import/xml-text.ts';
import { compareText } from '../../util/compare-text.ts';
import { configTree } from '../same.ts';
import { folderOf } from './live-config.ts';

/** A new name of something. */
export interface NewName {
  readonly from: string;
  readonly name: string;
}

/**
 * Returns a configuration as it was before things got new names: when Jenkins renames or moves something it also changes the lists of
 * jobs that name it (core 2.579, `ListView.Listener`, `BuildTrigger.ItemListenerImpl`; `Items.computeRelativeNamesAfterRenaming`),
 * which is no change of a person. Undefined when no list names any of them. `owner` is the name of what has the configuration.
 */
export function withOldNames(xml: string, owner: string, moves: readonly NewName[]): string | undefined {
  const tree = moves.length === 0 ? undefined : configTree(xml);
  if (tree === undefined) return undefined;
  const folder = folderOf(owner);
  const rename = (text: string) =>
    [...moves].reverse().reduce((now, move) => oldName(now, folder, move), text);
  const made = renamed(tree, (text) => text.replace(/[^,]+/g, (part) => withOwnBlanks(part, rename)));
  return made === tree ? undefined : xmlText(made);
}

function renamed(tree: Tree, rename: (text: string) => string): Tree {
  if (tree.children.length === 0) {
    const text = rename(tree.text);
    return text === tree.text ? tree : { ...tree, text };
  }
  const children = tree.children.map((child) => renamed(child, rename));
  if (children.every((child, at) => child === tree.children[at])) return tree;
  return { ...tree, children: tree.name === 'jobNames' ? sorted(children) : children };
}

/** The jobs of a view are a sorted set. */
function sorted(children: readonly Tree[]): readonly Tree[] {
  return [...children].sort((a, b) =>
    a.name === 'string' && b.name === 'string' ? compareText(a.text.toLowerCase(), b.text.toLowerCase()) : 0,
  );
}

function withOwnBlanks(part: string, rename: (name: string) => string): string {
  const name = part.trim();
  return name === '' ? part : part.replace(name, () => rename(name));
}

/** A name in a list is relative to the folder of what has the list, or begins with `/`. */
function oldName(text: string, folder: string, { from, name }: NewName): string {
  const isAbsolute = text.startsWith('/');
  const full = isAbsolute ? text.slice(1) : absolute(text, folder);
  if (full !== name && !full.startsWith(`${name}/`)) return text;
  const old = `${from}${full.slice(name.length)}`;
  return isAbsolute ? `/${old}` : relative(old, folder);
}

function absolute(text: string, folder: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of text.split('/'))
    if (part === '..') parts.pop();
    else parts.push(part);
  return parts.join('/');
}

function relative(name: string, folder: string): string {
  const [parts, above] = [name.split('/'), folder === '' ? [] : folder.split('/')];
  const differs = above.findIndex((part, at) => part !== parts[at]);
  const common = differs === -1 ? above.length : differs;
  return [...above.slice(common).map(() => '..'), ...parts.slice(common)].join('/');
}

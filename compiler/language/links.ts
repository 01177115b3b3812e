import { forgeOfHost, forgePlace } from '../util/forge-place.ts';
import { treeOf } from './file-tree.ts';
import { textPiece } from './names/name-use.ts';
import type { Range } from './place.ts';
import { scalarsOf } from './spec-tree.ts';
import { fileNamed, type ProjectView } from './workspace.ts';

/** A piece of a spec that leads to a page, or to a file: its path from the folder of the specs. */
export interface DocumentLink extends Range {
  readonly target: { readonly url: string } | { readonly file: string };
}

/** An address up to what ends it in a sentence or in brackets. One with a variable in it leads nowhere. */
const ADDRESS = /\bhttps?:\/\/[^\s"'`<>|\\^{}()[\]]*[^\s"'`<>|\\^{}()[\].,;:!?]/g;

/** An address of git for ssh, as forges show it. */
const GIT_ADDRESS = /\bgit@([\w.-]+):([\w./~-]+)/g;

/** Returns the addresses and the files that a spec names. */
export function linksOf(view: ProjectView, name: string): readonly DocumentLink[] {
  const file = fileNamed(view, name);
  if (file === undefined) return [];
  const pages = [...file.text.matchAll(ADDRESS)].flatMap(({ 0: url, index }): readonly DocumentLink[] => {
    const end = index + url.length;
    return /^[${]/.test(file.text.slice(end)) || url.includes('$')
      ? []
      : [{ start: index, end, target: { url } }];
  });
  const repositories = [...file.text.matchAll(GIT_ADDRESS)].flatMap(
    ({ 0: address, index }): readonly DocumentLink[] => {
      const place = forgePlace(address);
      if (place === undefined || forgeOfHost(place.host) === undefined) return [];
      const url = `https://${place.host}/${place.path}`;
      return [{ start: index, end: index + address.length, target: { url } }];
    },
  );
  const files = (treeOf(file)?.fields ?? []).flatMap(({ field, value }) =>
    field.node['x-refers'] === 'file' ? scalarsOf(value).flatMap((node) => fileLink(name, node)) : [],
  );
  return [...new Map([...pages, ...repositories, ...files].map((link) => [link.start, link])).values()].sort(
    (a, b) => a.start - b.start,
  );
}

/** A path that leads out of the project is reported, and followed by nobody. */
function fileLink(name: string, node: Parameters<typeof textPiece>[0]): readonly DocumentLink[] {
  const { file, start, end } = textPiece(node);
  const path = node.text.split('/').filter((part) => part !== '' && part !== '.');
  const isInside = !node.text.startsWith('/') && !path.includes('..') && !node.text.includes('\\');
  return file.name === name && isInside && path.length > 0
    ? [{ start, end, target: { file: path.join('/') } }]
    : [];
}

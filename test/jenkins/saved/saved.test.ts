import { expect, test } from 'vitest';
import { configXml } from '../../../emitters/config-xml/index.ts';
import { emitItems } from '../../emitters/emit.ts';
import { goldenFiles } from '../../emitters/golden-files.ts';
import { cases } from '../items/cases.ts';
import { differences } from './differences.ts';
import { elements } from './elements.ts';
import { remaining } from './remaining.ts';

/* jenkins/ holds what a Jenkins saved for these jobs (see README.md). */

const saved = goldenFiles(new URL('jenkins/', import.meta.url));

const ours = new Map(
  Object.entries({ ...cases, elements }).flatMap(([name, items]) =>
    [...emitItems(configXml, items)].map(([path, { text }]) => [savedPath(name, path), text] as const),
  ),
);

const found = [...saved].map(([path, theirs]) => ({
  path,
  differences: differences(ours.get(path) ?? '<none/>', theirs),
}));

test.each(found)('$path is what Jenkins saves', ({ path, differences: all }) => {
  const known = remaining.filter(({ paths }) =>
    all.some((one) => paths.some((part) => one.startsWith(part))),
  );
  const others = all.filter((one) => !known.some(({ paths }) => paths.some((part) => one.startsWith(part))));
  expect(others, path).toEqual([]);
});

test('every difference that remains is one', () => {
  const all = found.flatMap((file) => file.differences);
  const unused = remaining.flatMap(({ paths }) =>
    paths.filter((part) => !all.some((one) => one.startsWith(part))),
  );
  expect(unused).toEqual([]);
});

test.each([
  ['another text', '<a><b>1</b></a>', '<a><b>2</b></a>', ['/a/b: 1 -> 2']],
  ['another class', '<a><b class="x"/></a>', '<a><b/></a>', ['/a/b: class x -> undefined']],
  ['less and more', '<a><b/></a>', '<a><c/></a>', ['/a/b: only ours', '/a/c: only theirs']],
  ['steps in another order', '<a><x.B/><x.C/></a>', '<a><x.C/><x.B/></a>', ['/a: another order']],
  ['fields in another order', '<a><b/><c/></a>', "<?xml version='1.1'?><a p='1'>\n <c></c>\n <b/></a>", []],
])('differences are found: %s', (_, one, other, expected) => {
  expect(differences(one, other)).toEqual(expected);
});

/** The path of what Jenkins saved for a file of ours. */
function savedPath(name: string, path: string): string {
  return `${name}/${path
    .replace(/^jenkins\/(jobs|views)\//, '')
    .replace(/(\/config)?\.xml$/, '')
    .replaceAll('/jobs/', '/')}.xml`;
}

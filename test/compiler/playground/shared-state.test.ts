import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isFileName, linkOf, stateOf } from '../../../compiler/playground/shared-state.ts';

/** A link with any content, as somebody makes it who is not the playground. */
const linkWith = (content: unknown): string =>
  `v1.${Buffer.from(deflateSync(strToU8(JSON.stringify(content)))).toString('base64url')}`;

/** A text without halves of characters, which UTF-8 cannot hold. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const texts = fc.array(
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}(\/[a-z]{1,5})?\.(bitesize|groovy)$/),
    text: fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => text === wellFormed(text)),
  }),
  { maxLength: 8 },
);

describe('a link', () => {
  it('gives back what it was made of', () => {
    fc.assert(
      fc.property(texts, fc.string(), (files, example) => {
        const known = new Map(files.map(({ name, text }) => [name, text]));
        const state = { example, files: [...known].map(([name, text]) => ({ name, text })) };
        const link = linkOf(state);
        expect(link).toMatch(/^v1\.[\w-]+$/);
        expect(stateOf(link ?? '')).toEqual({ ...state, example: wellFormed(state.example) });
      }),
    );
  });

  it('is short for an ordinary project', () => {
    const text =
      'project: shop\ncomponents:\n  - name: web\n    repository:\n      git: git@git.acme.dev:shop/web.git\n';
    expect(linkOf({ example: 'x', files: [{ name: 'build.bitesize', text }] })?.length).toBeLessThan(200);
  });

  it('is not made of more than one can hold', () => {
    const text = Array.from({ length: 400_000 }, (_, index) => ((index * 7919) % 65_521).toString(36)).join(
      '',
    );
    expect(linkOf({ example: 'x', files: [{ name: 'build.bitesize', text }] })).toBeUndefined();
  });
});

describe('a link that somebody else made', () => {
  it.each([
    ['nothing', ''],
    ['another version', 'v2.AAAA'],
    ['what is not packed', 'v1.AAAA'],
    ['other characters', 'v1.<img>'],
    ['no list', linkWith({ example: 'x', files: [] })],
    ['a number for a name', linkWith(['x', [[1, 'text']]])],
    ['no text', linkWith(['x', [['build.bitesize']]])],
    ['a path that leaves the folder', linkWith(['x', [['../build.bitesize', '']]])],
    ['an absolute path', linkWith(['x', [['/etc/passwd', '']]])],
    ['markup for a name', linkWith(['x', [['<img src=x onerror=alert(1)>', '']]])],
    ['too many files', linkWith(['x', Array.from({ length: 51 }, (_, index) => [`f${index}`, ''])])],
    ['a text of which it is the start', linkWith(['x', [['build.bitesize', 'y']]]).slice(0, -8)],
    ['too much when it is unpacked', linkWith(['x', [['build.bitesize', 'y'.repeat(3_000_000)]]])],
  ])('is refused where it holds %s', (_, link) => {
    expect(stateOf(link)).toBeUndefined();
  });

  it('never makes anything throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.json(), (bytes, json) => {
        stateOf(`v1.${Buffer.from(bytes).toString('base64url')}`);
        stateOf(linkWith(JSON.parse(json)));
      }),
    );
  });
});

it.each([
  ['build.bitesize', true],
  ['pipelines/clean-up.groovy', true],
  ['_x', true],
  ['a//b', false],
  ['.hidden', false],
  ['a/..', false],
  ['__proto__', true],
  ['a b', false],
])('says whether %s may be the name of a file', (name, may) => {
  expect(isFileName(name)).toBe(may);
});

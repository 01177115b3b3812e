import { decode } from '@jridgewell/sourcemap-codec';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../compiler/model/artifact.ts';
import { printSourceMaps } from '../../../compiler/plan/source-map.ts';
import { fromDefault, fromPolicy, fromSeveral, fromSpec } from '../../../compiler/text/origin.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';

const file = { name: 'build.bitesize', text: 'project: x\ncomponents:\n  - name: a\n' };
const project = fromSpec({ file, start: 9, end: 10 });
const whole = fromPolicy('the file');
const component = fromSpec({ file, start: 25, end: 32 });

function sourceMapOf(artifact: Artifact) {
  return JSON.parse(printSourceMaps([artifact])).maps[artifact.path];
}

describe('a source map', () => {
  it('leads from each line to its origins, the tightest ones only', () => {
    const content = new TracedText('one\ntwo\nthree\nfour\n', [
      { first: 0, last: 2, origin: project },
      { first: 1, last: 1, origin: component },
      { first: 2, last: 2, origin: fromSeveral([fromDefault('jenkins.x'), fromPolicy('it is safer')]) },
    ]);
    const map = sourceMapOf({ path: 'a.txt', content, origin: whole });
    expect(map).toMatchObject({
      version: 3,
      file: 'a.txt',
      sources: ['build.bitesize', 'bitesize:default', 'bitesize:policy'],
      names: ['jenkins.x', 'it is safer', 'the file'],
    });
    expect(decode(map.mappings)).toEqual([
      [[0, 0, 0, 9]],
      [[0, 0, 2, 2]],
      [
        [0, 1, 0, 0, 0],
        [0, 2, 0, 0, 1],
      ],
      [[0, 2, 0, 0, 2]],
    ]);
  });

  it('names the inner of two marks on one line first, and each origin once', () => {
    const marks = [
      { first: 0, last: 0, origin: project },
      { first: 0, last: 0, origin: component },
      { first: 0, last: 0, origin: component },
    ];
    const map = sourceMapOf({ path: 'a', content: new TracedText('x', marks), origin: whole });
    expect(decode(map.mappings)).toEqual([
      [
        [0, 0, 2, 2],
        [0, 0, 0, 9],
      ],
    ]);
  });

  it('copes with marks past the end', () => {
    const marks = [{ first: 0, last: 9, origin: project }];
    const content = new TracedText('x\n', [...marks, { first: 0, last: 0, origin: project }]);
    expect(decode(sourceMapOf({ path: 'a', content, origin: project }).mappings)).toEqual([[[0, 0, 0, 9]]]);
  });

  it('stands with the others in one file, each on a line', () => {
    const text = printSourceMaps(
      ['a', 'b'].map((path) => ({ path, content: new TracedText('x\n'), origin: whole })),
    );
    expect(Object.keys(JSON.parse(text).maps)).toEqual(['a', 'b']);
    expect(text.split('\n')).toHaveLength(5);
  });

  it('has each of many origins of a line once, in their order', () => {
    const text = Array.from({ length: 300 }, (_, line) => `line ${line}\n`).join('');
    const long = { name: 'jobs.bitesize', text };
    const at = (line: number) =>
      fromSpec({
        file: long,
        start: text.indexOf(`line ${line}\n`),
        end: text.indexOf(`line ${line}\n`) + 4,
      });
    const lines = Array.from({ length: 300 }, (_, index) => (index * 7) % 100);
    const content = new TracedText('needed by all\n', [
      { first: 0, last: 0, origin: fromSeveral(lines.map(at)) },
    ]);
    const [segments = []] = decode(sourceMapOf({ path: 'plugins.txt', content, origin: whole }).mappings);
    expect(segments.map(([, , line]) => line)).toEqual([...new Set(lines)]);
  });

  it('has all marks of a line that say as much, the last one first', () => {
    const marks = Array.from({ length: 40 }, (_, index) => ({
      first: 0,
      last: 0,
      origin: fromDefault(`field${index}`),
    }));
    const map = sourceMapOf({ path: 'a.txt', content: new TracedText('one\n', marks), origin: whole });
    expect(map.names).toEqual(marks.map((_, index) => `field${39 - index}`));
  });
});

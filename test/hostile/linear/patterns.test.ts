import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** A pattern of the product, and where it stands. */
interface Pattern {
  readonly file: string;
  readonly source: string;
}

function patternsOf(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, source: node.text });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

/** Secrets are looked for in whole scripts, and their patterns have tests of their own. */
const patterns = readdirSync('compiler', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/(^|\/)(generated|secrets)\//.test(name))
  .flatMap((name) => patternsOf(join('compiler', name)));

/**
 * A pattern that starts with a run without end and goes on after it, with nothing that ties it to one place: where what
 * comes after is missing, each character of a run of n is tried as its start, n² steps.
 */
const STARTS_WITH_RUN = /^\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\[(^$])[*+]\??(?!\/[a-z]*$)/;

/** A run without end of runs without end that can share a text in many ways: `(a+)+`. */
const RUN_OF_RUNS = /\((?:\?:|\?<\w+>)?(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\[()])[*+]\)[*+]/;

/** Patterns that start with a run, each with the reason why its texts cannot have a long one. */
const allowed: ReadonlyMap<string, string> = new Map([
  ['/[A-Za-z0-9]+|[^A-Za-z0-9]+/g', 'nothing comes after the run: it is one of two kinds of words'],
  ['/\\d+|[.\\-*\\s]|[^\\d.\\-*\\s]+/g', 'nothing comes after the run: it is one of three kinds of words'],
  [
    '/\\s*(<->|->|&&|\\|\\||[!()]|"(?:[^"\\\\]|\\\\.)*"|(?:[^\\s&|!<>()"\'-]|-(?!>))+)/y',
    'it is sticky: each match is tried at one place',
  ],
  ['/\\w+|\\s+|[^\\w\\s]/g', 'nothing comes after the run: it is one of three kinds of pieces'],
  ['/-+$/', 'names of objects, cut to the length that they may have'],
  ['/[^/\\\\]*$/', 'the path of a library of TypeScript'],
  [
    '/\\w+\\[([^\\]]+)\\]:.*\\n\\s*--> (\\w+)\\.bitesize:(\\d+):\\d+/g',
    'the pages about diagnostics, which are our own',
  ],
  [
    '/\\s*(Do you need to (change|install)|Try (changing|`?npm)|Consider |Did you mean ).*$/s',
    'one message of the TypeScript compiler',
  ],
]);

describe('the patterns of the product', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(200);
  });

  it('start at one place, or with something that is not a run', () => {
    const costly = patterns.filter(({ source }) => STARTS_WITH_RUN.test(source) && !allowed.has(source));
    expect(costly).toEqual([]);
  });

  it('have no runs of runs', () => {
    expect(patterns.filter(({ source }) => RUN_OF_RUNS.test(source))).toEqual([]);
  });

  it.each(['/\\/+$/', '/ +\\/\\//', '/[a-z]+:/', '/\\s*$/m'])('would not be %s', (source) => {
    expect(STARTS_WITH_RUN.test(source)).toBe(true);
  });

  it.each(['/^\\/+$/', '/[a-z]+/g', '/:[^/]*$/', '/a+/'])('may be %s', (source) => {
    expect(STARTS_WITH_RUN.test(source)).toBe(false);
  });
});

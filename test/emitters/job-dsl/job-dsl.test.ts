import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileText } from '../../../compiler/text/file-text.ts';
import {
  fromDefault,
  fromPolicy,
  fromSeveral,
  fromSpec,
  type Origin,
} from '../../../compiler/text/origin.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';
import { jobDsl } from '../../../emitters/job-dsl/index.ts';
import type { Item } from '../../../jenkins/all-items.ts';
import { arbitraryItems } from '../../jenkins/items/arbitrary-item.ts';
import { cases } from '../../jenkins/items/cases.ts';
import { node } from '../../jenkins/items/node.ts';
import { emitItems } from '../emit.ts';
import { methodProblems } from './methods.ts';
import { type Call, readScript } from './read-script.ts';

/** Returns the calls of all scripts. */
function callsOf(items: readonly Item[]): Call[] {
  return scriptsOf(items).flatMap(readScript);
}

/** Returns the scripts that the seed job runs, without the files that they read. */
function scriptsOf(items: readonly Item[]): string[] {
  return [...emitItems(jobDsl, items)].flatMap(([path, { text }]) =>
    path.startsWith('jenkins/job-dsl/') ? [text] : [],
  );
}

/** Returns how many calls the fullest block has, the script itself included. */
function longestBlock(calls: readonly Call[]): number {
  return Math.max(calls.length, ...calls.map(({ block }) => (block === undefined ? 0 : longestBlock(block))));
}

const job = (number: number): Item =>
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: `job-${number}`,
    builders: [node({ kind: 'shell', script: 'make' })],
  });

describe('jobDsl', () => {
  it.each(Object.entries(cases))('calls only methods that the context has: %s', (_name, items) => {
    expect(methodProblems(callsOf(items))).toEqual([]);
  });

  it('prints flat calls of known methods with literals only, whatever the texts are', () => {
    fc.assert(
      fc.property(arbitraryItems(6), (items) => {
        const scripts = scriptsOf(items);
        for (const script of scripts) expect(script).not.toContain('${');
        const calls = scripts.flatMap(readScript);
        expect(methodProblems(calls)).toEqual([]);
        expect(calls.filter(({ method }) => method !== 'queue')).toHaveLength(items.length);
      }),
      { numRuns: 200 },
    );
  });

  it('splits families over files that the seed job sorts into their order', () => {
    const items = Array.from({ length: 5_100 }, (_, number) => job(number));
    const scripts = emitItems(jobDsl, items);
    expect([...scripts.keys()].slice(0, 3)).toEqual([
      'jenkins/job-dsl/build_jobs.groovy',
      'jenkins/job-dsl/build_jobs_02.groovy',
      'jenkins/job-dsl/build_jobs_03.groovy',
    ]);
    expect([...scripts.keys()].sort()).toEqual([...scripts.keys()]);
    const calls = callsOf(items);
    expect(calls.map((call) => call.arguments)).toEqual(items.map((_, number) => `'job-${number}'`));
  });

  it('keeps every script and closure within a method of the JVM', () => {
    const many = <T>(make: (number: number) => T): T[] =>
      Array.from({ length: 1_200 }, (_, number) => make(number));
    const items: Item[] = [
      ...many(job),
      node({
        kind: 'freestyle',
        family: 'test_jobs',
        name: 'long',
        triggers: many(() => node({ kind: 'cron', schedule: '@daily' })),
        wrappers: many(() => node({ kind: 'timestamps' })),
        builders: many((number) => node({ kind: 'shell', script: `echo ${number}` })),
        publishers: many(() => node({ kind: 'ws-cleanup' })),
        properties: [
          node({
            kind: 'parameters',
            parameters: many((number) => node({ kind: 'string', name: `P${number}`, defaultValue: '' })),
          }),
        ],
      }),
      node({
        kind: 'list-view',
        family: 'views',
        name: 'all',
        jobs: many((number) => `job-${number}`),
        columns: [],
      }),
    ];
    for (const { text } of emitItems(jobDsl, items).values())
      expect(longestBlock(readScript(text))).toBeLessThanOrEqual(500);
    const steps = callsOf(items).find((call) => call.arguments === "'long'")?.block ?? [];
    const shells = steps.filter(({ method }) => method === 'steps').flatMap(({ block }) => block ?? []);
    expect(shells.map((call) => call.arguments)).toEqual(many((number) => `'echo ${number}'`));
  });

  it('puts folders into the script that runs first', () => {
    const items: Item[] = [
      node({ kind: 'folder', family: 'folders', name: 'a' }),
      node({ kind: 'folder', family: 'folders', name: 'a/b' }),
      node({ kind: 'freestyle', family: 'build_jobs', name: 'a/b/c' }),
    ];
    const [first, ...others] = [...emitItems(jobDsl, items)];
    expect(readScript(first?.[1].text ?? '').map((call) => call.arguments)).toEqual(["'a'", "'a/b'"]);
    for (const [path] of others) expect(path > (first?.[0] ?? '')).toBe(true);
  });

  it('writes each text that has a file of its own there, once, and reads it from the workspace', () => {
    const script = new FileText("echo('${x}')\n", [{ first: 0, last: 0, origin: fromPolicy('a line') }], {
      path: sourced('jenkins/pipelines/a/b.groovy', fromPolicy('name')),
      inWorkspace: sourced("it's/pipelines/a/b.groovy", fromPolicy('folder')),
    });
    const files = emitItems(jobDsl, [
      node({
        kind: 'pipeline',
        family: 'build_jobs',
        name: 'a/b',
        definition: node({ kind: 'cps', script, sandbox: true }),
      }),
    ]);
    expect([...files.keys()]).toEqual(['jenkins/job-dsl/build_jobs.groovy', 'jenkins/pipelines/a/b.groovy']);
    expect(files.get('jenkins/pipelines/a/b.groovy')).toBe(script);
    const { text, marks } = files.get('jenkins/job-dsl/build_jobs.groovy') ?? new TracedText('');
    const line = "            script(readFileFromWorkspace('it\\'s/pipelines/a/b.groovy'))";
    const at = text.split('\n').indexOf(line);
    expect(marks.at(-1)).toEqual({ first: at, last: at, origin: fromPolicy('folder') });
  });

  it('says above each item where it comes from', () => {
    const file = { name: 'build.bitesize', text: 'a\nb\nc\n' };
    const at = (start: number): Origin => fromSpec({ file, start, end: start + 1 });
    const comments = [
      at(2),
      fromDefault('jenkins.folder'),
      fromPolicy('every project\nhas it'),
      fromSeveral([at(4), at(0), at(4)]),
    ].map((origin) => {
      const script = [
        ...emitItems(jobDsl, [{ kind: 'folder', family: 'folders', name: 'a', origin }]).values(),
      ][0];
      return script?.text.split('\n')[3];
    });
    expect(comments).toEqual([
      '// build.bitesize:2',
      '// default of jenkins.folder',
      '// every project has it',
      '// build.bitesize:3, build.bitesize:1',
    ]);
  });

  it('traces lines to values, scripts and nodes', () => {
    const origin = (name: string) => fromPolicy(name);
    const script = new TracedText('set -e\nmake\n', [
      { first: 1, last: 1, origin: origin('line of a script') },
    ]);
    const items: Item[] = [
      job(0),
      {
        kind: 'freestyle',
        family: 'build_jobs',
        name: 'traced',
        origin: origin('job'),
        description: sourced('one\ntwo', origin('description')),
        builders: [{ kind: 'shell', script, origin: origin('step') }],
      },
    ];
    const { text, marks } =
      emitItems(jobDsl, items).get('jenkins/job-dsl/build_jobs.groovy') ?? new TracedText('');
    const lines = text.split('\n');
    const found = marks.map(({ first, last, origin: by }) => [
      by.kind === 'policy' ? by.reason : '',
      lines.slice(first, last + 1),
    ]);
    expect(Object.fromEntries(found)).toMatchObject({
      description: ["    description('''\\", 'one', "two''')"],
      'line of a script': ['make'],
      step: ["        shell('''\\", 'set -e', 'make', "''')"],
    });
    const [first, last] = [lines.indexOf('// job'), lines.lastIndexOf('}')];
    expect(Object.fromEntries(found).job).toEqual(lines.slice(first, last + 1));
  });
});

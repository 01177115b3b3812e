import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { plainSpec } from './plain-projects.ts';
import { type Entry, file, link, pipe, type Tree } from './tree.ts';

/** What a change may do to a checkout, and the command that looks at it. */
export interface HostileCase {
  readonly tree: Tree;
  readonly argv: readonly string[];
}

/** Files that are somebody's own in every tree: no command changes them. */
export const ownFiles: Tree = {
  'src/main.c': file('int main(void) { return 0; }\n'),
  'notes.txt': file('own notes\n'),
  '.git/HEAD': file('ref: refs/heads/main\n'),
  '.git/config': file('[core]\n\trepositoryformatversion = 0\n'),
};

/** Where links lead: to others' files, within the checkout, nowhere, round in circles, to what is no file. */
const targets = [
  '../victim',
  '../victim/secret.txt',
  '../victim/build.bitesize',
  '../victim/sub',
  '../victim/not-there',
  '../../victim',
  '../../victim/results',
  '../../victim/build.bitesize',
  '../../../victim/sub/deep',
  '../home',
  '.',
  '..',
  'app',
  'build.bitesize',
  'src/main.c',
  'quiet',
  '../quiet',
  'nowhere',
  'around',
  '/dev/null',
  '/proc/self/environ',
  '',
] as const;

const names = fc.constantFrom(
  ...['build', 'application', 'environments', 'jenkins'].flatMap((kind) => [
    `${kind}.bitesize`,
    `app/${kind}.bitesize`,
    `p/one/${kind}.bitesize`,
  ]),
  'build.bitesize.ts',
  'app',
  'app/deep',
  'p',
  'p/one',
  'p/two',
  'around',
  'scripts',
  'scripts/a.groovy',
  'app/scripts',
  'app/scripts/a.groovy',
  'out',
  'out/manifest.json',
  'out/jenkins',
  'out/jenkins/plugins.txt',
  'out/jenkins/init.groovy.d',
  'out/jenkins/init.groovy.d/99-other.groovy',
  'out/.bitesize',
  'out/.bitesize/journal.json',
  'out/.bitesize/maps.json',
  'out/.bitesize/staging',
  'out/.bitesize/staging/0',
  'out/fleet.json',
  'out/shard-1-of-1.json',
  'manifest.json',
  '.bitesize/journal.json',
  '.out.bitesize-lock',
  '.out.bitesize-lock-taken',
  '.out.bitesize-new',
  '.out.bitesize-new/x',
  '.out.bitesize-old',
  '.out.bitesize-old/x',
  '.cache',
  '.cache/results',
  `.cache/results/${'a'.repeat(64)}`,
  '.cache/objects',
  'report.txt',
  'baseline.json',
  'docs',
  'docs/index.html',
  'graph.dot',
  'with space',
  'with\nnewline',
  '##[group]name',
  '\u001b[31mred',
  '-rf',
  '*',
);

/** Paths that a forged file may name. */
const named = fc.constantFrom(
  'src/main.c',
  'notes.txt',
  '.git/HEAD',
  '.git/config',
  'build.bitesize',
  'app/build.bitesize',
  'jenkins/plugins.txt',
  'scripts/a.groovy',
  'scripts',
  '../victim/secret.txt',
  '../../victim/secret.txt',
  '/etc/hostname',
  '',
  '.',
  'a\u0000b',
  `${'x/'.repeat(200)}x`,
);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A digest that is right for one of the files that are somebody's own, or for nothing. */
const digest = named.map((path) => {
  const own = ownFiles[path];
  const text = own?.kind === 'file' && typeof own.text === 'string' ? own.text : plainSpec('app');
  return { path, bytes: text.length, sha256: sha256(text) };
});

const manifest = fc.record({
  version: fc.constantFrom(1, 2, '1', null),
  tool: fc.constantFrom({ name: 'bitesize', version: '0.1.0' }, 'bitesize', null),
  options: fc.constantFrom({}, null, []),
  inputs: fc.array(digest, { maxLength: 2 }),
  artifacts: fc.array(digest, { maxLength: 5 }),
  maps: fc.constantFrom({ path: '.bitesize/maps.json', bytes: 0, sha256: sha256('') }, null),
});

const journal = fc.record({
  staging: fc.constantFrom('', 'x', '1:2'),
  moves: fc.array(fc.oneof(named, digest), { maxLength: 4 }),
  removals: fc.array(fc.oneof(named, digest), { maxLength: 6 }),
});

const lock = fc.constantFrom(
  JSON.stringify({ owner: 'x', count: 0 }),
  JSON.stringify({ owner: JSON.stringify({ process: 1, machine: 'x', started: '1' }), count: 0 }),
  JSON.stringify({ owner: JSON.stringify({ process: -1, machine: '', started: null }), count: 0 }),
  '',
  'null',
);

const odd = fc.constantFrom(
  '{}',
  'null',
  '[]',
  '5',
  '',
  '{"diagnostics":5}',
  '{"version":1}',
  '\u0000',
  '{"__proto__":{"a":1}}',
);

/** A file of ours whose seal is right, whatever is in it. */
const sealed = fc.oneof(odd, fc.json({ maxDepth: 2 })).map((body) => `${sha256(body)}\n${body}`);

const spec = fc.oneof(
  fc.constantFrom('app', 'shop', 'x').map(plainSpec),
  fc.array(named, { maxLength: 3 }).map(withGists),
  named.map((path) => `${plainSpec('app')}extensions:\n  job_dsl:\n    - file: ${JSON.stringify(path)}\n`),
  fc.constantFrom(
    '',
    'project: [',
    '[]',
    'project: app\nprojct: app\n',
    '\ufeffproject: app\n',
    '&a [*a]',
    'project: app\ncomponents: 5\n',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Files that a spec brings into the output. */
function withGists(paths: readonly string[]): string {
  const files = JSON.stringify([...paths, 'scripts/a.groovy', 'app/scripts/a.groovy']);
  return `project: app\njenkins:\n  gists:\n    - name: scripts\n      files: ${files}\n`;
}

const text = fc.oneof(
  { arbitrary: spec, weight: 4 },
  { arbitrary: fc.oneof(manifest, journal).map((data) => JSON.stringify(data)), weight: 3 },
  { arbitrary: lock, weight: 1 },
  { arbitrary: odd, weight: 1 },
  { arbitrary: sealed, weight: 2 },
);

const entry: fc.Arbitrary<Entry> = fc.oneof(
  { arbitrary: text.map(file), weight: 8 },
  { arbitrary: fc.constantFrom(...targets).map((to) => link(to === '' ? 'app' : to)), weight: 7 },
  { arbitrary: lock.map((token) => link(token === '' ? 'x' : token)), weight: 1 },
  { arbitrary: fc.constant<Entry>({ kind: 'folder' }), weight: 2 },
  { arbitrary: fc.constant(pipe), weight: 1 },
);

/** A spec under its right name: most trees should be more than noise. */
const base = fc.record(
  {
    'build.bitesize': spec.map(file),
    'app/build.bitesize': spec.map(file),
    'app/scripts/a.groovy': fc.constant(file('println 1\n')),
    'jenkins.bitesize': fc.array(named, { maxLength: 2 }).map((paths) => file(withGists(paths))),
  },
  { requiredKeys: [] },
);

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', 'app'],
  ['check', '.', '--fix'],
  ['check', '--report', 'text=report.txt', '--report', 'json'],
  ['check', '--baseline', 'baseline.json', '--update-baseline'],
  ['check', '--cache-dir', '.cache'],
  ['check', '**'],
  ['check', 'p/*', 'app'],
  ['compile', '--out', 'out'],
  ['compile', 'app', '--out', 'out', '--no-cache'],
  ['compile', '--out', '.', '--no-cache'],
  ['compile', '--out', 'out', '--check'],
  ['compile', 'app', '.', '--out', 'out', '--cache-dir', '.cache'],
  ['merge', 'out'],
  ['diff', '.', 'app', '--unified'],
  ['diff', 'app', '.', '--format', 'markdown'],
  ['diff', 'p/one', 'app', '--format', 'json', '--unified'],
  ['graph', '--format', 'dot', '--out', 'graph.dot'],
  ['why', 'build.bitesize:3'],
];

/** `docs` writes the same hundred files whatever the specs say: seldom is enough. */
const argv = fc.oneof(
  { arbitrary: fc.constantFrom(...commands), weight: 60 },
  { arbitrary: fc.constant(['docs', '--out', 'docs']), weight: 1 },
);

/** Trees that a change could commit or a job could unpack, with a command. */
export const hostileCase: fc.Arbitrary<HostileCase> = fc
  .tuple(base, fc.array(fc.tuple(names, entry), { maxLength: 8 }), argv)
  .map(([specs, planted, command]) => ({
    tree: { ...ownFiles, ...Object.fromEntries(planted), ...specs, ...Object.fromEntries(planted) },
    argv: command,
  }));

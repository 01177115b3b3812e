/** What an option or an argument of a command names. */
export type Named =
  /** No file. */
  | { readonly kind: 'nothing' }
  /**
   * A file or folder. `name` is one that a recipe may have; `argv` are command lines with a path in place of it. A folder of
   * projects may be reached over links, since the user named it: then it is read, but never written.
   */
  | NamedPath;

/** An option or argument that names a file or folder. */
export interface NamedPath {
  readonly kind: 'path';
  readonly name: string;
  readonly argv: (path: string) => readonly (readonly string[])[];
  readonly isProject?: true;
}

type Line = (path: string) => readonly string[];

const nothing: Named = { kind: 'nothing' };

function path(name: string, ...lines: readonly Line[]): NamedPath {
  return { kind: 'path', name, argv: (given) => lines.map((line) => line(given)) };
}

function project(...lines: readonly Line[]): NamedPath {
  return { ...path('linked', ...lines), isProject: true };
}

/** The options about reports that name no file. */
const reporting = ['--max-diagnostics', '--color', '--warnings-as-errors', '--quiet'];

/** The same of the others that `check` and `compile` share. */
const shaping = [
  '--unknown-fields',
  '--allow-plain-secrets',
  '--allow-placeholders',
  '--jobs',
  '--no-cache',
  '--shard',
  '--watch',
];

function plain(command: string, options: readonly string[]): Readonly<Record<string, Named>> {
  return Object.fromEntries(options.map((option) => [`${command} ${option}`, nothing]));
}

/** A Jenkins that is not there. */
const NOBODY = ['--jenkins', 'http://127.0.0.1:9'];

/** The options that say what a plan may do. */
const planning = ['--disable', '--delete', '--max-removals', '--trust-visible'];

function traced(command: string, ...words: readonly string[]): NamedPath {
  return path('trace.txt', (file) => [command, ...words, ...NOBODY, '--trace-http', file]);
}

function live(command: string, options: readonly string[]): Readonly<Record<string, Named>> {
  return {
    ...plain(command, [...options, '--jenkins', '--color']),
    [`${command} --ca-file`]: path('ca.pem', (file) => [command, 'app', ...NOBODY, '--ca-file', file]),
    [`${command} --trace-http`]: traced(command, 'app'),
  };
}

function running(command: string, ...start: readonly string[]): Readonly<Record<string, Named>> {
  return {
    ...plain(command, reporting),
    [`${command} --report`]: path(
      'report.txt',
      ...['text', 'sarif'].map((format) => (file: string) => [...start, '--report', `${format}=${file}`]),
    ),
    [`${command} --baseline`]: path('baseline.json', (file) => [...start, '--baseline', file]),
    [`${command} --update-baseline`]: path('baseline.json', (file) => [
      ...start,
      '--baseline',
      file,
      '--update-baseline',
    ]),
  };
}

function cached(command: string, ...start: readonly string[]): Readonly<Record<string, Named>> {
  return {
    ...running(command, ...start),
    ...plain(command, shaping),
    [`${command} --cache-dir`]: path('cache', (folder) => [...start, '--cache-dir', folder]),
    [`${command} --results`]: path('results', (folder) => [...start, '--results', folder, '--shard', '1/1']),
    [`${command} --stdin-name`]: path('app/build.bitesize', (file) => [...start, '--stdin-name', file]),
  };
}

/** What each option and argument of the command line names; one that is not here fails the test. */
export const optionPlaces: Readonly<Record<string, Named>> = {
  '--version': nothing,
  '--root': path('app', (folder) => ['--root', folder, 'check', 'app']),
  ...cached('check', 'check', 'app'),
  'check [folder]': project(
    (folder) => ['check', folder],
    (folder) => ['check', 'app', folder],
  ),
  'check --fix': project((folder) => ['check', folder, '--fix']),
  ...cached('compile', 'compile', 'app', '--out', 'out'),
  ...plain('compile', ['--emit', '--check']),
  'compile [folder]': project((folder) => ['compile', folder, '--out', 'out', '--no-cache']),
  'compile --out': path(
    'output',
    (folder) => ['compile', 'app', '--out', folder],
    (folder) => ['compile', 'app', 'other', '--out', folder],
    (folder) => ['compile', 'app', '--out', folder, '--check'],
    (folder) => ['compile', 'app', '--out', `${folder}/below`],
    (folder) => ['compile', 'app', 'other', '--out', `${folder}/below.tar`],
  ),
  ...running('import', 'import', 'home', '--out', 'imported'),
  ...plain('import', ['--jenkins', '--typescript', '--project']),
  'import [source]': path(
    'home',
    (folder) => ['import', folder, '--out', 'imported'],
    (folder) => ['import', `${folder}/jobs`, '--out', 'imported'],
  ),
  'import --out': path(
    'imported',
    (folder) => ['import', 'home', '--out', folder],
    (folder) => ['import', 'home', '--out', `${folder}/below`],
  ),
  'import --overwrite': path('imported', (folder) => ['import', 'home', '--out', folder, '--overwrite']),
  'import --ca-file': path('ca.pem', (file) => [
    ...['import', '--out', 'imported', ...NOBODY, '--ca-file', file],
  ]),
  'import --trace-http': traced('import', '--out', 'imported'),
  ...live('drift', ['--others', '--exit-code', '--format', '--cluster']),
  'drift [project]': project((folder) => ['drift', folder, ...NOBODY]),
  ...live('plan', [...planning, '--exit-code', '--format', '--cluster']),
  'plan [project]': project((folder) => ['plan', folder, ...NOBODY]),
  'plan --out': path('plan.json', (file) => ['plan', 'app', '--out', file, ...NOBODY]),
  ...live('apply', [...planning, '--yes', '--dry-run', '--lock-timeout']),
  'apply [plan]': path(
    'plan.json',
    (file) => ['apply', file, '--yes', ...NOBODY],
    (folder) => ['apply', `${folder}/plan.json`, '--yes', ...NOBODY],
  ),
  'apply --undo': path('backup', (folder) => ['apply', '--undo', folder, '--yes', ...NOBODY]),
  'apply --backup': path('backup', (folder) => ['apply', 'app', '--backup', folder, '--yes', ...NOBODY]),
  ...running('merge', 'merge', 'shards'),
  'merge [folder]': path('shards', (folder) => ['merge', folder]),
  'explain [topic]': nothing,
  ...plain('diff', ['--base', '--format', '--exit-code', '--max-removals', '--color']),
  'diff [folder]': project(
    (folder) => ['diff', 'app', folder],
    (folder) => ['diff', folder, 'app'],
  ),
  'diff --unified': project((folder) => ['diff', 'app', folder, '--unified']),
  'why [file:line]': path('build.bitesize', (file) => ['why', `${file}:3`]),
  'why [folder]': project((folder) => ['why', 'jenkins/plugins.txt:1', folder]),
  'graph [folder]': project((folder) => ['graph', folder, '--format', 'mermaid']),
  ...plain('graph', ['--format', '--base']),
  'graph --out': path('graph.dot', (file) => ['graph', 'app', '--format', 'dot', '--out', file]),
  'fleet [folder]': project((folder) => ['fleet', folder]),
  ...plain('fleet', ['--as-own', '--as-shared', '--json']),
  'plugins list [folder]': project((folder) => ['plugins', 'list', folder]),
  'plugins why [id]': nothing,
  'plugins why [folder]': project((folder) => ['plugins', 'why', 'git', folder]),
  'plugins tree [folder]': project((folder) => ['plugins', 'tree', folder]),
  'plugins update [folder]': project((folder) => ['plugins', 'update', folder, '--from', 'update.json']),
  'plugins update --from': path('update.json', (file) => ['plugins', 'update', 'app', '--from', file]),
  'docs --out': path('docs', (folder) => ['docs', '--out', folder]),
  'schema [kind]': nothing,
  'schema --install': nothing,
  'init [folder]': path('new', (folder) => ['init', folder]),
  ...plain('init', ['--jobs', '--name', '--git', '--branch', '--runtime', '--host', '--port', '--registry']),
  'init --from': project((folder) => ['init', 'fresh', '--from', folder]),
  'convert [spec]': path('build.bitesize', (file) => ['convert', file]),
  'convert --write': path('build.bitesize', (file) => ['convert', file, '--write']),
  ...plain('lsp', ['--unknown-fields', '--allow-plain-secrets', '--allow-placeholders', '--stdio']),
  'completion [shell]': nothing,
};

/* global loadYaml, folder: set by fake-kubectl.ts, which puts its own lines before these. */
const { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const situation = JSON.parse(readFileSync(join(folder, 'situation.json'), 'utf8'));
const argv = process.argv.slice(2);
const input = argv.includes('--filename=-') ? readFileSync(0, 'utf8') : '';
appendFileSync(
  join(folder, 'calls'),
  `${JSON.stringify({ argv, cwd: process.cwd(), env: process.env, input })}\n`,
);

const end = (code, stdout, stderr) => {
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  process.exitCode = code;
};

const documents = input
  .split(/^---$/m)
  .filter((text) => text.trim() !== '')
  .map((text) => loadYaml.load(text));
const absent = new Set(situation.absentNamespaces ?? []);
const situationOf = ({ kind, metadata }) => {
  const known = situation.objects ?? {};
  const found = known[`${kind}/${metadata.name}`] ?? known[kind] ?? known['*'] ?? {};
  const isAbsent = kind === 'Namespace' ? absent.has(metadata.name) : absent.has(metadata.namespace);
  return isAbsent ? { ...found, isMissing: true, isAbsent: kind !== 'Namespace' } : found;
};

/** Returns a copy with other values at some paths; null takes a value away. */
const withValues = (object, values = {}) => {
  const copy = structuredClone(object);
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split('.').map((key) => key.replaceAll('~', '.'));
    const last = keys.pop();
    let at = copy;
    for (const key of keys) at = at[key] ??= {};
    if (value !== null) at[last] = value;
    else if (Array.isArray(at)) at.splice(Number(last), 1);
    else delete at[last];
  }
  return copy;
};

const server = {
  'metadata.uid': '5e2f2486-a485-43b9-b548-f5b7af69a09a',
  'metadata.resourceVersion': '257',
  'metadata.creationTimestamp': '2026-11-30T12:05:04Z',
  'metadata.generation': 4,
};
const liveOf = (object) => {
  const { live, managedFields } = situationOf(object);
  const more = managedFields === undefined ? {} : { 'metadata.managedFields': managedFields };
  return withValues(withValues(object, { ...server, ...more, status: {} }), live);
};
const withoutManagers = (object) => withValues(object, { 'metadata.managedFields': null });

const errors = (said) =>
  said.length === 0
    ? ''
    : `${said.length === 1 && said[0].startsWith('resource mapping') ? 'error: ' : ''}${said.join('\n')}\n`;

const commands = {
  version: () => {
    const clientVersion = { gitVersion: situation.version ?? 'v1.37.2' };
    if (situation.failing === undefined)
      return end(0, JSON.stringify({ clientVersion, serverVersion: { gitVersion: 'v1.37.2' } }), '');
    end(1, situation.failing.stdout ?? JSON.stringify({ clientVersion }), situation.failing.stderr);
  },
  config: () => end(0, 'shop-cluster\n', ''),
  get: () => {
    const said = documents.flatMap((object) => situationOf(object).getError ?? []);
    const items = documents.filter((object) => {
      const { isMissing, getError } = situationOf(object);
      return !isMissing && getError === undefined;
    });
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: items.map(liveOf),
      metadata: { resourceVersion: '' },
    };
    end(
      said.length === 0 ? 0 : 1,
      items.length === 0 ? '' : JSON.stringify(list, undefined, 4),
      errors([...new Set(said)]),
    );
  },
  diff: () => {
    const stderr = (situation.warnings ?? []).map((line) => `Warning: ${line}\n`).join('');
    for (const object of documents) {
      const { diffError, isAbsent } = situationOf(object);
      if (isAbsent)
        return end(
          2,
          '',
          `Error from server (NotFound): namespaces "${object.metadata.namespace}" not found\n`,
        );
      if (diffError !== undefined) return end(2, '', `${stderr}${diffError}\n`);
    }
    const folders = ['LIVE', 'MERGED'].map((name) => mkdtempSync(join(tmpdir(), `${name}-`)));
    for (const object of documents) {
      const { isMissing, merged } = situationOf(object);
      const group = object.apiVersion.includes('/') ? `${object.apiVersion.split('/')[0]}.` : '';
      const { name, namespace = '' } = object.metadata;
      const file = `${group}v1.${object.kind}.${namespace}.${name}`;
      const live = withoutManagers(liveOf(object));
      const applied = withValues(withValues(object, { ...server, status: {} }), merged);
      const changed = JSON.stringify(applied) === JSON.stringify(live) ? {} : { 'metadata.generation': 5 };
      writeFileSync(
        join(folders[0], file),
        isMissing ? '' : loadYaml.dump(live, { sortKeys: true, noRefs: true }),
      );
      writeFileSync(
        join(folders[1], file),
        loadYaml.dump(withValues(applied, changed), { sortKeys: true, noRefs: true }),
      );
    }
    const [program, ...options] = process.env.KUBECTL_EXTERNAL_DIFF.split(' ');
    const passed = options.filter((option) => /^[a-zA-Z0-9-=]+$/.test(option));
    const ran = spawnSync(program, [...passed, ...folders], { encoding: 'utf8' });
    for (const each of folders) rmSync(each, { recursive: true });
    if (ran.error !== undefined)
      return end(
        2,
        '',
        `error: failed to run "${program}": exec: "${program}": executable file not found in $PATH\n`,
      );
    end(ran.status, ran.stdout, stderr);
  },
};

const [command] = argv;
if (situation.failing !== undefined && command !== 'version' && command !== 'config')
  end(1, '', situation.failing.stderr);
else commands[command]();

import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { differences, filterTree, readTree, type Tree } from './folder-tree.ts';

/** What a run was doing when it was killed, read off what it left. */
export type Phase = 'idle' | 'locked' | 'staging' | 'absent' | 'moving' | 'clearing';

/** What stands at an output folder: what a killed run was doing there, and what must not be. */
export interface OutputState {
  readonly phase: Phase;
  /** Place in the list of complete trees; -1 for none of them. */
  readonly version: number;
  readonly problems: readonly string[];
}

const BESIDE = ['lock', 'lock-taken', 'new', 'old', 'swap'];

/**
 * Looks at an output folder that is replaced as a whole. It must be one of the complete trees; it may be away only
 * while one of them stands beside it.
 */
export function wholeState(root: string, versions: readonly Tree[]): OutputState {
  const beside = leftovers(root);
  const problems = beside.filter((name) => !BESIDE.includes(name)).map((name) => `beside it: ${name}`);
  const tree = readTree(root);
  if (tree === undefined) {
    const previous = readTree(join(dirname(root), `.${basename(root)}.bitesize-old`));
    const { version, problem } = versionOf(previous ?? new Map(), versions);
    return { phase: 'absent', version, problems: [...problems, ...problem] };
  }
  const { version, problem } = versionOf(tree, versions);
  const has = (name: string) => beside.includes(name);
  // The note about the old tree is the last thing to go.
  const isClearing = has('old') || (has('swap') && !has('new'));
  const phase = isClearing ? 'clearing' : has('new') ? 'staging' : has('lock') ? 'locked' : 'idle';
  return { phase, version, problems: [...problems, ...problem] };
}

/**
 * Looks at an output folder that is changed in place. It must be one of the complete trees, apart from what waits in
 * `.bitesize/new`, and from empty folders for what waits there. While a journal stands, its files may come from all of
 * them, but each is the whole file.
 */
export function inPlaceState(root: string, versions: readonly Tree[]): OutputState {
  const beside = leftovers(root);
  const problems = beside.filter((name) => !name.startsWith('lock')).map((name) => `beside it: ${name}`);
  const all = readTree(root) ?? new Map();
  const isStaging = all.has('.bitesize/new');
  const visible = (tree: Tree) =>
    filterTree(tree, (path) => {
      if (isStaging && tree.get(path) === 'folder') return false;
      return !/^\.bitesize\/(new(\/|$)|journal\.json$)/.test(path);
    });
  const tree = visible(all);
  const { version, problem } = versionOf(tree, versions.map(visible));
  if (!all.has('.bitesize/journal.json')) {
    const phase = isStaging ? 'staging' : beside.length > 0 ? 'locked' : 'idle';
    return { phase, version, problems: [...problems, ...problem] };
  }
  const strange = [...tree].filter(([path, content]) => versions.every((each) => each.get(path) !== content));
  return {
    phase: version === -1 ? 'moving' : 'clearing',
    version,
    problems: [...problems, ...strange.map(([path]) => `${path} is of no version`)],
  };
}

/** Returns what bitesize left beside an output folder: `lock` for `.out.bitesize-lock`. */
export function leftovers(root: string): readonly string[] {
  const start = `.${basename(root)}.bitesize-`;
  return readdirSync(dirname(root))
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length))
    .sort();
}

function versionOf(tree: Tree, versions: readonly Tree[]): { version: number; problem: readonly string[] } {
  const found = versions.map((each) => differences(tree, each));
  const version = found.findIndex((list) => list.length === 0);
  const least = found.reduce((a, b) => (b.length < a.length ? b : a), found[0] ?? []);
  return {
    version,
    problem: version === -1 ? ['neither the old nor the new tree', ...least.slice(0, 5)] : [],
  };
}

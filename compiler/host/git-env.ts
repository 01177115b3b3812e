import type { Host } from './host.ts';
import { isBelow, searchPath } from './search-path.ts';

/** Variables that a program is started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settings that win over those of the repository and of the user: none of the commands that are run needs a program,
 * and none may start one.
 */
const settings: readonly (readonly [string, string])[] = [
  ['safe.bareRepository', 'explicit'],
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.pager', 'cat'],
  ['core.askPass', ''],
  ['core.sshCommand', 'false'],
  ['core.gitProxy', ''],
  ['core.alternateRefsCommand', 'false'],
  ['core.attributesFile', '/dev/null'],
  ['credential.helper', ''],
  ['diff.external', ''],
  ['protocol.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['maintenance.auto', 'false'],
  ['gc.auto', '0'],
];

/** What git is told beside its settings: a repository may contradict settings, but not these. */
const fixed: Environment = {
  GIT_NO_LAZY_FETCH: '1',
  // An empty list forbids all transports, whatever `protocol.<name>.allow` says.
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  GIT_PAGER: 'cat',
  GIT_ATTR_NOSYSTEM: '1',
  LC_ALL: 'C',
};

/** Where the user and the system keep their settings: a CI system says there whose checkouts may be read. */
const kept = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];

/** What says which repository is meant; a hook of git sets these for another one. */
const locating =
  /^GIT_(DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|QUARANTINE_PATH|NAMESPACE|PREFIX|CEILING_DIRECTORIES)$/;

/**
 * Returns the environment for commands that look at the checkout in `top` and nowhere else. Of what git would take from
 * the environment only the places of settings stay, and `safe.directory`.
 */
export function lookingEnv(host: Pick<Host, 'env' | 'files'>, top: string, above: string): Environment {
  const { env } = host;
  const safe = configPairs(env).filter(([key]) => key.toLowerCase() === 'safe.directory');
  const isHomeInside = [env.HOME, env.XDG_CONFIG_HOME].some(
    (home) => home !== undefined && home !== '' && isBelow(host, top, home),
  );
  return {
    ...without(env, (name) => name.startsWith('GIT_') && !kept.includes(name)),
    ...fixed,
    ...configEnv([...safe, ...settings]),
    // Where the home of a job is the checkout, the settings of the user are part of the change.
    ...(isHomeInside ? { GIT_CONFIG_GLOBAL: '/dev/null' } : {}),
    GIT_CEILING_DIRECTORIES: above,
    PATH: searchPath(host, [top]),
  };
}

/** Returns the environment for a clone that the user asks for: with their settings and transports, but no hooks. */
export function cloningEnv(host: Pick<Host, 'env' | 'files'>, folder: string): Environment {
  const { env } = host;
  const own = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['submodule.recurse', 'false'],
    ['protocol.ext.allow', 'never'],
  ] as const;
  return {
    ...without(env, (name) => locating.test(name)),
    ...configEnv([...configPairs(env), ...own]),
    PATH: searchPath(host, [folder]),
  };
}

/** The most settings that are taken from the environment; git itself has no use for so many. */
const MOST_PAIRS = 1_000;

function configPairs(env: Environment): readonly (readonly [string, string])[] {
  const count = Math.min(Number(env.GIT_CONFIG_COUNT ?? '0') || 0, MOST_PAIRS);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [key, value] = [env[`GIT_CONFIG_KEY_${index}`], env[`GIT_CONFIG_VALUE_${index}`]];
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
}

function configEnv(pairs: readonly (readonly [string, string])[]): Environment {
  const entries = pairs.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(pairs.length), ...Object.fromEntries(entries) };
}

function without(env: Environment, isLeftOut: (name: string) => boolean): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isLeftOut(name)));
}

import type { Host } from './host.ts';

/** Variables that options of the command line take the place of. */
export type GivenEnv = Readonly<
  Partial<Record<'BITESIZE_ROOT' | 'BITESIZE_CACHE' | 'BITESIZE_CACHE_KEY', string>>
>;

/**
 * Returns a host on which an option is the variable of its meaning, so that a fleet can set it once for all commands. It
 * is asked for when a command runs, after the command line was read.
 */
export function withEnv(host: Host, given: () => GivenEnv): Host {
  return Object.create(host, { env: { get: () => ({ ...host.env, ...given() }) } });
}

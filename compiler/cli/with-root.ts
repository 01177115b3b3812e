import type { Host } from '../host/host.ts';

/**
 * Returns a host on which `--root` is the variable `BITESIZE_ROOT`, so that a fleet can set it once for all commands.
 * The option is asked for when a command runs, after the command line was read.
 */
export function withRoot(host: Host, root: () => string | undefined): Host {
  return Object.create(host, {
    env: {
      get: () => {
        const given = root();
        return given === undefined ? host.env : { ...host.env, BITESIZE_ROOT: given };
      },
    },
  });
}

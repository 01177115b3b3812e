import { checkoutTop } from './checkout-top.ts';
import type { Host, RunResult } from './host.ts';
import { absolutePath, joinPath } from './path.ts';
import { isBelow, searchPath } from './search-path.ts';

/** What of a host kubectl needs. */
type KubectlHost = Pick<Host, 'run' | 'files' | 'env' | 'cwd'>;

/** The user's kubectl, with a context of their kubeconfig. */
export interface Kubectl {
  /** Runs a command that only looks; `input` is what it reads for `--filename=-`. */
  readonly run: (argv: readonly string[], input?: string) => RunResult;
}

/** kubectl, or the kubeconfig that is part of a checkout. */
export type OpenedKubectl =
  | { readonly ok: true; readonly kubectl: Kubectl }
  | { readonly ok: false; readonly kubeconfig: string };

/**
 * Returns kubectl for projects in some folders. This is the only place that starts it. Their checkouts may be shaped by a
 * change, which must not say what runs, nor with whose login:
 *
 * - `kubectl`, `diff` and the login helpers come from folders of PATH that are absolute and outside;
 * - a kubeconfig in a checkout is refused, since it may name a program and a server;
 * - it runs in `/`, where no file of the checkout is the nearest to anything;
 * - HOME, TMPDIR and caches are left out where they are part of a checkout;
 * - what would change its commands, and the secrets of others, is not passed on.
 *
 * All else is: a login helper may need any of it.
 */
export function openKubectl(
  host: KubectlHost,
  folders: readonly string[],
  context: string | undefined,
): OpenedKubectl {
  const untrusted = [...new Set(folders.flatMap((folder) => untrustedFolders(host, folder)))];
  const isInside = (path: string) => untrusted.some((top) => isBelow(host, top, path));
  const configs = kubeconfigs(host);
  const planted = (configs.length > 0 ? configs : homeConfig(host)).find(isInside);
  if (planted !== undefined) return { ok: false, kubeconfig: planted };
  const env = {
    ...Object.fromEntries(
      Object.entries(host.env).filter(
        ([name, value]) =>
          !LEFT_OUT.test(name) && !(PLACES.has(name) && value !== undefined && isInside(value)),
      ),
    ),
    ...(configs.length === 0 ? {} : { KUBECONFIG: configs.join(':') }),
    PATH: searchPath(host, untrusted),
    KUBECTL_EXTERNAL_DIFF: WHOLE_DIFF,
    LC_ALL: 'C',
  };
  const options = [
    ...(context === undefined ? [] : [`--context=${context}`]),
    `--request-timeout=${PATIENCE}s`,
  ];
  return {
    ok: true,
    kubectl: {
      run: (argv, input) =>
        host.run('kubectl', [...argv, ...options], '/', { env, ...(input === undefined ? {} : { input }) }),
    },
  };
}

/** How long an answer of the server may take, in seconds. */
const PATIENCE = 30;

/**
 * What kubectl compares two folders with: whole texts, as long as they may be, of files that only one folder has, too. It
 * passes options on that have only letters, digits, `-` and `=`.
 */
const WHOLE_DIFF = 'diff -N -a -U1000000';

/** What changes the commands of kubectl, and logins to what is none of its business. */
const LEFT_OUT = /^(?:KUBECTL_|BITESIZE_|JENKINS_|NODE_OPTIONS$)/;

/** Variables that name a folder or file which programs read and trust. */
const PLACES: ReadonlySet<string> = new Set([
  'HOME',
  'TMPDIR',
  'KUBERC',
  'KUBECACHEDIR',
  'XDG_CONFIG_HOME',
  'XDG_CACHE_HOME',
]);

/** A folder and the checkout around it. */
function untrustedFolders(host: KubectlHost, folder: string): readonly string[] {
  const path = absolutePath(host.cwd, folder);
  const real = host.files.realPath(path);
  const top = checkoutTop(host, folder);
  return [real.ok ? real.value : path, ...(top.ok ? [top.top] : [])];
}

/** Relative ones start where the user is. */
function kubeconfigs({ env, cwd }: KubectlHost): readonly string[] {
  const named = (env.KUBECONFIG ?? '').split(':').filter((path) => path !== '');
  return named.map((path) => absolutePath(cwd, path));
}

/** What kubectl reads when no variable names another file. */
function homeConfig({ env, files }: KubectlHost): readonly string[] {
  const path = joinPath(env.HOME ?? '', '.kube/config');
  return (env.HOME ?? '') !== '' && files.status(path).ok ? [path] : [];
}

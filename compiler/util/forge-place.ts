/** Kinds of servers that repositories are on. */
export type ForgeKind = 'github' | 'gitlab' | 'bitbucket' | 'gerrit';

/** Where a repository is on its server. */
export interface ForgePlace {
  /** In lower case, without the port. */
  readonly host: string;
  /** Path of the repository without slashes at its ends and without `.git`. */
  readonly path: string;
}

/**
 * Returns the server and the path that a URL of a repository names, in the forms of `git help clone`: `user@host:path`
 * and `scheme://user@host:port/path`. Undefined for what names no server.
 */
export function forgePlace(url: string): ForgePlace | undefined {
  const long = /^[a-z+]+:\/\/(?:[^@/]*@)?([^:/]+)(?::\d*)?\/(.+)$/i.exec(url);
  const [, host = '', path = ''] = long ?? /^(?:[\w.+-]+@)?([\w.-]+):(?!\/\/)(.+)$/.exec(url) ?? [];
  const bare = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/i, '');
  return host === '' || bare === '' ? undefined : { host: host.toLowerCase(), path: bare };
}

/** Owner and name of a repository, as the API of its server has them. */
export interface OwnedRepository {
  readonly owner: string;
  readonly name: string;
}

/**
 * Returns owner and name of a repository; undefined for a path that cannot be one. Groups of GitLab have groups in
 * them; Bitbucket Data Center has its repositories below `scm` for HTTPS; a project of Gerrit has no owner, and `a` in
 * front where a login is asked for.
 */
export function ownedRepository(forge: ForgeKind, { path }: ForgePlace): OwnedRepository | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  switch (forge) {
    case 'github':
      return parts.length === 2 ? { owner: parts[0] ?? '', name } : undefined;
    case 'gitlab':
      return parts.length > 1 ? { owner: parts.slice(0, -1).join('/'), name } : undefined;
    case 'bitbucket': {
      const [owner, ...rest] = parts[0] === 'scm' ? parts.slice(1) : parts;
      return owner !== undefined && rest.length === 1 ? { owner, name } : undefined;
    }
    case 'gerrit':
      return { owner: '', name: path.replace(/^a\//, '') };
  }
}

/** Returns what a host is by its name: one of the public servers, or one that is called after its kind. */
export function forgeOfHost(host: string): ForgeKind | undefined {
  const kinds: readonly ForgeKind[] = ['github', 'gitlab', 'bitbucket', 'gerrit'];
  return kinds.find((kind) => host.toLowerCase().includes(kind));
}

/** Hosts that everybody reaches, and whose plugins know them without a setting. */
export const publicHosts: Readonly<Partial<Record<ForgeKind, string>>> = {
  github: 'github.com',
  bitbucket: 'bitbucket.org',
};

/** Returns the host of a URL in lower case; undefined for what is no URL of the web. */
export function hostOfUrl(url: string): string | undefined {
  return /^https?:\/\/(?:[^@/]*@)?([^:/?#\s]+)/i.exec(url)?.[1]?.toLowerCase();
}

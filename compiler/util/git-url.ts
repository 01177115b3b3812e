/** How a URL of a repository was understood; `problem` says what git does with it instead, `meant` what was meant. */
export type GitUrl =
  | { readonly kind: 'ssh'; readonly host: string; readonly port: number | undefined }
  | { readonly kind: 'other' }
  | { readonly kind: 'wrong'; readonly problem: string; readonly meant?: string };

/** Schemes that git itself knows; any other one asks for a helper program. */
const schemes = new Set(['ssh', 'git+ssh', 'ssh+git', 'https', 'http', 'git', 'file', 'ftp', 'ftps']);

const OTHER: GitUrl = { kind: 'other' };

/**
 * Returns what git makes of the URL of a repository. Follows `git help clone` (GIT URLS) and `connect.c` of git 2.47:
 * `host:path` is a host of SSH, and what has no colon before its first `/` is a path. A URL with a variable in it is
 * not looked at.
 */
export function readGitUrl(text: string): GitUrl {
  if (text.includes('$')) return OTHER;
  const command = /^git\s+clone\s+(?:-\S+\s+)*(\S+)/.exec(text);
  if (command !== null) return wrong('is a command, not the URL of a repository', command[1]);
  if (/\s/.test(text)) return wrong('has a blank in it', text.replaceAll(/\s/g, ''));
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]+):(\/*)/.exec(text);
  if (scheme !== null && (scheme[2] ?? '').length > 0)
    return withScheme(text, scheme[1] ?? '', scheme[2] ?? '');
  const short = /^(?:[\w.+-]+@)?(\[[^\]]+\]|[\w.-]+):(?!\/\/)(.*)$/.exec(text);
  if (short !== null) return shortUrl(text, short[1] ?? '', short[2] ?? '');
  if (/^[\w.+-]+@[\w.-]+\//.test(text)) return notAUrl(text.replace('/', ':'));
  // A folder may have a dot in its name, too: a host ends like one, and has a path of two parts or `.git`.
  if (
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|cloud|eu|de|uk|us|co|internal|local|lan|corp)\/./i.test(
      text,
    )
  )
    return notAUrl(`https://${text}`);
  return OTHER;
}

/** Returns whether a repository is on GitHub, whose webhooks have a trigger of their own. */
export function isGithub(url: string): boolean {
  return /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?(?:www\.)?github\.com[:/]/i.test(url);
}

/**
 * Returns whether two URLs lead to one repository: by the same host and path, whatever the scheme, the user and the
 * port, with `.git` or without. Folders of a machine are never the same.
 */
export function isSameRepository(a: string, b: string): boolean {
  const place = placeOf(a);
  return place !== undefined && place === placeOf(b);
}

function placeOf(url: string): string | undefined {
  const [, host, path] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(\[[^\]]+\]|[^/:]+)(?::\d*)?\/(.+)$/i.exec(url.trim()) ??
    /^(?:[^/@:]+@)?(\[[^\]]+\]|[\w.-]{2,}):(?!\/\/)(.+)$/.exec(url.trim()) ??
    [];
  if (host === undefined || path === undefined) return undefined;
  const name = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  return name === '' ? undefined : `${host.toLowerCase()}/${name}`;
}

function notAUrl(meant: string): GitUrl {
  return wrong('is a path on the agent, not the URL of a repository', meant);
}

function withScheme(text: string, scheme: string, slashes: string): GitUrl {
  const rest = text.slice(scheme.length + 1 + slashes.length);
  if (!schemes.has(scheme.toLowerCase())) {
    // `helper::address` is for programs that somebody installed.
    const near = scheme.toLowerCase().startsWith('h')
      ? 'https'
      : scheme.toLowerCase().startsWith('s')
        ? 'ssh'
        : undefined;
    return wrong(`has the scheme \`${scheme}\`, which git does not know`, near && `${near}://${rest}`);
  }
  if (scheme === 'file') return OTHER;
  if (slashes.length !== 2)
    return wrong(`has ${slashes.length} slashes after \`${scheme}:\``, `${scheme}://${rest}`);
  const parts = /^(?:([^/@]*)@)?(\[[^\]]+\]|[^/:]*)(?::([^/]*))?(\/.*)?$/.exec(rest);
  const [, user, host = '', port, path = ''] = parts ?? [];
  if (host === '') return wrong('names no host');
  if (port !== undefined && !/^\d*$/.test(port)) {
    const isSsh = scheme.endsWith('ssh');
    const login = user === undefined || (!isSsh && user === 'git') ? '' : `${user}@`;
    return wrong(`has \`${port}\` where the port stands`, `${scheme}://${login}${host}/${port}${path}`);
  }
  const page = /^(\/[^/]+\/[^/]+)\/(?:-\/)?(?:tree|blob|src|commits?|pull|merge_requests|branches)\/./.exec(
    path,
  );
  if (page !== null && scheme.startsWith('http')) {
    const name = page[1] ?? '';
    return wrong(
      'is a page of the repository, not its URL',
      `${scheme}://${host}${name}${name.endsWith('.git') ? '' : '.git'}`,
    );
  }
  if (path === '' || path === '/') return wrong('names no repository');
  if (!/ssh/.test(scheme)) return OTHER;
  return {
    kind: 'ssh',
    host: bare(host),
    port: port === undefined || port === '' ? undefined : Number(port),
  };
}

/** Hosts whose owners may be called by a number. */
const PUBLIC = /(^|\.)(github\.com|gitlab\.com|bitbucket\.org)$/i;

function shortUrl(text: string, host: string, path: string): GitUrl {
  // One letter is a drive.
  if (/^[A-Za-z]$/.test(host) && text.startsWith(host)) return OTHER;
  const port = /^(\d{2,5})\/(.+)$/.exec(path);
  if (port !== null && !PUBLIC.test(host)) {
    const login = text.includes('@') ? text.slice(0, text.indexOf('@') + 1) : '';
    return wrong(
      `has \`${port[1]}\` as the first folder of its path, and no port`,
      `ssh://${login}${host}:${port[1]}/${port[2]}`,
    );
  }
  return path === '' ? wrong('names no repository') : { kind: 'ssh', host: bare(host), port: undefined };
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase();
}

function wrong(problem: string, meant?: string): GitUrl {
  return meant === undefined || readGitUrl(meant).kind === 'wrong'
    ? { kind: 'wrong', problem }
    : { kind: 'wrong', problem, meant };
}

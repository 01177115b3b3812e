import {
  type ForgeKind,
  forgeOfHost,
  forgePlace,
  ownedRepository,
  publicHosts,
} from '../util/forge-place.ts';

/** What a project needs for the pull requests of its repository. */
export interface ForgeSettings {
  /** What people call the forge. */
  readonly title: string;
  /** Id of the credential for its API. */
  readonly credential: string;
  readonly type: 'username-password' | 'secret-text';
  /** What stands in the credential. */
  readonly wants: string;
  /** The entry of `forges` that the plugin asks for; absent for a server that it knows. */
  readonly server?: { readonly type: ForgeKind; readonly url: string };
  /** Whether a checkout by HTTPS can use the credential. */
  readonly isLogin: boolean;
}

/** Returns what the pull requests of a repository need; undefined for one on a server of a kind that is not known. */
export function forgeSettings(git: string): ForgeSettings | undefined {
  const place = forgePlace(git);
  const kind = place && forgeOfHost(place.host);
  if (
    place === undefined ||
    kind === undefined ||
    kind === 'gerrit' ||
    ownedRepository(kind, place) === undefined
  )
    return undefined;
  const isPublic = publicHosts[kind] === place.host;
  const { title, type, wants } = forges[kind];
  return {
    title,
    credential: `${kind}-api`,
    type,
    wants,
    ...(isPublic ? {} : { server: { type: kind, url: `https://${place.host}` } }),
    isLogin: type === 'username-password' && /^https?:/.test(git),
  };
}

const forges: Readonly<
  Record<Exclude<ForgeKind, 'gerrit'>, Pick<ForgeSettings, 'title' | 'type' | 'wants'>>
> = {
  github: {
    title: 'GitHub',
    type: 'username-password',
    wants:
      'the name of an account and a token of it that may read the repository and write its commit statuses',
  },
  gitlab: {
    title: 'GitLab',
    type: 'secret-text',
    wants: 'a personal access token with the scope `api`',
  },
  bitbucket: {
    title: 'Bitbucket',
    type: 'username-password',
    wants: 'the name of an account and a token of it that may read repositories and pull requests',
  },
};

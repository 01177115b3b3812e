import { hostOfUrl } from './forge-place.ts';
import { withoutSlashesAtEnd } from './without-slashes.ts';

/** The API of github.com. */
export const PUBLIC_GITHUB_API = 'https://api.github.com';

/** Returns the URL of the API of a GitHub server: an Enterprise server has it below its own address. */
export function githubApi(url: string): string {
  return hostOfUrl(url) === 'github.com' ? PUBLIC_GITHUB_API : `${withoutSlashesAtEnd(url)}/api/v3`;
}

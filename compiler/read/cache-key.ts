import { type FileResult, failed, success } from '../host/file-result.ts';
import { absolutePath, folderOf } from '../host/path.ts';
import { folderPlace, type PlacingHost } from './folder-place.ts';

/** A shorter key could be guessed. */
const LEAST_LENGTH = 16;

/** A file of this size holds something else. */
const MAX_BYTES = 64 * 1024;

/**
 * Returns the key that the entries of a cache are sealed with (`BITESIZE_CACHE_KEY`, or the content of the file that
 * `BITESIZE_CACHE_KEY_FILE` names), undefined without one, or why what is named is none. An empty variable counts as
 * none: that is what a CI system makes of a secret which a job may not have.
 */
export function cacheKey(host: PlacingHost, projects: readonly string[]): FileResult<string | undefined> {
  const { BITESIZE_CACHE_KEY: given, BITESIZE_CACHE_KEY_FILE: file } = host.env;
  if (given) return longEnough(given, 'the key of `BITESIZE_CACHE_KEY`');
  if (!file) return success(undefined);
  const what = 'the file of `BITESIZE_CACHE_KEY_FILE`';
  const path = absolutePath(host.cwd, file);
  const place = folderPlace(host, folderOf(path), projects);
  if (place.kind === 'link' || (place.kind === 'found' && place.inside !== undefined))
    return failed('denied', `${what} lies where a change can write: it is no secret`);
  const status = host.files.status(path);
  if (status.ok && status.value.size > MAX_BYTES) return failed('other', `${what} is larger than 64 KiB`);
  const read = host.files.read(path);
  if (!read.ok) return failed(read.failure.kind, `cannot read ${what}: ${read.failure.reason}`);
  return longEnough(new TextDecoder().decode(read.value).trim(), `the key in ${what}`);
}

function longEnough(key: string, what: string): FileResult<string> {
  return key.length >= LEAST_LENGTH
    ? success(key)
    : failed('other', `${what} has fewer than ${LEAST_LENGTH} characters`);
}

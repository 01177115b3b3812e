/** Returns the folders in front of the first wildcard of a pattern, or the whole path of one without any. */
export function fixedPart(pattern: string): string {
  const parts = pattern.replace(/\/$/, '').split('/');
  const wild = parts.findIndex((part) => /[*?]/.test(part));
  return (wild === -1 ? parts : parts.slice(0, wild)).join('/');
}

/**
 * Returns whether a pattern of git's pathspecs with `glob` finds a path: `*` and `?` stand for letters of one name, `**`
 * for folders, and one without them finds all that is in the folder of its name. Takes no more time than the product of
 * both lengths.
 */
export function findsPath(pattern: string, path: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === path || path.startsWith(`${pattern.replace(/\/$/, '')}/`);
  const wanted = pattern.replace(/(^|\/)\*\*$/, '$1**/*').split('/');
  const given = path.split('/');
  return matches(
    wanted.length,
    given.length,
    (at) => wanted[at] === '**',
    (at, of) => isPart(wanted[at] ?? '', given[of] ?? ''),
  );
}

function isPart(pattern: string, name: string): boolean {
  return matches(
    pattern.length,
    name.length,
    (at) => pattern[at] === '*',
    (at, of) => pattern[at] === '?' || pattern[at] === name[of],
  );
}

/** Goes back to the last star alone: what one before it could find, this one finds as well. */
function matches(
  length: number,
  all: number,
  isStar: (at: number) => boolean,
  isSame: (at: number, of: number) => boolean,
): boolean {
  let at = 0;
  let of = 0;
  let star: { readonly at: number; of: number } | undefined;
  for (;;) {
    if (at === length && of === all) return true;
    if (at < length && isStar(at)) {
      star = { at, of };
      at++;
    } else if (at < length && of < all && isSame(at, of)) {
      at++;
      of++;
    } else if (star !== undefined && star.of < all) {
      star.of++;
      at = star.at + 1;
      of = star.of;
    } else return false;
  }
}

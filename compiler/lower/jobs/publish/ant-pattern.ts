/**
 * Returns a POSIX extended regular expression for the paths, as `find .` prints them, that an Ant pattern matches:
 * `**` stands for any folders, `*` and `?` for anything in one name. Several slashes are one.
 */
export function antPatternRegex(pattern: string): string {
  const path = pattern.replace(/[\\/]+/g, '/').replace(/^(?:\.?\/)+/, '');
  const parts = path.split('/');
  const body = parts
    .map((part, index) => {
      const last = index === parts.length - 1;
      if (part === '**') return last ? '.*' : '(.*/)?';
      return `${namePattern(part)}${last ? '' : '/'}`;
    })
    .join('');
  return `\\./${body}`;
}

function namePattern(name: string): string {
  return name.replace(/[\\^$.|?*+()[\]{}]/g, (character) => {
    if (character === '*') return '[^/]*';
    return character === '?' ? '[^/]' : `\\${character}`;
  });
}

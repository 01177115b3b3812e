/** Returns the folders of a glob before its first part with a wildcard in it; empty when there are none. */
export function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => /[*?[{(]/.test(part));
  if (wild === -1) return pattern;
  const fixed = parts.slice(0, wild).join('/');
  return fixed === '' && pattern.startsWith('/') ? '/' : fixed;
}

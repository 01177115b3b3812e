/** Returns a path without the slashes at its end. A pattern such as `/\/+$/` looks at a run of n slashes n times. */
export function withoutSlashesAtEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Returns a path without the slashes at both ends. */
export function withoutSlashes(path: string): string {
  return withoutSlashesAtEnd(path.replace(/^\/+/, ''));
}

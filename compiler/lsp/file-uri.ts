/** Returns the absolute path of a `file:` URI, however a client escapes it; undefined for what is no file of this machine. */
export function pathOfUri(uri: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(uri);
    if (protocol !== 'file:' || host !== '') return undefined;
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Returns the `file:` URI of an absolute path, escaped as RFC 3986 asks for. */
export function uriOfPath(path: string): string {
  return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Returns the name of the parameter that carries the version of a service or an application: `web-app` gives
 * `web_app_VERSION`, as in the original. What no shell could read as a variable becomes `_`, too: other characters,
 * and a digit at the start gets one before it (B21).
 */
export function versionParameter(name: string): string {
  const word = name.replace(/[^A-Za-z0-9_]/g, '_');
  return `${/^[0-9]/.test(word) ? '_' : ''}${word}_VERSION`;
}

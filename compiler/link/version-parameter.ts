/**
 * Returns the name of the parameter that carries the version of an application or a service: `web-api` gives
 * `web_api_VERSION`. The plugin only replaced `-` (B21); here every character that cannot stand in the name of an
 * environment variable becomes `_`, and a leading digit gets one in front. Two names may give the same parameter.
 */
export function versionParameter(name: string): string {
  const text = name.replace(/[^A-Za-z0-9_]/g, '_');
  return `${/^[0-9]/.test(text) ? '_' : ''}${text}_VERSION`;
}

/**
 * Returns a value as the EnvInject plugin must find it in its `name=value` lines to give exactly this value: it
 * doubles some backslashes, then reads the lines as a properties file, and cuts white space at both ends (its
 * `PropertiesLoader`, read 2026-08). References such as `$PATH` stay what they are: the plugin resolves them.
 */
export function propertiesValue(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replace(/\r\n?|\n/g, '\\n');
  // Two backslashes directly behind the equals sign would be taken for a network path, and doubled again.
  return escaped.startsWith('\\\\') ? ` ${escaped}` : escaped;
}

/**
 * Returns the XML element that XStream writes for a Java class without an alias: `_` becomes `__` and `$` becomes `_-`.
 * Follows `com.thoughtworks.xstream.io.xml.XmlFriendlyNameCoder`.
 */
export function elementOfClass(className: string): string {
  return className.replaceAll('_', '__').replaceAll('$', '_-');
}

/** Returns the Java class that an element without an alias stands for. A name without escapes is returned as it is. */
export function classOfElement(element: string): string {
  return element.replace(/__|_-/g, (pair) => (pair === '__' ? '_' : '$'));
}

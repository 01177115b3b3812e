/** The marker of a project: a comment at the end of a description, so that it survives whatever Jenkins does to the XML. */
const MARKER = /(?:\r?\n)?<!-- Managed by bitesize: ([a-z0-9][a-z0-9-]{0,62}) -->\s*$/;

/**
 * Returns a description with the marker of a project at its end, in place of the one that it has. A comment of HTML is
 * not shown by the formatters of Jenkins but the plain one, as Job Builder's marker is.
 */
export function markedDescription(description: string, project: string): string {
  const marker = `<!-- Managed by bitesize: ${project} -->`;
  const text = description.replace(MARKER, '');
  return text === '' ? marker : `${text}\n${marker}`;
}

/** Returns the project whose marker a description has; undefined when it has none. */
export function markerOf(description: string): string | undefined {
  return MARKER.exec(description)?.[1];
}

/** Returns a description without a marker. */
export function withoutMarker(description: string): string {
  return description.replace(MARKER, '');
}

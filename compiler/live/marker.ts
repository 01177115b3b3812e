/** Which item of which project a description is marked as. */
export interface Marker {
  readonly project: string;
  /** Its full name when it was marked: a copy that a person makes has the name of what it was copied from. */
  readonly name?: string;
}

/** A comment at the end of a description, so that it survives whatever Jenkins does to the XML. No name of Jenkins has a `<` or `>`. */
const MARKER =
  /(?:\r?\n)?<!-- Managed by bitesize: ([a-z0-9][a-z0-9-]{0,62}(?: as [^<>\r\n]{1,10000})?) -->\s*$/;

/**
 * Returns a description with a marker at its end, in place of the one that it has. A comment of HTML is not shown by the
 * formatters of Jenkins but the plain one, as Job Builder's marker is.
 */
export function markedDescription(description: string, marker: Marker): string {
  const comment = `<!-- Managed by bitesize: ${markerText(marker)} -->`;
  const text = description.replace(MARKER, '');
  return text === '' ? comment : `${text}\n${comment}`;
}

/** Returns the marker of a description; undefined when it has none. */
export function markerOf(description: string): Marker | undefined {
  const text = MARKER.exec(description)?.[1];
  return text === undefined ? undefined : markerFrom(text);
}

/** Returns a description without a marker. */
export function withoutMarker(description: string): string {
  return description.replace(MARKER, '');
}

/** Returns a marker as a text, such as `shop as team/app`. */
export function markerText({ project, name }: Marker): string {
  return name === undefined ? project : `${project} as ${name}`;
}

/** Returns the marker that a text of `markerText` stands for. */
export function markerFrom(text: string): Marker {
  const at = text.indexOf(' as ');
  return at === -1 ? { project: text } : { project: text.slice(0, at), name: text.slice(at + 4) };
}

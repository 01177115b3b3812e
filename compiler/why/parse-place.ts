/** A line of a file as it is typed: `out/jenkins/plugins.txt:12`. */
export interface TypedPlace {
  readonly path: string;
  readonly line: number;
}

/** Returns path and line of a typed place, or undefined when there is no line; a column behind it is ignored. */
export function parsePlace(text: string): TypedPlace | undefined {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(text);
  const line = Number(match?.[2]);
  return match?.[1] === undefined || line < 1 ? undefined : { path: match[1].replaceAll('\\', '/'), line };
}

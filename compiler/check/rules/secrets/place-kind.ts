/** Where a text stands, which decides how a secret could be said there instead. */
export type PlaceKind =
  | 'service-variable'
  | 'build-variable'
  | 'agent-variable'
  | 'global-variable'
  | 'options'
  | 'annotation'
  | 'header'
  | 'script'
  | 'command'
  | 'repository'
  | 'chart'
  | 'other';

/** Fields whose texts are code, in the order of the path from the root. */
const kinds: readonly (readonly [RegExp, PlaceKind])[] = [
  [/\bservices\b.*\benv$/, 'service-variable'],
  [/^build\b.*\benv$/, 'build-variable'],
  [/\bagents\b.*\benv$/, 'agent-variable'],
  [/^jenkins jenkins env$/, 'global-variable'],
  [/\b(options|set)\b/, 'options'],
  [/\bannotations$/, 'annotation'],
  [/\bhttp_headers$/, 'header'],
  [/\b(shell|values_content|yaml|xml|tasks|switches)$/, 'script'],
  [/\bcommands?\b/, 'command'],
  [/\b(git|repository|remote|repository_key|location)$/, 'repository'],
  [/\brepo$/, 'chart'],
];

/** Returns the kind of the texts at a path: the names of the fields from the root, with blanks between them. */
export function placeKind(path: string): PlaceKind {
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

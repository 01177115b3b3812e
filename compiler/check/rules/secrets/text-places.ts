import { Sourced } from '../../../text/sourced.ts';
import type { Specs } from '../../check-spec.ts';
import { secretName } from './secret-name.ts';
import { secretsOfCommand } from './shell-secrets.ts';
import { valueKind } from './value-kind.ts';

/** Where a text stands, which decides how a secret could be said there instead. */
type PlaceKind =
  | 'service-variable'
  | 'build-variable'
  | 'agent-variable'
  | 'global-variable'
  | 'options'
  | 'annotation'
  | 'header'
  | 'script'
  | 'fragment'
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
  [/\bjob_xml xml$/, 'fragment'],
  [/^jobs\b.*\bxml$/, 'fragment'],
  [/^jobs\b.*\b(command|script)$/, 'script'],
  [/\b(shell|values_content|yaml|tasks|switches)$/, 'script'],
  [/\bcommands?\b/, 'command'],
  [/\b(git|repository|remote|repository_key|location)$/, 'repository'],
  [/\brepo$/, 'chart'],
];

/** Returns the kind of the texts at a path: the names of the fields from the root, with blanks between them. */
function placeKind(path: string): PlaceKind {
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

/** A text of a spec with what is known about it. */
export interface PlacedText {
  readonly kind: PlaceKind;
  readonly value: Sourced<string>;
  /** Name of the variable, option, header or annotation whose value it is. */
  readonly name?: string;
  /** Whether it is a secret whatever its name: the login behind `--user`. */
  readonly isLogin?: boolean;
  /** Whether it is the value of a field that holds nothing but a secret, and not where one comes from. */
  readonly isSecret?: boolean;
}

/** A place while it is being described. */
type Draft = { -readonly [K in keyof PlacedText]: PlacedText[K] };

/** Paths of fields of jobs that hold nothing but a secret. */
const SECRET_FIELD =
  /^jobs\b.* (?:auth_token|secret_token|webhook_secret|(?:generic-webhook|webhook) token|pollurl urls password|parameters password default|(?:passwords|job_passwords) value)$/;

const roots = {
  build: pathTree('build'),
  application: pathTree('application'),
  environments: pathTree('environments'),
  jenkins: pathTree('jenkins'),
  jobs: pathTree('jobs'),
};

/** Returns every text that stands in the specs; what the compiler filled in is not among them. */
export function textPlaces(specs: Specs): readonly PlacedText[] {
  const found: Draft[] = [];
  for (const kind of ['build', 'application', 'environments', 'jenkins', 'jobs'] as const)
    walk(specs[kind], roots[kind], found);
  return found;
}

function walk(value: unknown, path: PathNode, found: Draft[]): void {
  if (value instanceof Sourced) {
    if (value.origin.kind === 'spec' && typeof value.value === 'string')
      found.push({ kind: path.kind, value });
  } else if (Array.isArray(value)) {
    walkItems(value, path, found);
  } else if (isRecord(value)) {
    walkFields(value, path, found);
  }
}

/** A word of a command that follows an option is the value of the option: `[run, --token, abc]`. */
function walkItems(items: readonly unknown[], path: PathNode, found: Draft[]): void {
  const logins = path.kind === 'command' ? wordSecrets(items) : none;
  for (let index = 0; index < items.length; index++) {
    const start = found.length;
    walk(items[index], path, found);
    const before = path.kind === 'command' ? textOf(items[index - 1]) : undefined;
    const option = before === undefined ? undefined : /^--?([A-Za-z][\w.-]*)$/.exec(before)?.[1];
    const login = logins.get(index);
    for (let at = start; at < found.length; at++) {
      const place = found[at];
      if (place === undefined) continue;
      if (login !== undefined) Object.assign(place, { name: login, isLogin: true });
      else if (option !== undefined && secretName(option) === 'sure') place.name = option;
    }
  }
}

const none: ReadonlyMap<number, string> = new Map();

/** Returns what the words of a command, by their index, are given to, of those that are secrets for the command. */
function wordSecrets(items: readonly unknown[]): ReadonlyMap<number, string> {
  const words = items.map((item, index) => ({ text: textOf(item) ?? '', start: index, end: index }));
  const secrets = secretsOfCommand({ words, isPiped: false });
  return new Map(
    secrets.filter(({ text }) => valueKind(text) === 'literal').map(({ end, name }) => [end, name]),
  );
}

function walkFields(object: Readonly<Record<string, unknown>>, path: PathNode, found: Draft[]): void {
  const isEntry = '$' in object && object.name instanceof Sourced && 'value' in object;
  // A value beside `secret` names a Secret; so does everything beside it.
  const isReference = isEntry && object.secret instanceof Sourced;
  const isOption = path.kind === 'options' || !('$' in object);
  for (const field of writtenFields(object)) {
    if (field === '$' || (isReference && field === 'value')) continue;
    const below = path.below(field);
    // A parameter is a variable of the build, and these are the values that it can have.
    const isValue = isEntry
      ? field === 'value'
      : path.isParameter && /^(?:default|values|choices)$/.test(field);
    const name =
      (isValue ? textOf(object.name) : undefined) ?? (isOption || below.isSecret ? field : undefined);
    const start = found.length;
    walk(object[field], isEntry ? path : below, found);
    if (name === undefined) continue;
    for (let at = start; at < found.length; at++) {
      const place = found[at];
      if (place === undefined) continue;
      place.name ??= name;
      if (below.isSecret) place.isSecret = true;
    }
  }
}

/** An object knows which of its many fields were written; in a free map, and in one with a key `$`, all were. */
function writtenFields(object: Readonly<Record<string, unknown>>): Iterable<string> {
  const place = object.$;
  const fields = isRecord(place) ? place.fields : undefined;
  return fields instanceof Map ? fields.keys() : Object.keys(object);
}

function textOf(value: unknown): string | undefined {
  return value instanceof Sourced && typeof value.value === 'string' ? value.value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A path of fields from the root of a spec, and the kind of the texts there. */
interface PathNode {
  readonly kind: PlaceKind;
  /** Whether what is there is nothing but a secret. */
  readonly isSecret: boolean;
  /** Whether the object there is a parameter of a job. */
  readonly isParameter: boolean;
  /** Returns the node of a field below this one. */
  below(field: string): PathNode;
}

/**
 * Returns the root of the paths of a spec. The paths of a fleet are the same few hundred, so their kinds are found
 * once, and no walk makes the text of a path again. Names of options are among them: there is a limit to what is kept.
 */
export function pathTree(name: string, most = 5000): PathNode {
  let count = 0;
  const make = (path: string): PathNode => {
    const known = new Map<string, PathNode>();
    const below = (field: string): PathNode => {
      const before = known.get(field);
      if (before !== undefined) return before;
      const node = make(`${path} ${field}`);
      if (count < most) {
        count++;
        known.set(field, node);
      }
      return node;
    };
    return {
      kind: placeKind(path),
      isSecret: SECRET_FIELD.test(path),
      isParameter: /^jobs\b.* parameters [\w-]+$/.test(path),
      below,
    };
  };
  return make(name);
}

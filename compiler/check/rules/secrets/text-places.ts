import { Sourced } from '../../../text/sourced.ts';
import type { Specs } from '../../specs.ts';
import { secretName } from './secret-name.ts';

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

/** A text of a spec with what is known about it. */
export interface PlacedText {
  readonly kind: PlaceKind;
  readonly value: Sourced<string>;
  /** Name of the variable, option, header or annotation whose value it is. */
  readonly name?: string;
  /** Whether it is a secret whatever its name: the login behind `--user`. */
  readonly isLogin?: boolean;
}

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

/** Returns every text that stands in the specs; what the compiler filled in is not among them. */
export function* textPlaces(specs: Specs): Generator<PlacedText> {
  for (const kind of ['build', 'application', 'environments', 'jenkins'] as const)
    yield* walk(specs[kind], kind);
}

function* walk(value: unknown, path: string): Generator<PlacedText> {
  if (value instanceof Sourced) {
    if (value.origin.kind === 'spec' && typeof value.value === 'string') yield { kind: kindOf(path), value };
  } else if (Array.isArray(value)) {
    yield* walkItems(value, path);
  } else if (isRecord(value)) {
    yield* walkFields(value, path);
  }
}

/** A word of a command that follows an option is the value of the option: `[run, --token, abc]`. */
function* walkItems(items: readonly unknown[], path: string): Generator<PlacedText> {
  const isCommand = kindOf(path) === 'command';
  for (const [index, item] of items.entries()) {
    const before = isCommand ? textOf(items[index - 1]) : undefined;
    const option = /^--?([A-Za-z][\w.-]*)$/.exec(before ?? '')?.[1];
    const isLogin = /^(-u|--user)$/.test(before ?? '') && /^[^\s:$]+:[^$]/.test(textOf(item) ?? '');
    for (const place of walk(item, path)) {
      if (isLogin) yield { ...place, name: before ?? '', isLogin };
      else yield option === undefined || secretName(option) !== 'sure' ? place : { ...place, name: option };
    }
  }
}

function* walkFields(object: Readonly<Record<string, unknown>>, path: string): Generator<PlacedText> {
  const kind = kindOf(path);
  const isEntry = '$' in object && object.name instanceof Sourced && 'value' in object;
  // A value beside `secret` names a Secret; so does everything beside it.
  const isReference = isEntry && object.secret instanceof Sourced;
  for (const [field, value] of Object.entries(object)) {
    if (field === '$' || (isReference && field === 'value')) continue;
    const isOption = kind === 'options' || !('$' in object);
    const name = isEntry && field === 'value' ? textOf(object.name) : isOption ? field : undefined;
    for (const place of walk(value, isEntry ? path : `${path} ${field}`)) {
      yield name === undefined || place.name !== undefined ? place : { ...place, name };
    }
  }
}

/** The paths of a fleet are the same few hundred; names of options are among them, so there is a limit. */
const knownKinds = new Map<string, PlaceKind>();

function kindOf(path: string): PlaceKind {
  const known = knownKinds.get(path);
  if (known !== undefined) return known;
  const kind = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
  if (knownKinds.size >= 5000) knownKinds.clear();
  knownKinds.set(path, kind);
  return kind;
}

function textOf(value: unknown): string | undefined {
  return value instanceof Sourced && typeof value.value === 'string' ? value.value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

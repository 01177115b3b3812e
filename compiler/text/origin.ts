import type { SourceFile, Span } from './span.ts';

/**
 * Where something in the output comes from. Every node of the IR carries one, and every line of an artifact
 * can be traced to some: `bitesize why` and the docs stand on it.
 */
export type Origin = SpecOrigin | DefaultOrigin | PolicyOrigin | SeveralOrigins;

/** A piece of a spec. */
export interface SpecOrigin {
  readonly kind: 'spec';
  readonly span: Span;
}

/** A default: nothing was written, and this field of the specs would change it. */
export interface DefaultOrigin {
  readonly kind: 'default';
  /** Path of the field, such as `jenkins.kubernetes.storage.size`. */
  readonly field: string;
}

/** A decision of the compiler that no field changes, such as a security setting. */
export interface PolicyOrigin {
  readonly kind: 'policy';
  /** One sentence that gives the reason. */
  readonly reason: string;
}

/** More than one cause, the most specific first. */
export interface SeveralOrigins {
  readonly kind: 'several';
  readonly of: readonly Origin[];
}

/** Returns the origin for a piece of a spec. */
export function fromSpec(span: Span): SpecOrigin {
  return { kind: 'spec', span };
}

/** Returns the origin for a default that the given field would change. */
export function fromDefault(field: string): DefaultOrigin {
  return { kind: 'default', field };
}

/** Returns the origin for a decision of the compiler, with its reason. */
export function fromPolicy(reason: string): PolicyOrigin {
  return { kind: 'policy', reason };
}

/** Returns one origin for several causes; a single cause stays as it is. */
export function fromSeveral(origins: readonly Origin[]): Origin {
  const [only] = origins;
  return only !== undefined && origins.length === 1 ? only : { kind: 'several', of: origins };
}

/** One cause: a place in a spec, a default, or a decision of the compiler. */
export type SingleOrigin = Exclude<Origin, SeveralOrigins>;

/** Returns the single causes behind an origin. */
export function single(origin: Origin): readonly SingleOrigin[] {
  return origin.kind === 'several' ? origin.of.flatMap(single) : [origin];
}

/** Returns the piece of a spec that an origin leads to, or undefined when nothing was written. */
export function spanOf(origin: Origin): Span | undefined {
  if (origin.kind === 'spec') return origin.span;
  if (origin.kind !== 'several') return undefined;
  for (const inner of origin.of) {
    const span = spanOf(inner);
    if (span !== undefined) return span;
  }
  return undefined;
}

/**
 * Returns why something is there that any one of these asks for: what all of them have in common, as one of several
 * does not decide alone. Undefined where they have nothing in common.
 */
export function commonOrigin(origins: readonly Origin[]): Origin | undefined {
  const [first] = origins;
  if (first === undefined) return undefined;
  let common = single(first);
  for (let at = 1; at < origins.length && common.length > 0; at++)
    common = common.filter(isCauseOf(origins[at] ?? first, common.length));
  return common.length === 0 ? undefined : fromSeveral(common);
}

/** More causes than this are looked for by their keys. */
const FEW = 8;

/** Returns whether a cause is behind an origin; so many are asked for. */
function isCauseOf(origin: Origin, asked: number): (cause: SingleOrigin) => boolean {
  if (asked <= FEW) return (cause) => hasCause(origin, cause);
  const keys = keysOf(single(origin));
  return (cause) => keys.has(keyOf(cause));
}

function hasCause(origin: Origin, cause: SingleOrigin): boolean {
  if (origin === cause) return true;
  switch (origin.kind) {
    case 'several':
      return origin.of.some((inner) => hasCause(inner, cause));
    case 'default':
      return cause.kind === 'default' && cause.field === origin.field;
    case 'policy':
      return cause.kind === 'policy' && cause.reason === origin.reason;
    case 'spec':
      return cause.kind === 'spec' && isSamePlace(cause.span, origin.span);
  }
}

function isSamePlace(one: Span, other: Span): boolean {
  return one.file === other.file && one.start === other.start && one.end === other.end;
}

/** Returns an origin without the causes that others have, too. */
export function withoutCauses(origin: Origin, others: readonly Origin[]): Origin {
  const left = keysOf(others.flatMap(single));
  return fromSeveral(single(origin).filter((cause) => !left.has(keyOf(cause))));
}

/** Why something is there that several things ask for, none of which decides alone. */
const anyOfSeveral = fromPolicy('Several things ask for it, and each of them would be enough.');

/** Returns what decides alone on something that any one of these asks for, or that nothing does. */
export function decidingOrigin(origins: readonly Origin[]): Origin {
  return commonOrigin(origins) ?? anyOfSeveral;
}

function keysOf(origins: readonly SingleOrigin[]): ReadonlySet<string> {
  return new Set(origins.map(keyOf));
}

/** Numbers of files, by which keys tell them apart. */
const files = new WeakMap<SourceFile, number>();
let fileCount = 0;

/** Returns a text that is the same for equal origins only. */
function keyOf(origin: SingleOrigin): string {
  if (origin.kind === 'default') return `default ${origin.field}`;
  if (origin.kind === 'policy') return `policy ${origin.reason}`;
  const { file, start, end } = origin.span;
  const number = files.get(file) ?? fileCount++;
  files.set(file, number);
  return `${number} ${start} ${end}`;
}

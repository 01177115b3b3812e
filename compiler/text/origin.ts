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
  if (origin.kind !== 'several') return [origin];
  const causes: SingleOrigin[] = [];
  addSingle(origin, causes);
  return causes;
}

function addSingle(origin: Origin, causes: SingleOrigin[]): void {
  if (origin.kind === 'several') for (const inner of origin.of) addSingle(inner, causes);
  else causes.push(origin);
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
  for (const origin of origins) {
    if (origin === first) continue;
    const causes = new Causes(single(origin));
    common = common.filter((cause) => causes.has(cause));
  }
  return common.length === 0 ? undefined : fromSeveral(common);
}

/** Returns an origin without the causes that others have, too. */
export function withoutCauses(origin: Origin, others: readonly Origin[]): Origin {
  const left = new Causes(others.flatMap(single));
  return fromSeveral(single(origin).filter((cause) => !left.has(cause)));
}

/** Why something is there that several things ask for, none of which decides alone. */
const anyOfSeveral = fromPolicy('Several things ask for it, and each of them would be enough.');

/** Returns what decides alone on something that any one of these asks for, or that nothing does. */
export function decidingOrigin(origins: readonly Origin[]): Origin {
  return commonOrigin(origins) ?? anyOfSeveral;
}

/** Causes among which one is looked for. Most are few: then comparing them is faster than making keys of them. */
class Causes {
  private readonly causes: readonly SingleOrigin[];
  private readonly keys: ReadonlySet<string> | undefined;

  constructor(causes: readonly SingleOrigin[]) {
    this.causes = causes;
    this.keys = causes.length > FEW ? new Set(causes.map(keyOf)) : undefined;
  }

  has(wanted: SingleOrigin): boolean {
    if (this.keys !== undefined) return this.keys.has(keyOf(wanted));
    for (const cause of this.causes) if (isSame(cause, wanted)) return true;
    return false;
  }
}

const FEW = 8;

function isSame(a: SingleOrigin, b: SingleOrigin): boolean {
  if (a === b) return true;
  if (a.kind === 'spec') {
    if (b.kind !== 'spec') return false;
    const { file, start, end } = b.span;
    return a.span.start === start && a.span.end === end && a.span.file === file;
  }
  if (a.kind === 'default') return b.kind === 'default' && a.field === b.field;
  return b.kind === 'policy' && a.reason === b.reason;
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

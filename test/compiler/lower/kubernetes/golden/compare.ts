import { parseQuantity } from '../../../../../compiler/util/quantity.ts';
import type { Manifest } from '../lowered.ts';
import { fieldOf, flatten } from './flatten.ts';
import type { Engine, Sample } from './samples.ts';

/** How a field of ours stands to the engine's. `unexplained` fails the test. */
export type Verdict = 'equal' | 'modernised' | 'fixed' | 'unexplained';

/** One compared field of one object. */
export interface Comparison {
  readonly sample: string;
  readonly engine: Engine;
  readonly kind: string;
  readonly object: string;
  /** The path without the names of items. */
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly verdict: Verdict;
  readonly reason: string;
  /** What explained the difference. */
  readonly rule?: Rule;
}

/** Explains a difference: where it may occur, and which values it is about. */
export interface Rule {
  readonly verdict: 'modernised' | 'fixed';
  readonly reason: string;
  readonly engine?: Engine;
  readonly kind?: RegExp;
  readonly field: RegExp;
  /** Whether this very pair of values is explained; every pair when absent. */
  readonly when?: (pair: Pair) => boolean;
}

/** The two values of a field (undefined where it is absent) and the objects that they are of. */
export interface Pair {
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly ourObject: Manifest | undefined;
  readonly theirObject: Manifest | undefined;
  readonly sample: Sample;
}

/** Returns every field of a sample with its verdict. A whole object that only one side has is the field `(object)`. */
export function compareSample(sample: Sample, rules: readonly Rule[]): readonly Comparison[] {
  const ours = byKey(sample.ours);
  const theirs = byKey(sample.theirs);
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((key) => {
    const ourObject = ours.get(key);
    const theirObject = theirs.get(key);
    const judge = (path: string, left: unknown, right: unknown): Comparison => {
      const kind = (ourObject ?? theirObject)?.kind ?? '';
      const field = fieldOf(path);
      const pair = { ours: left, theirs: right, ourObject, theirObject, sample };
      const base = {
        sample: sample.name,
        engine: sample.engine,
        kind,
        object: key,
        field,
        ours: left,
        theirs: right,
      };
      if (isEqual(left, right)) return { ...base, verdict: 'equal', reason: '' };
      const rule = rules.find((candidate) => explains(candidate, sample.engine, kind, field, pair));
      if (rule === undefined) return { ...base, verdict: 'unexplained', reason: '' };
      return { ...base, verdict: rule.verdict, reason: rule.reason, rule };
    };
    if (ourObject === undefined || theirObject === undefined) {
      const present = (object: Manifest | undefined) => (object === undefined ? undefined : 'present');
      return [judge('(object)', present(ourObject), present(theirObject))];
    }
    const left = flatten(ourObject);
    const right = flatten(theirObject);
    return [...new Set([...right.keys(), ...left.keys()])].map((path) =>
      judge(path, left.get(path), right.get(path)),
    );
  });
}

function explains(rule: Rule, engine: Engine, kind: string, field: string, pair: Pair): boolean {
  return (
    (rule.engine ?? engine) === engine &&
    (rule.kind ?? /^/).test(kind) &&
    rule.field.test(field) &&
    (rule.when?.(pair) ?? true)
  );
}

function byKey(objects: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  return new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}

/** Two spellings of one quantity are the same value. */
function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  const quantity = parseQuantity(left);
  return quantity !== undefined && quantity === parseQuantity(right);
}

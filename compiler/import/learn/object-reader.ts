import type { JsonValue, SchemaNode } from '../../../schema/schema-node.ts';
import { groupBy } from '../../util/group-by.ts';
import { canonicalCurrent } from '../canonical.ts';
import { distance } from '../distance.ts';
import type { PlainObject } from '../printers.ts';
import type { Tree } from '../tree.ts';
import { byHand } from './by-hand.ts';
import { isSame, type Leaf, leavesOf, valueAt, withoutValue, withValue } from './leaf.ts';
import type { FieldReader, InnerReader, Print, Reading } from './learn-context.ts';
import { learnField } from './learn-field.ts';
import { differences } from './places.ts';
import { nameless, remembering } from './printing.ts';
import { leastOf, requiredOf, sample } from './samples.ts';
import { nothingOf, otherValue } from './values.ts';

/** What is known of a field. */
interface LearnedField {
  readonly leaf: Leaf;
  readonly read: FieldReader;
}

/** What trees say of a field, the likeliest first. */
interface ReadField extends LearnedField {
  readonly candidates: readonly JsonValue[];
}

/** How well fields are looked at: beside the least object, and beside each choice of the other fields as well. */
type Care = 'least' | 'all';

/** Reads objects of one definition: the inverse of how they are printed, which is learned from the printer. */
export class ObjectReader {
  private readonly definition: string;
  private readonly root: SchemaNode;
  private readonly print: Print;
  private readonly inner: InnerReader;
  private readonly fixed: PlainObject;
  private readonly learned = new Map<Care, readonly LearnedField[]>();
  private readonly silent = new Map<LearnedField, readonly JsonValue[]>();
  private readonly inVain = new Set<string>();
  private readonly knownHolders = new Map<string, readonly PlainObject[]>();
  private knownLeaves: readonly Leaf[] | undefined;
  private knownBases: readonly PlainObject[] | undefined;

  /** `fixed` are fields that are given and not read. */
  constructor(
    definition: string,
    root: SchemaNode,
    print: Print,
    inner: InnerReader,
    fixed: PlainObject = {},
  ) {
    this.definition = definition;
    this.root = root;
    this.print = print;
    this.inner = inner;
    this.fixed = fixed;
  }

  /** Returns the trees of the least object. */
  leastTrees(): readonly Tree[] | undefined {
    return this.print(this.bases()[0] ?? {});
  }

  /** Returns objects that may look different from outside: with each choice, and with two items in each list. */
  variants(): readonly PlainObject[] {
    return this.bases().flatMap((base) => [
      base,
      ...this.leaves().flatMap(({ form, ...leaf }) => {
        if (form.kind === 'choice')
          return form.values.map((value) => withValue(base, leaf, value, this.root));
        const item = form.kind === 'entries' ? this.inner.things(form.definition)[0] : undefined;
        return item === undefined ? [] : [withValue(base, leaf, [item, item], this.root)];
      }),
    ]);
  }

  /** Returns what trees say; the spec may say less than they do. */
  read(trees: readonly Tree[]): Reading {
    const wanted = trees.map(canonicalCurrent);
    let nearest: Reading = { spec: {}, distance: Number.POSITIVE_INFINITY };
    const cares: readonly Care[] = this.isWhole() ? ['least'] : ['least', 'all'];
    for (const care of cares)
      for (const base of this.bases()) {
        const reading = this.readFrom(base, trees, wanted, care);
        if (reading.distance === 0) return reading;
        if (reading.distance < nearest.distance) nearest = reading;
      }
    return nearest;
  }

  /** Returns an object that becomes the same with the fields left out that say nothing. */
  shortened(spec: PlainObject, isAsGood: (shorter: PlainObject) => boolean): PlainObject {
    let shortest = spec;
    for (const { at, isRequired } of this.leaves()) {
      if (isRequired && at.length === 1) continue;
      for (
        let length = at.length;
        length > 0 && valueAt(shortest, at.slice(0, length)) !== undefined;
        length--
      ) {
        const shorter = withoutValue(shortest, at.slice(0, length));
        if (isAsGood(shorter)) shortest = shorter;
      }
    }
    return shortest;
  }

  private leaves(): readonly Leaf[] {
    this.knownLeaves ??= leavesOf(this.definition, this.root).filter(
      ({ at: [name = '', ...rest] }) => rest.length > 0 || !(name in this.fixed),
    );
    return this.knownLeaves;
  }

  /** The objects that can be printed: the least one, or it with one of several fields of which one has to be there. */
  private bases(): readonly PlainObject[] {
    this.knownBases ??= this.findBases();
    return this.knownBases;
  }

  /** A field that can stand instead of the object may be needed, or may hide others. */
  private findBases(): readonly PlainObject[] {
    const least = { ...leastOf(this.definition, this.root), ...this.fixed };
    const bare = { ...requiredOf(this.definition, this.root), ...this.fixed };
    const isOther = Object.keys(bare).length < Object.keys(least).length && this.print(bare) !== undefined;
    return [...(isOther ? [bare] : []), ...this.leastObjects(least)];
  }

  private leastObjects(least: PlainObject): readonly PlainObject[] {
    if (this.print(least) !== undefined) return [least];
    const more = this.leaves().flatMap((leaf) => {
      const spec = withValue(least, leaf, this.sampleOf(leaf), this.root);
      return this.print(spec) === undefined ? [] : [spec];
    });
    return more.length === 0 ? [least] : more;
  }

  private sampleOf({ form }: Leaf): JsonValue {
    return form.kind === 'entries' ? this.inner.things(form.definition).slice(0, 1) : sample(form, this.root);
  }

  private readFrom(base: PlainObject, trees: readonly Tree[], wanted: readonly Tree[], care: Care): Reading {
    const fields = this.learn(care).map((field) => ({
      ...field,
      candidates: field.read(nameless(trees)),
      field,
    }));
    let spec = base;
    for (const { leaf, candidates, field } of fields) {
      const [likeliest] = candidates;
      if (likeliest === undefined || likeliest === null) continue;
      if (!leaf.isRequired && this.saysNothing(field, likeliest, base)) continue;
      spec = withValue(spec, leaf, likeliest, this.root);
    }
    const best = this.measure(spec, wanted);
    if (best === 0) return { spec: this.withoutUsual(spec, wanted), distance: 0 };
    const start: Reading = { spec, distance: best };
    if (care === 'least' && !this.isWhole() && best > NEAR) return start;
    if (!this.isWhole()) return this.improved(start, fields, wanted);
    // Thousands of jobs may differ in the same elements, of which nobody knows anything.
    if (this.differing(spec, wanted).every((path) => this.inVain.has(path))) return start;
    const reading = this.improved(start, fields, wanted);
    if (reading.distance > 0) for (const path of this.differing(reading.spec, wanted)) this.inVain.add(path);
    return reading;
  }

  /** Leaves out values of objects inside that are usual. */
  private withoutUsual(spec: PlainObject, wanted: readonly Tree[]): PlainObject {
    let shortest = spec;
    for (const { at, fallback } of this.leaves()) {
      if (at.length === 1 || fallback === undefined || !isSame(valueAt(shortest, at), fallback)) continue;
      const shorter = withoutValue(shortest, at);
      if (this.measure(shorter, wanted) === 0) shortest = shorter;
    }
    return shortest;
  }

  /** Whether what is read is a whole job, not something inside one. */
  private isWhole(): boolean {
    return Object.keys(this.fixed).length > 0;
  }

  /** Returns the ways to the elements that a spec does not become. */
  private differing(spec: PlainObject, wanted: readonly Tree[]): readonly string[] {
    const printed = (this.print(spec) ?? []).map(canonicalCurrent);
    return differences(printed, wanted).map((change) =>
      (change.kind === 'text' ? change.place.path : change.path).map(({ name }) => name).join('/'),
    );
  }

  /** Tries the other candidates of each field, and what it is without the field. */
  private improved(start: Reading, fields: readonly ReadField[], wanted: readonly Tree[]): Reading {
    let { spec, distance: best } = start;
    // An object inside may say more with all its fields at once than with any of them.
    const holders = groupBy(
      fields.filter(({ leaf }) => leaf.at.length > 1),
      ({ leaf }) => leaf.at.slice(0, -1).join('.'),
    ).values();
    const wholes = [...holders].map(
      (inside) => (from: PlainObject) =>
        inside.reduce((made, { leaf, candidates }) => {
          const value = candidates.find((candidate) => candidate !== null);
          return value === undefined ? made : withValue(made, leaf, value, this.root);
        }, from),
    );
    for (let round = 0; round < MOST_ROUNDS && best > 0; round++) {
      const before = best;
      const tryOut = (attempts: readonly PlainObject[]) => {
        for (const attempt of best === 0 ? [] : attempts) {
          const found = this.measure(attempt, wanted);
          if (found >= best) continue;
          best = found;
          spec = attempt;
        }
      };
      for (const whole of wholes) tryOut([whole(spec)]);
      for (const { leaf, candidates } of fields) tryOut(this.attempts(spec, leaf, candidates, round));
      if (best === before && round > 0) break;
    }
    if (best === Number.POSITIVE_INFINITY) return { spec, distance: best };
    const isAsGood = (shorter: PlainObject) => this.measure(shorter, wanted) === best;
    return { spec: this.shortened(spec, isAsGood), distance: best };
  }

  private attempts(
    spec: PlainObject,
    leaf: Leaf,
    candidates: readonly JsonValue[],
    round: number,
  ): readonly PlainObject[] {
    const { form, at, isRequired } = leaf;
    const values = form.kind === 'choice' ? form.values : [...candidates, ...nothingOf(leaf)];
    return [
      ...values.flatMap((value) => (value === null ? [] : [withValue(spec, leaf, value, this.root)])),
      ...(isRequired ? [] : [withoutValue(spec, at)]),
      ...(at.length > 1 ? [withoutValue(spec, at.slice(0, -1))] : []),
      ...(at.length > 1 && round > 0 ? this.withHolder(spec, leaf) : []),
    ];
  }

  /** That there is an object may say something by itself. */
  private withHolder(spec: PlainObject, { at, through }: Leaf): readonly PlainObject[] {
    const holder = { at: at.slice(0, -1), through: through.slice(0, -1) };
    if (valueAt(spec, holder.at) !== undefined) return [];
    return [withValue(spec, holder, leastOf(through.at(-1) ?? '', this.root), this.root)];
  }

  /** Whether a value is what the field reads where it was not written. */
  private saysNothing(field: LearnedField, value: JsonValue, base: PlainObject): boolean {
    const { leaf, read } = field;
    // An object inside may say something by being there: its usual values are tried without afterwards.
    if (value === '' || (leaf.at.length === 1 && isSame(value, leaf.fallback))) return true;
    const known = this.silent.get(field);
    const silent = known ?? this.bases().map((each) => read(nameless(this.print(each) ?? []))[0] ?? NOTHING);
    if (known === undefined) this.silent.set(field, silent);
    return isSame(value, silent[this.bases().indexOf(base)] ?? NOTHING);
  }

  private measure(spec: PlainObject, wanted: readonly Tree[]): number {
    const printed = this.print(spec);
    if (printed === undefined || printed.length !== wanted.length) return Number.POSITIVE_INFINITY;
    return printed.reduce((sum, tree, index) => {
      const other = wanted[index];
      return other === undefined ? sum + 1 : sum + distance(canonicalCurrent(tree), other);
    }, 0);
  }

  private learn(care: Care): readonly LearnedField[] {
    const known = this.learned.get(care);
    if (known !== undefined) return known;
    const memory = remembering((spec) => {
      const trees = this.print(spec);
      return trees && nameless(trees);
    });
    const context = { root: this.root, print: memory.print, inner: this.inner, isClaimed };
    const contexts = this.contexts(care);
    const given = byHand[this.definition] ?? {};
    const made = this.leaves().map((leaf) => ({
      leaf,
      read:
        given[leaf.at.join('.')] ??
        learnField(leaf, { ...context, contexts: [...contexts, ...this.holders(leaf, memory.print)] }),
    }));
    memory.forget();
    this.learned.set(care, made);
    return made;
  }

  /**
   * Objects to set a field of an object inside in, where that one is nothing by what it must have alone: each has one
   * more of its fields, with which it is something.
   */
  private holders({ at, through }: Leaf, print: Print): readonly PlainObject[] {
    if (at.length === 1) return [];
    const holder = { at: at.slice(0, -1), through: through.slice(0, -1) };
    const key = holder.at.join('.');
    const known = this.knownHolders.get(key);
    if (known !== undefined) return known;
    const least = leastOf(through.at(-1) ?? '', this.root);
    const fields = this.leaves().filter((leaf) => leaf.at.slice(0, -1).join('.') === key);
    const made = this.bases().flatMap((base) => {
      const without = JSON.stringify(print(base));
      const isSeen = (spec: PlainObject) => {
        const printed = print(spec);
        return printed !== undefined && JSON.stringify(printed) !== without;
      };
      const bare = withValue(base, holder, least, this.root);
      if (isSeen(bare)) return [];
      return fields
        .map((leaf) => withValue(bare, leaf, this.sampleOf(leaf), this.root))
        .filter((spec) => isSeen(spec));
    });
    this.knownHolders.set(key, made);
    return made;
  }

  /** Objects to set fields in: some are seen beside certain values only, or stand elsewhere beside others. */
  private contexts(care: Care): readonly PlainObject[] {
    const withKinds = (kinds: readonly string[]) =>
      this.bases().map((base) =>
        this.leaves()
          .filter(({ form, isRequired }) => !isRequired && kinds.includes(form.kind))
          .reduce((spec, leaf) => withValue(spec, leaf, otherValue(leaf), this.root), base),
      );
    const full = [...withKinds(['text']), ...withKinds(['text', 'texts', 'number'])];
    const some = care === 'least' ? this.bases() : this.variants().slice(0, MOST_CONTEXTS);
    return [...some, ...full].filter((spec) => this.print(spec) !== undefined);
  }
}

/** A field that reads nothing from what is printed without it. */
const NOTHING = '\u0000';

/** Things with more choices than that are seen well enough. */
const MOST_CONTEXTS = 16;

/** Each round tries all fields once. */
const MOST_ROUNDS = 3;

/** Further away, something was not learned, and trying other values is in vain. */
const NEAR = 3;

/** Properties of a job that hold what other fields say. */
const CLAIMED = new Set([
  'hudson.model.ParametersDefinitionProperty',
  'org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty',
]);

function isClaimed(name: string, { at: [field, ...rest] }: Leaf): boolean {
  return field === 'properties' && rest.length === 0 && CLAIMED.has(name);
}

/** Returns the least object of a definition, and it with each value of each of its choices. */
export function variantsOf(definition: string, root: SchemaNode): readonly PlainObject[] {
  const least = leastOf(definition, root);
  return [
    least,
    ...leavesOf(definition, root).flatMap((leaf) =>
      leaf.form.kind === 'choice' ? leaf.form.values.map((value) => withValue(least, leaf, value, root)) : [],
    ),
  ];
}

import { canonicalCurrent } from './canonical.ts';
import { originalOf } from './current-form.ts';
import { distance } from './distance.ts';
import { isPlainObject } from './learn/leaf.ts';
import type { ObjectReader } from './learn/object-reader.ts';
import { SAMPLES } from './learn/samples.ts';
import { fragmentPlacesOf, type PlainObject, printJob } from './printers.ts';
import type { Tree } from './tree.ts';
import { xmlText } from './xml-text.ts';

/**
 * Returns a job with fragments for what its fields do not say, and without the fields that fragments say as well;
 * undefined where that does not become the root element that was read.
 */
export function withFragmentsFor(
  root: Tree,
  job: PlainObject,
  kind: string,
  reader: ObjectReader,
): PlainObject | undefined {
  const printed = printJob(job);
  if (printed === undefined) return undefined;
  const wanted = canonicalCurrent(root);
  const places = fragmentPlacesOf(kind);
  const fragments = differingNames(wanted, canonicalCurrent(printed)).flatMap(
    (name): readonly PlainObject[] => {
      const place = places.includes(name) ? name : '';
      const added = place === '' ? undefined : addedTo(childOf(printed, name), childOf(root, name));
      if (added !== undefined) return added.map((tree) => ({ at: name, xml: xmlText(originalOf(tree)) }));
      const originals = root.children.filter((child) => child.name === name);
      // An empty element is nothing to Jenkins: it takes away what the fields bring.
      return (originals.length === 0 ? [emptyElement(name)] : originals).map((tree) => ({
        xml: xmlText(originalOf(tree)),
      }));
    },
  );
  const isEqual = (spec: PlainObject) => {
    const made = printJob(spec);
    return made !== undefined && distance(canonicalCurrent(made), wanted) === 0;
  };
  const whole = { ...job, fragments };
  if (!isEqual(whole)) return undefined;
  // Only what stands instead of elements that fields make can say what fields say as well.
  const isInstead = fragments.some(({ at }) => at === undefined);
  const shortest = isInstead ? withoutIdle(reader.shortened(whole, isEqual), isEqual) : whole;
  return holdsSamples(shortest) ? undefined : shortest;
}

/** Whether a required field that nothing was read for is still what it was learned with. */
function holdsSamples(job: PlainObject): boolean {
  const text = JSON.stringify(job);
  return SAMPLES.some((sample) => text.includes(sample));
}

/** Returns the job without the fragments that change nothing. */
function withoutIdle(job: PlainObject, isEqual: (spec: PlainObject) => boolean): PlainObject {
  const { fragments } = job;
  if (!Array.isArray(fragments)) return job;
  for (const fragment of fragments) {
    const others = fragments.filter((other) => other !== fragment);
    const shorter = { ...job, fragments: others };
    if (isEqual(shorter)) return withoutIdle(shorter, isEqual);
  }
  return isPlainObject(fragments[0]) ? job : { ...job, fragments: [] };
}

/** Returns the names of the elements below two roots that differ, in the order in which they are met. */
function differingNames(a: Tree, b: Tree): readonly string[] {
  const names = new Set([...a.children, ...b.children].map(({ name }) => name));
  return [...names].filter((name) => {
    const [first, second] = [a, b].map(({ children }) => children.filter((child) => child.name === name));
    return JSON.stringify(first) !== JSON.stringify(second);
  });
}

function childOf({ children }: Tree, name: string): Tree {
  return children.find((child) => child.name === name) ?? emptyElement(name);
}

function emptyElement(name: string): Tree {
  return { name, attributes: {}, children: [], text: '' };
}

/** Returns the elements that one tree has behind those of another; undefined where that is not all of it. */
function addedTo(some: Tree, all: Tree): readonly Tree[] | undefined {
  const rest = [...all.children];
  for (const child of some.children) {
    const text = JSON.stringify(canonicalCurrent(child));
    const at = rest.findIndex((other) => JSON.stringify(canonicalCurrent(other)) === text);
    if (at === -1) return undefined;
    rest.splice(at, 1);
  }
  return rest.length === 0 ? undefined : rest;
}

import { definitionName, type JsonValue, type SchemaNode } from '../../schema/schema-node.ts';
import { specSchemas } from '../check/spec-schemas.ts';
import { canonical } from './canonical.ts';
import { type ImportedItem, keptIn } from './imported.ts';
import type { InnerReader, Print } from './learned-fields.ts';
import { differences, pathKey, placeKey } from './places.ts';
import { isFamily, type PlainObject, printEntry, printJob } from './printers.ts';
import { ObjectReader, type Reading, variantsOf } from './read-object.ts';
import { leastOf } from './samples.ts';
import { sizeOf, type Tree } from './tree.ts';
import { xmlText } from './xml-text.ts';

/** A thing that an entry can be, and how its element looks. */
interface KnownThing {
  readonly thing: string;
  /** It may look otherwise with several things inside, or with another choice. */
  readonly signatures: ReadonlySet<string>;
  readonly reader: ObjectReader;
}

/** Reads configurations of Jenkins as jobs of jobs.bitesize. */
export class ConfigReader {
  private readonly root: SchemaNode = specSchemas.jobs.schema;
  private readonly known = new Map<string, readonly KnownThing[]>();
  private readonly objects = new Map<string, ObjectReader>();
  private readonly memo = new Map<string, PlainObject | undefined>();
  private kinds: readonly { kind: string; signature: string; reader: ObjectReader }[] | undefined;
  private readonly inner: InnerReader = {
    variants: (definition) => variantsOf(definition, this.root),
    things: (definition) => this.things(definition).map(([entry]) => entry),
    objects: (definition, print, tree, where) => {
      // An object inside is printed by what holds it, which is the same for each.
      const key = `${definition} ${where}`;
      const reader = this.objects.get(key) ?? new ObjectReader(definition, this.root, print, this.inner);
      this.objects.set(key, reader);
      return reader.read([tree]).spec;
    },
    entry: (definition, print, tree, where) => this.entry(definition, print, tree, where),
  };

  /** Elements that are kept as XML, by their names, with how many elements are in them. */
  readonly raw = new Map<string, number>();

  /** Returns the job that a root element stands for, as far as it can be said. */
  job(tree: Tree, name: string): (Reading & { readonly kind: string }) | undefined {
    this.kinds ??= Object.entries(this.root.definitions?.Job?.['x-kinds'] ?? {}).flatMap(([kind, node]) => {
      if (kind === 'xml') return [];
      const print: Print = (spec) => {
        const made = printJob(spec);
        return made && [made];
      };
      const definition = definitionName(node);
      const reader = new ObjectReader(definition, this.root, print, this.inner, { kind, name: 'job' });
      const [least] = reader.leastTrees() ?? [];
      return least === undefined ? [] : [{ kind, signature: least.name, reader }];
    });
    const found = this.kinds.find(({ signature }) => signature === tree.name);
    if (found === undefined) return undefined;
    const { kind, reader } = found;
    const reading = reader.read([tree]);
    if (process.env.SHOWJOB && reading.distance > 0) show(tree, (reader as any).print(reading.spec));
    return { kind, spec: { ...reading.spec, name }, distance: reading.distance };
  }

  /** Returns what the root element of a configuration becomes. */
  item(tree: Tree, name: string, source = name): ImportedItem {
    const found = this.job(tree, 'job');
    const { kind, spec } =
      found === undefined || found.distance > 0 ? { kind: 'xml', spec: { xml: xmlText(tree) } } : found;
    const { kind: _, name: __, ...fields } = spec as PlainObject;
    const kept = keptIn(kind, fields);
    return { name, kind, spec: fields, native: kept.length === 0, kept, source };
  }

  private things(definition: string): readonly (readonly [PlainObject, string, string])[] {
    const schema = this.root.definitions?.[definition] ?? {};
    if (schema['x-kinds'] !== undefined)
      return Object.entries(schema['x-kinds']).map(([kind, node]) => [
        { ...leastOf(definitionName(node), this.root), kind },
        kind,
        definitionName(node),
      ]);
    return Object.entries(schema.properties ?? {}).flatMap(([thing, node]) =>
      thing === 'xml'
        ? []
        : [[{ [thing]: leastOf(definitionName(node), this.root) }, thing, definitionName(node)] as const],
    );
  }

  private entry(definition: string, print: Print, tree: Tree, where: string): PlainObject | undefined {
    if (isFamily(definition) && tree.attributes.class !== undefined)
      return this.entry(definition, print, asItem(tree), where);
    const key = `${definition} ${isFamily(definition) ? '' : where} ${JSON.stringify(canonical(tree))}`;
    if (this.memo.has(key)) return this.memo.get(key);
    const found = this.readEntry(definition, print, tree, isFamily(definition) ? '' : where);
    this.memo.set(key, found);
    return found;
  }

  private readEntry(definition: string, print: Print, tree: Tree, where: string): PlainObject | undefined {
    if (process.env.DEF === definition)
      console.log(
        where,
        tree.name,
        this.knownThings(definition, print, where).map((t) => [t.thing, ...t.signatures]),
      );
    let nearest: (Reading & { thing: string }) | undefined;
    for (const { thing, signatures, reader } of this.knownThings(definition, print, where)) {
      if (!signatures.has(signatureOf(tree))) continue;
      const reading = reader.read([tree]);
      if (reading.distance === 0) return { [thing]: reading.spec };
      if (nearest === undefined || reading.distance < nearest.distance) nearest = { ...reading, thing };
    }
    const schema = this.root.definitions?.[definition];
    if (schema?.properties?.xml === undefined) return nearest && { [nearest.thing]: nearest.spec };
    const why = nearest === undefined ? 'unknown' : `off by ${nearest.distance}`;
    if (process.env.SHOW && !this.raw.has(`${tree.name} (${why})`))
      show(
        tree,
        nearest === undefined
          ? undefined
          : (
              this.knownThings(definition, print, where).find((t) => t.thing === nearest?.thing)
                ?.reader as any
            )?.print(nearest.spec),
      );
    this.raw.set(`${tree.name} (${why})`, (this.raw.get(`${tree.name} (${why})`) ?? 0) + sizeOf(tree));
    return { xml: { xml: xmlText(tree) } };
  }

  private knownThings(definition: string, print: Print, where: string): readonly KnownThing[] {
    const key = `${definition} ${where}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const made = this.things(definition).flatMap(([, thing, inner]): readonly KnownThing[] => {
      const printEach: Print = isFamily(definition) ? (entry) => printEntry(definition, entry) : print;
      const printThing: Print = (spec) => printEach({ [thing]: spec });
      const reader = new ObjectReader(inner, this.root, printThing, this.inner);
      const signatures = new Set(
        reader.variants().flatMap((variant) => (printThing(variant) ?? []).map(signatureOf)),
      );
      return signatures.size === 0 ? [] : [{ thing, signatures, reader }];
    });
    this.known.set(key, made);
    return made;
  }
}

/** Returns an element that stands in a field as it would stand in a list: named after its class. */
function asItem({ attributes: { class: name = '', ...attributes }, ...tree }: Tree): Tree {
  return { ...tree, name: name.replaceAll('_', '__').replaceAll('$', '_-'), attributes };
}

function signatureOf({ name, attributes }: Tree): string {
  return `${name} ${attributes.class ?? ''}`;
}

export type { JsonValue };

let shown = 0;
const seen = new Set<string>();
function show(tree: Tree, printed: readonly Tree[] | undefined): void {
  const text = differences([canonical(tree)], (printed ?? []).map(canonical))
    .map((d) =>
      d.kind === 'text'
        ? `~ ${placeKey(d.place)}: ${d.from.slice(0, 100)} -> ${d.to.slice(0, 100)}`
        : `${d.kind === 'added' ? '+' : '-'} ${pathKey(d.path)}: ${xmlText(d.tree).slice(0, 300)}`,
    )
    .join('\n');
  if (text === '')
    console.log(
      'no difference',
      tree.name,
      '\n',
      xmlText(canonical(tree)),
      xmlText(canonical((printed ?? [])[0]!)),
    );
  if (seen.has(text) || shown++ > 60) return;
  seen.add(text);
  console.log('##', tree.name, '\n' + text);
}

import { XMLParser } from 'fast-xml-parser';

/*
 * What is not compared, because it says nothing: the XML declaration, white space between elements, how an empty
 * element is written, `plugin` attributes (Jenkins adds the version that is installed), and the order of fields, which
 * Jenkins reads in any order and writes in that of its classes. Elements of a list, whose names are those of classes,
 * keep their order: it is that of steps, parameters and triggers.
 */

interface Tree {
  readonly name: string;
  readonly class: string | undefined;
  readonly text: string;
  readonly children: readonly Tree[];
}

/** Returns where two configurations differ, as `path: what we have -> what the other has`. */
export function differences(ours: string, theirs: string): readonly string[] {
  return [...differencesOf(read(ours), read(theirs), '')].sort();
}

function* differencesOf(ours: Tree, theirs: Tree, parent: string): Iterable<string> {
  const path = `${parent}/${ours.name}`;
  if (ours.class !== theirs.class) yield `${path}: class ${ours.class} -> ${theirs.class}`;
  if (ours.text !== theirs.text) yield `${path}: ${ours.text} -> ${theirs.text}`;
  const others = [...theirs.children];
  const count = (tree: Tree, name: string) => tree.children.filter((child) => child.name === name).length;
  for (const child of ours.children) {
    // Where one has more of a name than the other, those with the same text belong together.
    const isUneven = count(ours, child.name) > 1 && count(ours, child.name) !== count(theirs, child.name);
    const at = others.findIndex(
      ({ name, text }) => name === child.name && (!isUneven || text === child.text),
    );
    const [other] = at < 0 ? [] : others.splice(at, 1);
    if (other === undefined) yield `${path}/${child.name}: only ours`;
    else yield* differencesOf(child, other, path);
  }
  for (const { name } of others) yield `${path}/${name}: only theirs`;
  const orders = [ours, theirs].map(({ children }) =>
    children
      .map(({ name }) => name)
      .filter(isClass)
      .join(),
  );
  if (others.length === 0 && ours.children.length === theirs.children.length && orders[0] !== orders[1])
    yield `${path}: another order`;
}

/** Fields begin with a small letter and have no package. */
function isClass(name: string): boolean {
  return /^[A-Z]|\./.test(name);
}

type Parsed = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

function read(text: string): Tree {
  const parsed: readonly Parsed[] = parser.parse(text.replace(/^<\?xml[^>]*\?>\s*/, ''));
  const [root] = parsed.filter((node) => !('#text' in node)).map(treeOf);
  if (root === undefined) throw new Error('there is no element');
  return root;
}

function treeOf(node: Parsed): Tree {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const inside = node[name] as readonly Parsed[];
  const children = inside.filter((child) => !('#text' in child)).map(treeOf);
  const texts = inside.map((child) => String(child['#text'] ?? '')).join('');
  const attributes = node[':@'] as Readonly<Record<string, string>> | undefined;
  return { name, class: attributes?.['@_class'], text: children.length === 0 ? texts : '', children };
}

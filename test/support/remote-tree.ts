/** What `tree=` asks for: fields, what of them, and which items of a list. */
interface TreeField {
  readonly fields: Tree;
  readonly from: number;
  readonly to: number;
}
type Tree = ReadonlyMap<string, TreeField>;

const EVERYTHING: Tree = new Map();

/** Returns what a `tree` says, such as `jobs[name,url]{0,10}`; undefined for a malformed one, which Jenkins answers with 500. */
function parseTree(text: string): Tree | undefined {
  let at = 0;
  const list = (): Tree | undefined => {
    const fields = new Map<string, TreeField>();
    for (;;) {
      const name = /^[\w*]+/.exec(text.slice(at))?.[0];
      if (name === undefined) return undefined;
      at += name.length;
      let inner: Tree | undefined = EVERYTHING;
      if (text[at] === '[') {
        at++;
        inner = list();
        if (inner === undefined || text[at++] !== ']') return undefined;
      }
      const range = /^\{(\d*),(\d*)\}/.exec(text.slice(at));
      at += range?.[0].length ?? 0;
      const [, from = '', to = ''] = range ?? [];
      fields.set(name, {
        fields: inner,
        from: Number(from || 0),
        to: to === '' ? Number.POSITIVE_INFINITY : Number(to),
      });
      if (text[at] !== ',') return fields;
      at++;
    }
  };
  const tree = list();
  return at === text.length ? tree : undefined;
}

/** Returns of an object what a `tree` asks for, `_class` always; undefined when it is malformed. Unknown names are left out. */
export function pruned(data: object, text: string | null): object | undefined {
  if (text === null) return data;
  const tree = parseTree(text);
  return tree === undefined ? undefined : pruneObject(data, tree);
}

function pruneObject(data: object, tree: Tree): object {
  if (tree.size === 0) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      const field = tree.get(name) ?? tree.get('*');
      if (name === '_class') return [[name, value]];
      return field === undefined ? [] : [[name, pruneValue(value, field)]];
    }),
  );
}

function pruneValue(value: unknown, { fields, from, to }: TreeField): unknown {
  if (Array.isArray(value))
    return value
      .slice(from, to)
      .map((item) => pruneValue(item, { fields, from: 0, to: Number.POSITIVE_INFINITY }));
  return typeof value === 'object' && value !== null ? pruneObject(value, fields) : value;
}

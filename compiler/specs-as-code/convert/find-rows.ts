import type { ReadValue } from '../../check/read/value.ts';

/** A list whose items are the same but for a few texts and numbers: it can be made of rows. */
export interface Rows {
  /** The names of what differs, and for each item its values. */
  readonly variables: readonly string[];
  readonly cells: readonly (readonly ReadValue[])[];
  /** What stands in the first item in place of its values: variables, and texts around the first variable. */
  readonly replaced: ReadonlyMap<ReadValue, Replacement>;
}

/** A variable, or a text around the first variable. */
export interface Replacement {
  readonly variable: string;
  readonly before?: string;
  readonly after?: string;
}

const FEWEST_ITEMS = 3;
const MOST_VARIABLES = 3;

/** Words that cannot be variables of a module. */
const RESERVED =
  /^(arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

/** Returns the rows behind a list, or undefined when they would not make it plainer. */
export function findRows(items: readonly ReadValue[], taken: ReadonlySet<string>): Rows | undefined {
  const [first, ...others] = items;
  if (first?.fields === undefined || items.length < FEWEST_ITEMS) return undefined;
  const table = items.map((item) => readLeaves(item));
  const [leaves = []] = table;
  const sameShape = table.every(
    (row) => row.length === leaves.length && row.every(({ path }, column) => path === leaves[column]?.path),
  );
  if (!sameShape || others.length === 0) return undefined;
  const columns = leaves.map((leaf, index) => ({
    leaf,
    values: table.flatMap((row) => row[index]?.value ?? []),
  }));
  const differing = columns.filter(
    ({ values }) => new Set(values.map(({ json }) => JSON.stringify(json))).size > 1,
  );
  const pivot = differing.find(({ leaf }) => leaf.path === '.name') ?? differing[0];
  if (pivot === undefined || !differing.every(({ values }) => values.every(isPlainCell))) return undefined;
  const replaced = new Map<ReadValue, Replacement>();
  const kept = differing.filter((column) => {
    const around = column === pivot ? undefined : textsAround(column.values, pivot.values);
    if (around !== undefined) replaced.set(column.leaf.value, { variable: pivot.leaf.key, ...around });
    return around === undefined;
  });
  const variables = kept.map(({ leaf }) => leaf.key);
  const unchanged = columns.length - kept.length;
  if (kept.length > MOST_VARIABLES || unchanged < 2 * kept.length) return undefined;
  if (new Set(variables).size < variables.length || !variables.every((name) => isVariable(name, taken)))
    return undefined;
  for (const { leaf } of kept) replaced.set(leaf.value, { variable: leaf.key });
  return {
    variables,
    cells: items.map((_, row) => kept.flatMap(({ values }) => values[row] ?? [])),
    replaced,
  };
}

/** A text or a number; what may only be one of some words would lose its exact type in a row. */
function isPlainCell({ json, schema }: ReadValue): boolean {
  return (typeof json === 'string' || typeof json === 'number') && schema.enum === undefined;
}

/** Returns what stands before and after the pivot in every text of a column. */
function textsAround(
  values: readonly ReadValue[],
  pivots: readonly ReadValue[],
): { readonly before: string; readonly after: string } | undefined {
  const [first] = values;
  const [name] = pivots;
  if (typeof first?.json !== 'string' || typeof name?.json !== 'string' || name.json === '') return undefined;
  for (let at = first.json.indexOf(name.json); at !== -1; at = first.json.indexOf(name.json, at + 1)) {
    const before = first.json.slice(0, at);
    const after = first.json.slice(at + name.json.length);
    const fits = values.every(({ json }, row) => json === `${before}${pivots[row]?.json}${after}`);
    if (fits && before + after !== '') return { before, after };
  }
  return undefined;
}

/** Returns whether a word cannot be the name of a variable. */
export function isReserved(word: string): boolean {
  return RESERVED.test(word);
}

function isVariable(name: string, taken: ReadonlySet<string>): boolean {
  return /^[a-z][A-Za-z0-9_]*$/.test(name) && !isReserved(name) && !taken.has(name);
}

/** A value without parts, and the names and indices that lead to it. */
interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: ReadValue;
}

/** Returns the leaves of a value in the order in which they stand; a free map counts as one. */
export function readLeaves(value: ReadValue, path = '', key = ''): readonly Leaf[] {
  if (value.fields !== undefined) {
    if (value.fields.size === 0) return [{ path: `${path}{}`, key, value }];
    return [...value.fields].flatMap(([name, field]) => readLeaves(field.value, `${path}.${name}`, name));
  }
  if (value.items === undefined) return [{ path, key, value }];
  if (value.items.length === 0) return [{ path: `${path}[]`, key, value }];
  return value.items.flatMap((item, index) => readLeaves(item, `${path}[${index}]`, key));
}

/** Returns whether a value has parts of its own. */
export function isContainer(value: ReadValue): boolean {
  if (value.fields !== undefined || value.items !== undefined) return true;
  return typeof value.json === 'object' && value.json !== null && value.node.kind !== 'scalar';
}

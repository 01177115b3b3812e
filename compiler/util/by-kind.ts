/** A table with one function for each kind of a union. A kind without its function does not compile. */
export type ByKind<Node extends { readonly kind: string }, Result> = {
  readonly [Kind in Node['kind']]: (node: Node & { readonly kind: Kind }) => Result;
};

/** Returns what the table's function for the kind of a node gives for it. */
export function byKind<Node extends { readonly kind: string }, Result>(
  table: ByKind<Node, Result>,
  node: Node,
): Result {
  // TypeScript does not see that the key and the parameter stand for the same kind.
  const apply = table[node.kind as Node['kind']] as (node: Node) => Result;
  return apply(node);
}

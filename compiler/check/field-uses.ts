/**
 * What the fields of an object mean for each kind of it: all, some, or none, where nothing acts on the field at all.
 * Such a table does not compile until a new field of the schema is placed in it.
 */
export type FieldUses<Spec, Kind extends string> = {
  readonly [Field in Exclude<keyof Spec, '$'>]: 'all' | 'none' | readonly Kind[];
};

/** Returns whether a field means something for a kind; one that is not in the table is no field. */
export function isUsed<Kind extends string>(
  uses: Readonly<Record<string, 'all' | 'none' | readonly Kind[]>>,
  field: string,
  kind: NoInfer<Kind>,
): boolean {
  const kinds = uses[field] ?? 'none';
  return kinds === 'all' || (kinds !== 'none' && kinds.includes(kind));
}

/** Returns the fields that mean something for other kinds alone, in the order of the table. */
export function unusedFields<Kind extends string>(
  uses: Readonly<Record<string, 'all' | 'none' | readonly Kind[]>>,
  kind: NoInfer<Kind>,
): readonly string[] {
  return Object.keys(uses).filter((field) => uses[field] !== 'none' && !isUsed(uses, field, kind));
}

/** Returns the fields that mean something for one kind alone, in the order of the table. */
export function fieldsOnlyOf<Kind extends string>(
  uses: Readonly<Record<string, 'all' | 'none' | readonly Kind[]>>,
  kind: NoInfer<Kind>,
): readonly string[] {
  return Object.entries(uses)
    .filter(([, kinds]) => Array.isArray(kinds) && kinds.length === 1 && kinds[0] === kind)
    .map(([field]) => field);
}

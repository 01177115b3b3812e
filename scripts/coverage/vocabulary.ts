/** Part of a JSON Schema that says what a value may be. */
export interface SchemaPart {
  readonly $ref?: string;
  readonly items?: SchemaPart;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly 'x-entry'?: boolean;
  readonly 'x-short'?: string;
  readonly 'x-kinds'?: Readonly<Record<string, SchemaPart>>;
}

/** The definitions of the schema of jobs.bitesize by name. */
export type Definitions = Readonly<Record<string, SchemaPart>>;

/** How a module of Job Builder is said here, where the same name with `_` for `-` is not it. */
export interface ModuleRule {
  /** The entry that has the thing, when it is another one (`JobParameter`). */
  readonly family?: string;
  /** The thing, when it has another name. */
  readonly thing?: string;
  /** The field that holds the list which Job Builder has below the module. */
  readonly list?: string;
  /**
   * Where an option is said: a field of the same object; one of the whole thing after `/`; another thing of the family
   * after `../`; null where nothing has to be said, since Jenkins no longer has it or Job Builder does not read it.
   * Options of options have their names after a dot, `*` is any name.
   */
  readonly options?: Readonly<Record<string, string | null>>;
}

/**
 * Rules by the definition of the entry (`JobBuilder`) and the name in Job Builder, null where nothing has to be said. Those
 * of `Job` are by kind (`PipelineItem`) and have the fields of Job Builder's jobs as options.
 */
export type ModuleRules = Readonly<Record<string, Readonly<Record<string, ModuleRule | null>>>>;

/** Returns the definition that a part refers to, or the part itself. */
export function resolvePart(definitions: Definitions, part: SchemaPart): SchemaPart {
  const name = part.$ref?.split('/').at(-1);
  return name === undefined ? part : (definitions[name] ?? part);
}

/** Returns the field at a path such as `server.uri`, through lists, or undefined. */
export function fieldAt(definitions: Definitions, part: SchemaPart, path: string): SchemaPart | undefined {
  let at: SchemaPart | undefined = part;
  for (const name of path.split('.')) {
    const owner: SchemaPart = itemOf(definitions, at);
    at = owner.properties?.[name];
    if (at === undefined) return undefined;
  }
  return at;
}

/** Returns what a list holds, or the definition itself of what is no list. */
export function itemOf(definitions: Definitions, part: SchemaPart): SchemaPart {
  const resolved = resolvePart(definitions, part);
  return resolved.items === undefined ? resolved : itemOf(definitions, resolved.items);
}

/** Returns where an option is said, by a rule or by its name, or null where nothing has to be said. */
export function targetOf(rule: ModuleRule | undefined, option: string, name: string): string | null {
  const rules = Object.entries(rule?.options ?? {});
  const own = rules.find(([path]) => path === option) ?? rules.find(([path]) => matches(path, option));
  return own === undefined ? name.replaceAll('-', '_') : own[1];
}

/** Returns the field that a target means, seen from the object in which the option stands, or undefined. */
export function ruledField(
  definitions: Definitions,
  target: string,
  from: { readonly item: SchemaPart; readonly root: SchemaPart; readonly family: SchemaPart | undefined },
): SchemaPart | undefined {
  if (target.startsWith('../')) return from.family?.properties?.[target.slice(3)];
  return target.startsWith('/')
    ? fieldAt(definitions, from.root, target.slice(1))
    : fieldAt(definitions, from.item, target);
}

function matches(pattern: string, path: string): boolean {
  const [names, wanted] = [path.split('.'), pattern.split('.')];
  return names.length === wanted.length && wanted.every((one, at) => one === '*' || one === names[at]);
}

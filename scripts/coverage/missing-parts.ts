import { isMapping, type YamlMapping, type YamlValue } from './job-builder-yaml.ts';
import {
  type Definitions,
  fieldAt,
  itemOf,
  type ModuleRule,
  type ModuleRules,
  resolvePart,
  ruledField,
  type SchemaPart,
  targetOf,
} from './vocabulary.ts';

/** What of a job cannot be said in jobs.bitesize. */
export interface MissingParts {
  /** How many modules it uses. */
  readonly uses: number;
  /** Modules, such as `publishers/cucumber`. */
  readonly modules: ReadonlySet<string>;
  /** Options of modules that are known, such as `builders/shell.chmod`. */
  readonly options: ReadonlySet<string>;
}

/** What is known: the schema, the rules, and the macros of the repository. */
export interface Known {
  readonly definitions: Definitions;
  readonly rules: ModuleRules;
  readonly macro: (kindAndName: string) => YamlMapping | undefined;
}

/** The field of Job Builder's jobs, the entry here, and the kind of a macro. */
const families: readonly (readonly [field: string, entry: string, macro: string])[] = [
  ['prebuilders', 'JobBuilder', 'builder'],
  ['builders', 'JobBuilder', 'builder'],
  ['postbuilders', 'JobBuilder', 'builder'],
  ['publishers', 'JobPublisher', 'publisher'],
  ['wrappers', 'JobWrapper', 'wrapper'],
  ['triggers', 'JobTrigger', 'trigger'],
  ['parameters', 'JobParameter', 'parameter'],
  ['properties', 'JobProperty', 'property'],
  ['scm', 'JobScm', 'scm'],
  ['notifications', 'JobNotification', 'notification'],
  ['reporters', 'JobReporter', 'reporter'],
];
/** Job Builder writes no others into a pipeline, or Jenkins does not read them there. */
const ofPipelines = new Set(['triggers', 'parameters', 'properties']);
/** Fields of Job Builder's jobs that only say how it builds them. */
const macroKinds = new Map(families.map(([, entry, macro]) => [entry, macro]));
const familyNames = new Map(families.map(([field, entry]) => [entry, field.replace(/^(pre|post)b/, 'b')]));
const DEEPEST = 20;

/** Returns what of a job cannot be said; what a template leaves open is not counted. */
export function missingParts(job: YamlMapping, kind: string, known: Known): MissingParts {
  const judge = new Judge(known);
  for (const [field, entry] of families)
    if (kind !== 'PipelineItem' || ofPipelines.has(field)) judge.list(job[field], entry, [job], 0);
  judge.attributes(job, kind);
  return judge;
}

class Judge implements MissingParts {
  uses = 0;
  readonly modules = new Set<string>();
  readonly options = new Set<string>();
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  /** Fields of the job that are no lists of modules: those that a rule of `Job` names. */
  attributes(job: YamlMapping, kind: string): void {
    const { definitions, rules } = this.#known;
    const root = definitions[kind];
    if (root === undefined) this.modules.add(`kind/${kind}`);
    else
      for (const [option, target] of Object.entries(rules.Job?.[kind]?.options ?? {})) {
        const value = valueAt(job, option);
        if (value === undefined || target === null) continue;
        const field = fieldAt(definitions, root, target);
        if (field === undefined) this.options.add(`job.${option}`);
        else this.#value(value, field, `job.${option}`, { rule: undefined, option: '', root }, [job], 0);
      }
    if (job.raw !== undefined) this.modules.add('job/raw');
  }

  list(value: YamlValue | undefined, entry: string, scopes: readonly YamlMapping[], depth: number): void {
    const items = filledIn(value, scopes);
    if (!Array.isArray(items)) return;
    for (const item of (items as readonly YamlValue[]).map((one) => filledIn(one, scopes)))
      if (Array.isArray(item)) this.list(item, entry, scopes, depth + 1);
      else if (typeof item === 'string') this.#module(item, undefined, entry, scopes, depth);
      else if (isMapping(item))
        for (const [name, below] of Object.entries(item)) this.#module(name, below, entry, scopes, depth);
  }

  #module(
    name: string,
    value: YamlValue | undefined,
    entry: string,
    scopes: readonly YamlMapping[],
    depth: number,
  ): void {
    if (/[{}]/.test(name) || depth > DEEPEST) return;
    const macroKind = macroKinds.get(entry);
    const macro = macroKind === undefined ? undefined : this.#known.macro(`${macroKind}/${name}`);
    if (macro !== undefined) {
      const inner = isMapping(value) ? [value, macro] : [macro];
      for (const [field, other, kind] of families)
        if (kind === macroKind) this.list(macro[field], other, inner, depth + 1);
      return;
    }
    this.uses++;
    const rule = this.#known.rules[entry]?.[name];
    if (rule === null) return;
    const { definitions } = this.#known;
    const family = definitions[rule?.family ?? entry];
    const field = family?.properties?.[rule?.thing ?? name];
    const path = `${familyNames.get(entry) ?? entry}/${name}`;
    if (field === undefined) {
      this.modules.add(path);
      return;
    }
    const root = resolvePart(definitions, field);
    const place: Place = { rule, option: '', root, family };
    const below = filledIn(value, scopes);
    if (!Array.isArray(below)) this.#value(below, root, path, place, scopes, depth);
    else {
      const list = rule?.list ?? root['x-short'];
      const target = list === undefined ? undefined : fieldAt(definitions, root, list);
      const holds = target !== undefined && resolvePart(definitions, target).items !== undefined;
      this.#value(below, holds ? target : root, path, place, scopes, depth);
    }
  }

  #value(
    given: YamlValue | undefined,
    part: SchemaPart,
    path: string,
    place: Place,
    scopes: readonly YamlMapping[],
    depth: number,
  ): void {
    const value = filledIn(given, scopes);
    const { definitions } = this.#known;
    const item = itemOf(definitions, part);
    if (item['x-entry'] === true) {
      const entry = nameOf(definitions, part);
      this.list(Array.isArray(value) ? value : [value ?? null], entry, scopes, depth + 1);
      return;
    }
    if (Array.isArray(value)) {
      for (const one of value as readonly YamlValue[]) this.#value(one, part, path, place, scopes, depth);
      return;
    }
    if (!isMapping(value)) return;
    if (item.properties === undefined && isOpen(item)) return;
    for (const [name, below] of Object.entries(value)) {
      const option = place.option === '' ? name : `${place.option}.${name}`;
      const target = targetOf(place.rule, option, name);
      if (target === null || /[{}]/.test(name)) continue;
      const field = ruledField(definitions, target, { item, root: place.root, family: place.family });
      if (field === undefined) this.options.add(`${path}.${name}`);
      else this.#value(below, field, `${path}.${name}`, { ...place, option }, scopes, depth);
    }
  }
}

interface Place {
  readonly rule: ModuleRule | undefined;
  /** The path of options that led here. */
  readonly option: string;
  readonly root: SchemaPart;
  readonly family?: SchemaPart | undefined;
}

function valueAt(value: YamlValue | undefined, path: string): YamlValue | undefined {
  return path
    .split('.')
    .reduce<YamlValue | undefined>((at, name) => (isMapping(at) ? at[name] : undefined), value);
}

function isOpen(part: SchemaPart): boolean {
  return [part].some(
    (one) => 'additionalProperties' in one && Reflect.get(one, 'additionalProperties') !== false,
  );
}

function nameOf(definitions: Definitions, part: SchemaPart): string {
  if (part.$ref !== undefined) return part.$ref.split('/').at(-1) ?? '';
  return part.items === undefined ? '' : nameOf(definitions, part.items);
}

/** What stands for a name of the template or the macro, or the value itself. */
function filledIn(value: YamlValue | undefined, scopes: readonly YamlMapping[]): YamlValue | undefined {
  const name = typeof value === 'string' ? /^\{(?:obj:)?([\w-]+)\}$/.exec(value)?.[1] : undefined;
  if (name === undefined) return value;
  const found = scopes.find((scope) => scope[name] !== undefined)?.[name];
  return found === value ? undefined : found;
}

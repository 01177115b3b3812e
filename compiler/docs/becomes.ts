import { diffArrays } from 'diff';
import type { JsonValue } from '../../schema/schema-node.ts';
import { compile } from '../compile.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import { compareText } from '../util/compare-text.ts';
import { contexts } from './becomes-contexts.ts';
import { type DocField, exampleInside } from './list-fields.ts';
import { sourceSchemas, specKinds } from './source-schemas.ts';

/** Lines of one artifact that come with a field. */
export interface ChangedLines {
  readonly path: string;
  /** Each starts with `+` or `-`. */
  readonly lines: readonly string[];
  /** How many more lines changed than are shown. */
  readonly more: number;
}

/** What the example of a field becomes: lines of artifacts, or the reason why there are none. */
export interface Becomes {
  readonly example: JsonValue;
  readonly changes: readonly ChangedLines[];
  /** How many more artifacts changed than are shown. */
  readonly more: number;
  readonly reason: string | undefined;
}

type Json = { [key: string]: JsonValue };
type Specs = Readonly<Partial<Record<SpecKind, JsonValue>>>;

const maxFiles = 3;
const maxLines = 5;

/** Returns a function that compiles a small project with and without a field. It remembers what it told. */
export function createBecomes(): (field: DocField) => Becomes {
  const told = new Map<DocField, Becomes>();
  const compiled = rememberLast(compileSpecs);
  return (field) => {
    const becomes = told.get(field) ?? bestOf(field, compiled);
    told.set(field, becomes);
    return becomes;
  };
}

/** The first example that shows something; further ones are not compiled. */
function bestOf(field: DocField, compiled: (specs: Specs) => Compiled): Becomes {
  let first: Becomes | undefined;
  for (const example of [...(field.node.examples ?? []), ...otherValues(field)]) {
    const becomes = becomesOf(field, example, compiled);
    if (becomes.changes.length > 0) return becomes;
    first ??= becomes;
  }
  return first ?? { example: null, changes: [], more: 0, reason: 'It has no example.' };
}

/** How many compiled projects are kept: fields that stand together are compared with the same project. */
const mostCompiled = 50;

function rememberLast(compileOne: (specs: Specs) => Compiled): (specs: Specs) => Compiled {
  const cache = new Map<string, Compiled>();
  return (specs) => {
    const key = JSON.stringify(specs);
    const known = cache.get(key) ?? compileOne(specs);
    cache.delete(key);
    cache.set(key, known);
    const [oldest] = cache.keys();
    if (cache.size > mostCompiled && oldest !== undefined) cache.delete(oldest);
    return known;
  };
}

function becomesOf(field: DocField, example: JsonValue, compiled: (specs: Specs) => Compiled): Becomes {
  const dead = field.node['x-dead'];
  const none = { example, changes: [], more: 0 };
  if (dead !== undefined) return { ...none, reason: `Nothing: ${dead}` };
  if (field.kind === 'controllers')
    return { ...none, reason: 'It is read for a whole fleet, and the sample project is a single one.' };
  const withIt = compiled(specsWith(field, example));
  if (withIt.codes.length > 0) {
    return { ...none, reason: `It needs more than the sample project has: ${withIt.codes.join(', ')}.` };
  }
  const instead = field.isRequired ? alternative(example) : undefined;
  const without = compiled(specsWith(field, instead));
  const changes = changedLines(without.files, withIt.files);
  const reason = changes.length > 0 ? undefined : reasonFor(field, example);
  return {
    example,
    changes: changes.slice(0, maxFiles),
    more: Math.max(0, changes.length - maxFiles),
    reason,
  };
}

function reasonFor({ node }: DocField, example: JsonValue): string {
  if (JSON.stringify(node.default) === JSON.stringify(example))
    return 'Nothing changes: the example is the default.';
  return 'Nothing changes in the sample project: the example holds anyway, or counts only with other fields or in checks.';
}

/** Values besides the examples that may show more: the other boolean, and every allowed value. */
function otherValues({ node }: DocField): readonly JsonValue[] {
  if (node['x-read'] === 'boolean') return [true, false];
  return (node.enum ?? []).filter((value) => value !== null);
}

function alternative(example: JsonValue): JsonValue {
  if (typeof example === 'string') return `${example}2`;
  return typeof example === 'number' ? example + 1 : example;
}

/** The sample project of the schemas, with one field set to a value or, for undefined, taken away. */
function specsWith(field: DocField, value: JsonValue | undefined): Specs {
  const specs = structuredClone(field.kind === 'jobs' ? jobsAlone : sample) as Record<SpecKind, Json>;
  const context = contexts.findLast(({ prefix }) => `${field.anchor}.`.startsWith(`${prefix}.`));
  for (const [anchor, set] of Object.entries(context?.set ?? {})) setAt(specs, anchor.split('.'), set);
  if (field.owner['x-kinds'] !== undefined && field.parent !== undefined) {
    // A kind of job is no field of an entry: the entry is one of the kind.
    ownerIn(specs[field.kind], field.parent.parent)[field.parent.name] =
      value === undefined ? [] : [structuredClone(value)];
    return specs;
  }
  const owner = ownerIn(specs[field.kind], field.parent);
  if (field.owner['x-entry'] === true) for (const name of Object.keys(owner)) delete owner[name];
  // An entry that is no thing is a mistake: without the thing there is no list.
  if (value === undefined && field.owner['x-entry'] === true && field.parent !== undefined)
    delete ownerIn(specs[field.kind], field.parent.parent)[field.parent.name];
  else if (value === undefined) delete owner[field.name];
  else owner[field.name] = structuredClone(value);
  return specs;
}

function setAt(outer: Json, [name = '', ...rest]: readonly string[], value: JsonValue): void {
  if (rest.length === 0) {
    outer[name] = structuredClone(value);
    return;
  }
  const present = outer[name];
  const inner = Array.isArray(present) ? present[0] : present;
  if (isObject(inner)) setAt(inner, rest, value);
  else {
    const made: Json = {};
    outer[name] = made;
    setAt(made, rest, value);
  }
}

const sample: Specs = {
  build: sourceSchemas.build.examples?.[0] ?? {},
  application: sourceSchemas.application.examples?.[0] ?? {},
  environments: sourceSchemas.environments.examples?.[0] ?? {},
  jenkins: sourceSchemas.jenkins.examples?.[0] ?? {},
  jobs: sourceSchemas.jobs.examples?.[0] ?? {},
};

/** Jobs of one's own stand for themselves; what else the project becomes would only take time. */
const jobsAlone: Specs = { jobs: sample.jobs ?? {} };

/** The object that holds the fields inside `parent`; made of the example of its definition when there is none. */
function ownerIn(root: Json, parent: DocField | undefined): Json {
  if (parent === undefined) return root;
  const outer = ownerIn(root, parent.parent);
  if (parent.owner['x-kinds'] !== undefined) return ofKind(outer, parent);
  const present = outer[parent.name];
  const item = Array.isArray(present) ? present[0] : present;
  if (isObject(item)) return item;
  const made = structuredClone(exampleInside(parent) ?? {}) as Json;
  if (parent.owner['x-entry'] === true) for (const name of Object.keys(outer)) delete outer[name];
  outer[parent.name] = parent.isList ? [made] : made;
  return made;
}

/** An entry of a list whose kind is another one becomes the example of the kind. */
function ofKind(item: Json, { name, node }: DocField): Json {
  if (item.kind === name) return item;
  for (const key of Object.keys(item)) delete item[key];
  return Object.assign(item, structuredClone(node.examples?.[0]));
}

function isObject(value: JsonValue | undefined): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A file that the examples of gists name. */
const files = new Map([['config/web.properties', 'colour=blue\n']]);

interface Compiled {
  /** Texts of the artifacts by path; empty when there are errors. */
  readonly files: ReadonlyMap<string, string>;
  /** The codes of the errors. */
  readonly codes: readonly string[];
}

/** What the jobs of a project become. */
const jobEmitters = ['job-dsl', 'config-xml', 'plugins-txt'];

function compileSpecs(specs: Specs): Compiled {
  const kinds = specKinds.filter((kind) => specs[kind] !== undefined);
  const sources = kinds.map((kind) => ({ name: `${kind}.bitesize`, text: JSON.stringify(specs[kind]) }));
  const emit = specs.build === undefined ? { emit: jobEmitters } : {};
  const { artifacts, diagnostics } = compile(sources, { allowPlainSecrets: true, files, ...emit });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return {
    files: new Map(artifacts.map(({ path, content }) => [path, content.text])),
    codes: [...new Set(errors)],
  };
}

function changedLines(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly ChangedLines[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort(
    (a, b) => rank(a) - rank(b) || compareText(a, b),
  );
  return paths.flatMap((path) => {
    const [old, now] = [before.get(path) ?? '', after.get(path) ?? ''];
    if (old === now) return [];
    const lines = differences(old, now).filter((line) => !isNoise(line));
    if (lines.length === 0) return [];
    return [{ path, lines: lines.slice(0, maxLines).map(cut), more: Math.max(0, lines.length - maxLines) }];
  });
}

function differences(old: string, now: string): readonly string[] {
  const parts = diffArrays(old.split('\n'), now.split('\n'));
  return parts.flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
}

/** Checksums change with everything, and comments and braces say little. */
function isNoise(line: string): boolean {
  return /checksum|sha256|[0-9a-f]{40}/.test(line) || /^[+-]\s*(#.*|\/\/.*|[{}()\]]*)$/.test(line);
}

function cut(line: string): string {
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}

/** What people look for first: jobs and objects, then the controller, then the other form of the jobs. */
function rank(path: string): number {
  const order = [
    'jenkins/job-dsl',
    'jenkins/pipelines',
    'kubernetes/environments',
    'images/',
    'jenkins/init',
    'jenkins/plugins',
    'kubernetes/',
  ];
  const found = order.findIndex((start) => path.startsWith(start));
  return found < 0 ? order.length : found;
}

/** How the compiler reads a value from its YAML text; schema/README.md has the table. */
export type ReadKind = 'text' | 'integer' | 'number' | 'boolean' | 'ports' | 'texts' | 'mapping' | 'any';

/** The JSON Schema types that the schemas use. */
export type TypeName = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

/** The original engines: plugin 3.4.30, plugin 5.1.1, environment-operator. */
type EngineName = 'P30' | 'P51' | 'EO';

/** A plain value, as JSON has it. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A completion that editors offer for an object. `body` is the object, with `${1:name}` at places to fill in. */
interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: JsonValue;
}

/** What has a name in a spec, by which other fields refer to it. */
export type NamedKind =
  /** The project itself: every file gives the name. */
  | 'project'
  | 'component'
  | 'application'
  | 'environment'
  /** In its environment, as are gists and tests. */
  | 'service'
  | 'gist'
  | 'test'
  | 'job'
  | 'credentials'
  /** Labels of an agent, separated by spaces. */
  | 'label'
  /** Its name is its label where it says none. */
  | 'agent'
  /** A container of an agent. */
  | 'container'
  /** A server of repositories. */
  | 'server';

/** What a text of a spec may name. */
export type RefersTo =
  | 'component'
  | 'application'
  | 'environment'
  /** A service of the same environment. */
  | 'service'
  /** A gist of the same environment, where the volume is one of a ConfigMap. */
  | 'gist'
  | 'server'
  /** A container of the agents that the build may run on. */
  | 'container'
  | 'job'
  /** A job after which this one is built. */
  | 'upstream-job'
  /** A job that this one starts. */
  | 'downstream-job'
  | 'credentials'
  /** Credentials that a variable of the component is bound to. */
  | 'bound-credentials'
  /** A label expression. */
  | 'label'
  /** A cron expression of Jenkins. */
  | 'schedule'
  /** A regular expression of Java. */
  | 'regex'
  /** A file beside the specs, or a folder of such files. */
  | 'file';

/** A schema of JSON Schema draft-07, reduced to the keywords that the four schemas use, with our own `x-` ones. */
export interface SchemaNode {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly (string | null)[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  /** What the pattern means, in words that follow the name of the field: "must be ...". */
  readonly patternErrorMessage?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
  readonly const?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly default?: JsonValue;
  readonly examples?: readonly JsonValue[];
  readonly defaultSnippets?: readonly Snippet[];
  readonly deprecationMessage?: string;
  readonly 'x-read'?: ReadKind;
  /** A sentence: what holds when the field is missing, where that is no fixed value. */
  readonly 'x-default'?: string;
  /** The original engines that read the field. Absent: new here. */
  readonly 'x-engines'?: readonly EngineName[];
  /** A sentence: an engine read the field and nothing used it. */
  readonly 'x-dead'?: string;
  /** The version of bitesize that brought the field, for fields that no engine read. */
  readonly 'x-since'?: string;
  /** The value may hold a secret in plain text. */
  readonly 'x-secret'?: boolean;
  /** What the text names: the link stage resolves it. */
  readonly 'x-refers'?: RefersTo;
  /** What the text gives a name to, which texts of `x-refers` name. */
  readonly 'x-names'?: NamedKind;
  /** The object is one thing of several: exactly one of its fields is written, or its bare name. */
  readonly 'x-entry'?: true;
  /** The field that is meant where a scalar or a list stands instead of the object. */
  readonly 'x-short'?: string;
  /** Schemas of the object by the value of its field `kind`. */
  readonly 'x-kinds'?: Readonly<Record<string, SchemaNode>>;
  /** The fields of the object in which something names something. Worked out for the schemas that the compiler reads. */
  readonly 'x-leads-to-refers'?: readonly string[];
  /** The fields of the object that are dead, or in which one is. Worked out as well. */
  readonly 'x-leads-to-dead'?: readonly string[];
}

/** A schema is constant, and every value of every spec asks for some of its nodes. */
const resolved = new WeakMap<SchemaNode, SchemaNode>();

/** Returns the schema that a node stands for: its definition when it is a reference into the same file. */
export function resolveSchema(node: SchemaNode, root: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node;
  const known = resolved.get(node);
  if (known !== undefined) return known;
  const name = definitionName(node);
  const schema = name === '' ? node : { ...root.definitions?.[name], ...withoutRef(node) };
  resolved.set(node, schema);
  return schema;
}

/** Returns the name of the definition that a schema refers to; empty for one that is no reference. */
export function definitionName({ $ref }: SchemaNode): string {
  const start = '#/definitions/';
  return $ref?.startsWith(start) ? $ref.slice(start.length) : '';
}

function withoutRef(node: SchemaNode): SchemaNode {
  const { $ref: _, ...rest } = node;
  return rest;
}

import type {
  ApplicationSpec,
  BuildSpec,
  ControllersSpec,
  EnvironmentsSpec,
  Jenkins,
  JenkinsSpec,
  JobsSpec,
} from '../../schema/generated/located.ts';
import type { SchemaNode } from '../../schema/schema-node.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import { newAllowance } from '../util/suggestion.ts';
import { applyOldSpellings } from './old-spellings.ts';
import { otherContent } from './other-content.ts';
import { locate } from './read/locate.ts';
import { locateAbsent } from './read/locate-absent.ts';
import { readValue } from './read/read-value.ts';
import type { ReadValue } from './read/value.ts';
import { schemaErrors } from './schema-errors.ts';
import { specSchemas } from './spec-schemas.ts';
import { type UnknownFieldContext, unknownField } from './unknown-field.ts';
import { notOneThing, unknownKind } from './unknown-kind.ts';

/** The located specs of one project, or that of a fleet; a spec that is absent or has no readable root is undefined. */
export interface Specs {
  readonly build?: BuildSpec;
  readonly application?: ApplicationSpec;
  readonly environments?: EnvironmentsSpec;
  readonly jenkins?: JenkinsSpec;
  readonly jobs?: JobsSpec;
  readonly controllers?: ControllersSpec;
}

/** A spec that was held against its schema. Values that a finding is about are left out of it. */
export interface CheckedSpec<K extends SpecKind> {
  readonly spec: Specs[K] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Mistakes that were not looked at; then there is no spec either. */
  readonly leftOut: number;
}

const checked = new WeakMap<Node, Map<SpecKind, unknown>>();

/** Returns the located spec of a parsed file, with what its schema finds wrong. Each tree is checked once. */
export function checkSpec<K extends SpecKind>(kind: K, root: Node): CheckedSpec<K> {
  const known = checked.get(root) ?? new Map<SpecKind, unknown>();
  checked.set(root, known);
  // What is kept for a kind is what was made for it.
  const found = (known.get(kind) as CheckedSpec<K> | undefined) ?? checkTree(kind, root);
  known.set(kind, found);
  return found;
}

function checkTree<K extends SpecKind>(kind: K, root: Node): CheckedSpec<K> {
  const { schema, validate } = specSchemas[kind];
  if (root.kind !== 'mapping') {
    const found = root.kind === 'sequence' ? 'a list' : 'text';
    const parameters = { what: 'the spec', expected: 'a mapping', found };
    return {
      spec: undefined,
      diagnostics: [diagnose('schema/wrong-type', parameters, root.span)],
      leftOut: 0,
    };
  }
  const other = otherContent(kind, root);
  if (other !== undefined) return { spec: undefined, diagnostics: [other], leftOut: 0 };
  const meant = new Map<Node, Set<string>>();
  const isMeant = (node: Node, field: string) => meant.set(node, (meant.get(node) ?? new Set()).add(field));
  // No engine ever read jobs.bitesize.
  const respelled = kind === 'jobs' ? { root, diagnostics: [] } : applyOldSpellings(root, schema);
  const diagnostics: Diagnostic[] = [...respelled.diagnostics];
  const allowance = newAllowance();
  const context: UnknownFieldContext = {
    root: schema,
    allowance,
    count: 0,
    taken: new Map(),
    beside: new Map(),
  };
  const value = readValue(respelled.root, schema, schema, {
    unknownField: (entry, owner, ownerSchema) => {
      const unknown = unknownField(entry, owner, ownerSchema, context);
      if (unknown.diagnostic !== undefined) diagnostics.push(unknown.diagnostic);
      const { below } = unknown;
      if (unknown.meant !== undefined) isMeant(below?.value ?? owner, unknown.meant);
      if (below !== undefined) isMeant(owner, below.key.text);
      return undefined;
    },
    unknownKind: (owner, kinds, found) => diagnostics.push(unknownKind(owner, kinds, found, allowance)),
    notOneThing: (node, ownerSchema) => diagnostics.push(notOneThing(node, ownerSchema, schema, allowance)),
  });
  if (value === undefined) return { spec: undefined, diagnostics, leftOut: 0 };
  const { errors, leftOut } = schemaErrors(
    value,
    validate,
    allowance,
    (node, field) => meant.get(node)?.has(field) === true,
  );
  for (const { diagnostic } of errors) if (diagnostic !== undefined) diagnostics.push(diagnostic);
  if (leftOut > 0) return { spec: undefined, diagnostics, leftOut };
  const rejected = new Set<ReadValue>(errors.flatMap((error) => error.values));
  // The shape of the located tree follows the same schema from which its type is generated.
  const spec = locate(value, { root: schema, rejected }, '') as Specs[K];
  return { spec, diagnostics, leftOut: 0 };
}

/** The schemas of files without a field: what stands for a node is known by the node itself. */
const emptySpecs = new Map<SpecKind, SchemaNode>();

/** Returns the spec of a file that is absent: every default, and nothing else. */
export function absentSpec<K extends SpecKind>(kind: K): Specs[K] {
  const { schema } = specSchemas[kind];
  const empty = emptySpecs.get(kind) ?? { ...schema, default: {} };
  emptySpecs.set(kind, empty);
  return locateAbsent(empty, schema, '') as Specs[K];
}

/** Returns the settings of a project: jenkins.bitesize, with the defaults of the schema where it is silent. */
export function settingsOf(specs: Specs): Jenkins {
  const settings = specs.jenkins?.jenkins ?? absentSpec('jenkins')?.jenkins;
  if (settings === undefined) throw new Error('the schema of jenkins.bitesize has no default for `jenkins`');
  return settings;
}

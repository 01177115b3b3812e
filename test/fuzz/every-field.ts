import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';

/** The place of a field: the spec, and the keys and list entries that lead to it. */
export interface FieldPath {
  readonly kind: SpecKind;
  readonly steps: readonly (string | 0)[];
  /** Fields that the objects on the way need, so that only the one field is wrong. */
  readonly needs: readonly (readonly string[])[];
}

/** Returns the paths of every field of a spec. */
export function everyField(kind: SpecKind): readonly FieldPath[] {
  const { schema } = specSchemas[kind];
  return [...fieldsOf(kind, schema, schema, [], [])];
}

function* fieldsOf(
  kind: SpecKind,
  node: SchemaNode,
  root: SchemaNode,
  steps: readonly (string | 0)[],
  needs: readonly (readonly string[])[],
): Generator<FieldPath> {
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    const field = resolveSchema(property, root);
    const here = [...needs, node.required ?? []];
    const path = [...steps, name];
    yield { kind, steps: path, needs: here };
    if (field.properties !== undefined) yield* fieldsOf(kind, field, root, path, here);
    const item = field.items === undefined ? undefined : resolveSchema(field.items, root);
    if (item?.properties !== undefined) yield* fieldsOf(kind, item, root, [...path, 0], here);
  }
}

/** Returns a spec in which the field of a path has the given text for its value. */
export function specWith({ kind, steps, needs }: FieldPath, value: string): string {
  const lines: string[] = kind === 'jenkins' && steps[0] === 'project' ? [] : ['project: shop'];
  let indent = '';
  let depth = 0;
  let dash = '';
  for (const [index, step] of steps.entries()) {
    if (step === 0) {
      dash = '- ';
      continue;
    }
    for (const needed of (needs[depth] ?? []).filter((name) => name !== step)) {
      lines.push(`${indent}${dash}${needed}: ${sample(needed)}`);
      if (dash !== '') indent += '  ';
      dash = '';
    }
    depth++;
    const isLast = index === steps.length - 1;
    lines.push(`${indent}${dash}${step}:${isLast ? ` ${value}` : ''}`);
    indent += dash === '' ? '  ' : '    ';
    dash = '';
  }
  return `${lines.filter((line) => !(steps[0] === 'project' && line === 'project: shop')).join('\n')}\n`;
}

const samples: Readonly<Record<string, string>> = {
  type: 'debian-package',
  port: '80',
  number: '443',
  path: '/data',
  command: '[run]',
  permissions: '[Job/Read]',
  handler: '{exec: {command: [run]}}',
};

function sample(field: string): string {
  return samples[field] ?? 'web';
}

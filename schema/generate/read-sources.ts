import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';

/** The kinds in the order in which their generated code appears. */
const specKinds: readonly SpecKind[] = ['build', 'application', 'environments', 'jenkins'];

/** Returns the four source schemas, read from `schema/<kind>.schema.json`. Their shape is tested, not checked here. */
export function readSources(): ReadonlyMap<SpecKind, SchemaNode> {
  return new Map(specKinds.map((kind) => [kind, readSource(kind)]));
}

function readSource(kind: SpecKind): SchemaNode {
  const path = join(import.meta.dirname, '..', `${kind}.schema.json`);
  // The boundary: test/schema checks that the files keep to the keywords of SchemaNode.
  return JSON.parse(readFileSync(path, 'utf8')) as SchemaNode;
}

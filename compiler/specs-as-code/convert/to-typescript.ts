import { applyOldSpellings } from '../../check/old-spellings.ts';
import { readValue } from '../../check/read/read-value.ts';
import type { ReadValue } from '../../check/read/value.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import { parseYaml } from '../../source/parse-yaml.ts';
import type { SpecKind } from '../../source/spec-kind.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { buildTsSpec } from './build-ts-spec.ts';
import { findComments } from './find-comments.ts';
import { printTypeScript } from './print-typescript.ts';

/** How a spec is written. */
export interface ConvertOptions {
  /** Writes what repeats once: constants, and lists made of rows. */
  readonly share: boolean;
}

/**
 * Returns a YAML spec in TypeScript. The spec must be free of errors; values have the types that the schema reads them
 * as, old spellings their new form, comments stay above what they were about.
 */
export function toTypeScript(kind: SpecKind, file: SourceFile, { share }: ConvertOptions): string {
  const { root } = parseYaml(file);
  const value = root === undefined ? undefined : readSpec(kind, file);
  if (root === undefined || value === undefined) return emptySpec(kind);
  const { schema } = specSchemas[kind];
  return printTypeScript(buildTsSpec(kind, value, schema, findComments(file, root), share));
}

/** Returns the value of a YAML spec as its schema reads it, or undefined when there is none. */
function readSpec(kind: SpecKind, file: SourceFile): ReadValue | undefined {
  const { root } = parseYaml(file);
  if (root?.kind !== 'mapping') return undefined;
  const { schema } = specSchemas[kind];
  return readValue(applyOldSpellings(root, schema).root, schema, schema, () => undefined);
}

function emptySpec(kind: SpecKind): string {
  return `import { ${kind} } from 'bitesize';\n\nexport default ${kind}({});\n`;
}

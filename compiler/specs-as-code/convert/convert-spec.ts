import { applyOldSpellings } from '../../check/old-spellings.ts';
import type { Json } from '../../check/read/read-scalar.ts';
import { type ReadReports, readValue } from '../../check/read/read-value.ts';
import type { ReadValue } from '../../check/read/value.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import { MemoryFiles } from '../../host/memory-files.ts';
import { printYaml } from '../../print/yaml.ts';
import type { Node } from '../../source/node.ts';
import { parseSource, parseYaml } from '../../source/parse-source.ts';
import { isCode, type SpecKind, specKindOf } from '../../source/spec-kind.ts';
import type { SourceFile } from '../../text/span.ts';
import { compareText } from '../../util/compare-text.ts';
import { loadTypeScriptSpecs } from '../load-typescript-specs.ts';
import { buildTsSpec } from './build-ts-spec.ts';
import { findComments } from './find-comments.ts';
import { printTypeScript } from './print-typescript.ts';

/**
 * Returns a spec in the other form: YAML in TypeScript, and the value of TypeScript in YAML; undefined for a source
 * without a value. What is written in TypeScript is evaluated again: where sharing what repeats would change the value,
 * nothing is shared.
 */
export async function convertSpec(source: SourceFile): Promise<SourceFile | undefined> {
  const kind = specKindOf(source.name);
  const { root } = parseSource(source);
  if (kind === undefined || root === undefined) return undefined;
  if (isCode(source)) return { name: source.name.replace(/\.ts$/, ''), text: toYaml(kind, root) };
  const name = `${source.name}.ts`;
  const shared = { name, text: toTypeScript(kind, source, { share: true }) };
  const files = new MemoryFiles('/convert');
  const loaded = await loadTypeScriptSpecs([shared], '', {
    files,
    cwd: '/convert',
    sha256: () => '',
    version: '',
  });
  const value = loaded.sources[0]?.value.root;
  const isSame = value !== undefined && canonical(specJson(kind, value)) === canonical(specJson(kind, root));
  return isSame ? shared : { name, text: toTypeScript(kind, source, { share: false }) };
}

/** Returns data as text in which the order of keys says nothing. */
function canonical(data: Json | undefined): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
      : value,
  );
}

/** Returns the value of a spec in TypeScript as YAML. How it was computed is gone; the value is the same. */
function toYaml(kind: SpecKind, root: Node): string {
  return printYaml(specJson(kind, root) ?? {}).text;
}

/** Returns the value of a located tree as its schema reads it, or undefined when there is none. */
export function specJson(kind: SpecKind, root: Node): Json | undefined {
  if (root.kind !== 'mapping') return undefined;
  return readRoot(kind, root)?.json;
}

function readRoot(kind: SpecKind, root: Node): ReadValue | undefined {
  const { schema } = specSchemas[kind];
  const value = readValue(applyOldSpellings(root, schema).root, schema, schema, nobody);
  return value && asWritten(value);
}

/**
 * Returns a value in the form that specs have: an object whose fields its kind decides is that object, and a thing that
 * was written by its name or its short field alone stays that short.
 */
function asWritten(value: ReadValue): ReadValue {
  const { node, schema, fields, items } = value;
  const isShort = schema['x-short'] !== undefined && node.kind !== 'mapping';
  const [only] = fields?.values() ?? [];
  if (only !== undefined && (isShort || schema['x-kinds'] !== undefined)) return asWritten(only.value);
  if (schema['x-entry'] === true && node.kind === 'scalar')
    return { node, schema: { enum: Object.keys(schema.properties ?? {}) }, json: node.text };
  if (items !== undefined) {
    const written = items.map(asWritten);
    return { ...value, items: written, json: written.map(({ json }) => json) };
  }
  if (fields === undefined) return value;
  const written = [...fields].map(
    ([name, { key, value: inner }]) => [name, { key, value: asWritten(inner) }] as const,
  );
  const json: Record<string, Json> = Object.create(null);
  for (const [name, field] of written) json[name] = field.value.json;
  return { ...value, fields: new Map(written), json };
}

/** Who reads a spec again has heard what is wrong with it. */
const nobody: ReadReports = {
  unknownField: () => undefined,
  unknownKind: () => undefined,
  notOneThing: () => undefined,
};

/** How a spec is written. */
interface ConvertOptions {
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
  return root?.kind === 'mapping' ? readRoot(kind, root) : undefined;
}

function emptySpec(kind: SpecKind): string {
  return `import { ${kind} } from 'bitesize';\n\nexport default ${kind}({});\n`;
}

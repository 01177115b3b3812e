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
import { writtenValue } from './written-value.ts';

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
  const isSame =
    value !== undefined && canonicalJson(specJson(kind, value)) === canonicalJson(specJson(kind, root));
  return isSame ? shared : { name, text: toTypeScript(kind, source, { share: false }) };
}

/** Returns data as text in which the order of keys says nothing. */
export function canonicalJson(data: Json | undefined): string {
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

/** Returns the value of a located tree in the types that its schema reads it as, or undefined when there is none. */
export function specJson(kind: SpecKind, root: Node): Json | undefined {
  return readSpec(kind, root)?.json;
}

/** Returns the value of a located tree in its one form: what may be written short is written out. */
export function fullJson(kind: SpecKind, root: Node): Json | undefined {
  return readFully(kind, root)?.json;
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
  const value = root === undefined ? undefined : readSpec(kind, root);
  if (root === undefined || value === undefined) return emptySpec(kind);
  const { schema } = specSchemas[kind];
  return printTypeScript(buildTsSpec(kind, value, schema, findComments(file, root), share));
}

function readSpec(kind: SpecKind, root: Node): ReadValue | undefined {
  const value = readFully(kind, root);
  return value && writtenValue(value);
}

/** No engine ever read jobs.bitesize, so it has no old spellings. */
function readFully(kind: SpecKind, root: Node): ReadValue | undefined {
  if (root.kind !== 'mapping') return undefined;
  const { schema } = specSchemas[kind];
  const spelt = kind === 'jobs' ? root : applyOldSpellings(root, schema).root;
  return readValue(spelt, schema, schema, nobody);
}

function emptySpec(kind: SpecKind): string {
  return `import { ${kind} } from 'bitesize';\n\nexport default ${kind}({});\n`;
}

import type { Json } from '../../check/read/read-scalar.ts';
import { MemoryFiles } from '../../host/memory-files.ts';
import { parseSource } from '../../source/parse-source.ts';
import { isCode, specKindOf } from '../../source/spec-kind.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { compareText } from '../../util/compare-text.ts';
import { loadTypeScriptSpecs } from '../load-typescript-specs.ts';
import { toTypeScript } from './to-typescript.ts';
import { specJson, toYaml } from './to-yaml.ts';

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

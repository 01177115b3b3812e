import type { Json } from '../../../check/read/read-scalar.ts';
import { MemoryFiles } from '../../../host/memory-files.ts';
import { canonicalJson, fullJson } from '../../../specs-as-code/convert/convert-spec.ts';
import { loadTypeScriptSpecs } from '../../../specs-as-code/load-typescript-specs.ts';
import type { SourceFile } from '../../../text/span.ts';
import { compareText } from '../../../util/compare-text.ts';
import { nodeOf } from '../../node-of.ts';

/**
 * Evaluates modules, the first of which is jobs.bitesize.ts, and returns what is wrong: what the compiler says of them,
 * or that their value is other than data. The order of jobs says nothing. Empty when all is well.
 */
export async function differencesFrom(
  data: Json,
  modules: readonly SourceFile[],
): Promise<readonly string[]> {
  const [main, ...others] = modules;
  if (main === undefined) return ['there is no module'];
  const texts = others.map(({ name, text }) => [`/import/${name}`, text]);
  const files = new MemoryFiles('/import', Object.fromEntries(texts));
  const context = { files, cwd: '/import', sha256: () => '', version: '' };
  const loaded = await loadTypeScriptSpecs([{ ...main }], '', context);
  const value = loaded.sources[0]?.value.root;
  if (value === undefined)
    return loaded.diagnostics.map(({ message, span }) => `${span?.file.name}: ${message}`);
  const isSame = inOrder(fullJson('jobs', value)) === inOrder(fullJson('jobs', nodeOf(data)));
  return isSame ? [] : ['the value is another one'];
}

function inOrder(json: Json | undefined): string {
  if (typeof json !== 'object' || json === null || !('jobs' in json) || !Array.isArray(json.jobs))
    return canonicalJson(json);
  const { jobs, ...other } = json;
  const sorted = jobs.map((job: Json) => canonicalJson(job)).sort(compareText);
  return [canonicalJson(other), ...sorted].join('\n');
}

import type { Json } from '../../../check/read/read-scalar.ts';
import { MemoryFiles } from '../../../host/memory-files.ts';
import { canonicalJson, fullJson } from '../../../specs-as-code/convert/convert-spec.ts';
import { loadTypeScriptSpecs } from '../../../specs-as-code/load-typescript-specs.ts';
import type { SourceFile } from '../../../text/span.ts';
import { compareText } from '../../../util/compare-text.ts';
import { nodeOf } from '../../node-of.ts';

/** How a spec in TypeScript compares with the data that it was written from. */
export interface Comparison {
  readonly isSame: boolean;
  /** What the compiler says of it: findings, or that the values differ. */
  readonly problems: readonly string[];
}

/** Evaluates modules, the first of which is jobs.bitesize.ts, and compares the value with data. */
export async function compareValue(modules: readonly SourceFile[], data: Json): Promise<Comparison> {
  const [main, ...others] = modules;
  if (main === undefined) return { isSame: false, problems: ['there is no module'] };
  const files = new MemoryFiles('/import', Object.fromEntries(others.map(({ name, text }) => [`/import/${name}`, text])));
  const loaded = await loadTypeScriptSpecs([{ ...main }], '', { files, cwd: '/import', sha256: () => '', version: '' });
  const value = loaded.sources[0]?.value.root;
  if (value === undefined) return { isSame: false, problems: loaded.diagnostics.map(({ message, span }) => `${span?.file.name}: ${message}`) };
  const isSame = sortedValue(fullJson('jobs', value)) === sortedValue(fullJson('jobs', nodeOf(data)));
  return { isSame, problems: isSame ? [] : ['the value is another one'] };
}

/** The order of jobs says nothing. */
function sortedValue(json: Json | undefined): string {
  if (typeof json !== 'object' || json === null || !('jobs' in json) || !Array.isArray(json.jobs)) return canonicalJson(json);
  const { jobs, ...other } = json;
  const sorted = jobs.map((job: Json) => canonicalJson(job)).sort(compareText);
  return [canonicalJson(other), ...sorted].join('\n');
}

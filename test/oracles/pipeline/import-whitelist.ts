import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxWhitelist } from './sandbox-whitelist.ts';

/*
 * Rewrites data/sandbox-whitelist.json from the whitelist files of jenkinsci/script-security-plugin:
 *   npx tsx test/oracles/pipeline/import-whitelist.ts "<revision> <date>" generic-whitelist jenkins-whitelist
 * Only classes that a generated pipeline may want are kept, and names without parameter types.
 */
const KEPT =
  /^(java\.lang\.(String|CharSequence|Object|Number|Integer|Long|Boolean|Double|Math|Throwable|StringBuilder|Iterable|Comparable)|java\.util\.(List|Map|Map\$Entry|Collection|Iterator|Set|ArrayList|LinkedHashMap|HashMap|TreeMap|HashSet|LinkedHashSet|TreeSet|Collections|regex\.\w+)|groovy\.lang\.(Closure|Range|GString)|groovy\.json\.\w+|org\.codehaus\.groovy\.runtime\.(Default|String)GroovyMethods|hudson\.model\.Result)$/;

const [read = '', ...files] = process.argv.slice(2);
const methods: Record<string, string[]> = {};
const statics: Record<string, string[]> = {};
const constructors = new Set<string>();

for (const line of files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))) {
  const [kind = '', type = '', name = ''] = line.trim().split(' ');
  if (!KEPT.test(type)) continue;
  if (kind === 'new') constructors.add(type);
  else if (kind === 'method') add(methods, type, name);
  else if (kind === 'staticMethod' || kind === 'staticField') add(statics, type, name);
}
const whitelist: SandboxWhitelist = {
  source: 'jenkinsci/script-security-plugin sandbox/whitelists',
  read,
  methods: sorted(methods),
  statics: sorted(statics),
  constructors: [...constructors].sort(),
};
const target = join(dirname(fileURLToPath(import.meta.url)), 'data', 'sandbox-whitelist.json');
writeFileSync(target, `${JSON.stringify(whitelist, null, 1)}\n`.replace(/",\n {3}/g, '", '));

function add(table: Record<string, string[]>, type: string, name: string): void {
  table[type] = [...new Set([...(table[type] ?? []), name])];
}

function sorted(table: Record<string, string[]>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(table)
      .map(([type, names]) => [type, names.sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiClass, ApiFile, OtherTypes } from './api-class.ts';

/*
 * Rewrites data/*.json from tables of signatures that were read from the sources of Jenkins and its plugins:
 *   npx tsx test/oracles/jenkins-api/import.ts jenkins-api.json jenkins-api-referenced.json \
 *     interface-defaults.json referenced-types.json
 */
interface Entry extends Omit<ApiClass, 'extends'> {
  readonly class: string;
  readonly plugin: string;
  readonly version?: string;
  readonly bom2568?: string;
  readonly source: string;
  readonly extends: string | null;
  readonly classDeprecated?: boolean;
  readonly classRestricted?: boolean;
}

const [main = '', referenced = '', defaultsFile = '', typesFile = ''] = process.argv.slice(2);
const entries = [...(read(main) as Entry[]), ...(read(referenced) as Entry[])];
const defaults = read(defaultsFile) as Record<string, readonly string[]>;
const types = read(typesFile) as Record<string, { readonly kind: string }>;
const folder = join(dirname(fileURLToPath(import.meta.url)), 'data');

const files = new Map<string, ApiFile & { readonly classes: Record<string, ApiClass> }>();
for (const entry of entries.sort((a, b) => (a.class < b.class ? -1 : 1))) {
  const versions = entries.find((other) => other.plugin === entry.plugin && other.version !== undefined);
  const file = files.get(entry.plugin) ?? {
    plugin: entry.plugin,
    version: versions?.bom2568 ?? '',
    read: versions?.version ?? '',
    source: entry.source.split(':')[0] ?? '',
    classes: {},
  };
  files.set(entry.plugin, file);
  file.classes[entry.class] = compact(entry);
}
for (const file of files.values())
  write(`${file.plugin.replace(/[^a-z-]+/g, '-').replace(/-$/, '')}.json`, file);

const known = new Set(entries.map((entry) => entry.class));
const mentioned = new Set(JSON.stringify([...files.values()]).match(/(?<![\w.$])[a-z][\w$]*(?:\.[\w$]+)+/g));
const interfaces = [...mentioned]
  .filter((name) => !known.has(name) && types[name]?.kind === 'interface')
  .sort();
write('other-types.json', { interfaces } satisfies OtherTypes);

function compact(entry: Entry): ApiClass {
  const isDefault = new Set(entry.kind === 'interface' ? defaults[entry.class] : []);
  // A parent that is an inner class of a generic one cannot be written in a stub; nobody needs it.
  const isPlain =
    entry.extends !== null && entry.extends !== 'java.lang.Object' && !entry.extends.includes('>.');
  const parent = isPlain ? (entry.extends ?? '') : '';
  const lists = {
    typeParameters: entry.typeParameters,
    extends: parent === '' ? undefined : parent,
    implements: entry.implements,
    constructors: entry.constructors,
    fields: entry.fields,
    protectedFields: entry.protectedFields,
    methods: entry.methods?.map((method) => (isDefault.has(method) ? `default ${method}` : method)),
    deprecated: marked(entry.classDeprecated, entry.deprecated),
    restricted: marked(entry.classRestricted, entry.restricted),
  };
  const filled = Object.entries(lists).filter(([, value]) => value !== undefined && value.length > 0);
  return { kind: entry.kind, ...Object.fromEntries(filled) };
}

function marked(whole: boolean | undefined, members: readonly string[] = []): readonly string[] {
  return whole === true ? ['class', ...members] : members;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** One line per class: compact, and a changed class is a changed line. */
function write(name: string, content: ApiFile | OtherTypes): void {
  const parts = Object.entries(content).map(([key, value]) => {
    if (key !== 'classes') return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const lines = Object.entries(value as object).map(
      ([id, type]) => `    ${JSON.stringify(id)}: ${JSON.stringify(type)}`,
    );
    return `  "classes": {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(join(folder, name), `{\n${parts.join(',\n')}\n}\n`);
}

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  loadAll,
  mergeTag,
  type Schema,
  YAMLException,
} from 'js-yaml';

/** A value of YAML. */
export type YamlValue = null | boolean | number | string | readonly YamlValue[] | YamlMapping;
/** A mapping of YAML; values of templates may stand in keys as well. */
export interface YamlMapping {
  readonly [key: string]: YamlValue;
}

/** Returns whether a value is a mapping. */
export function isMapping(value: YamlValue | undefined): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Returns the documents of a file as Job Builder reads them, with its tags: `!include` is the file that it names,
 * `!j2-yaml` its text without Jinja's statements, every other tag the text below it. Throws what the parser throws.
 */
export function readJobBuilderYaml(path: string): readonly YamlValue[] {
  return documentsOf(readFileSync(path, 'utf8'), dirname(path));
}

function documentsOf(text: string, folder: string): readonly YamlValue[] {
  const python = 'tag:yaml.org,2002:python/';
  const pythonText = defineScalarTag<YamlValue>(python, {
    matchByTagPrefix: true,
    resolve: (source) => source,
    identify: () => false,
  });
  const pythonList = defineSequenceTag<YamlValue[]>(python, {
    matchByTagPrefix: true,
    create: () => [],
    addItem: (items, item) => {
      items.push(item as YamlValue);
    },
    identify: () => false,
  });
  const tagged = defineScalarTag<YamlValue>('!', {
    matchByTagPrefix: true,
    resolve: (source, _isExplicit, name) => taggedValue(name, source, folder),
    identify: () => false,
  });
  const taggedList = defineSequenceTag<YamlValue[], YamlValue>('!', {
    matchByTagPrefix: true,
    create: () => [],
    addItem: (items, item) => {
      items.push(item as YamlValue);
    },
    finalize: (items) => items.join('\n'),
    identify: () => false,
  });
  const taggedMapping = defineMappingTag<Record<string, YamlValue>, YamlValue>('!', {
    matchByTagPrefix: true,
    create: () => ({}),
    addPair: (pairs, key, value) => {
      pairs[String(key)] = value as YamlValue;
      return '';
    },
    has: (pairs, key) => Object.hasOwn(pairs, String(key)),
    keys: () => [],
    get: () => undefined,
    identify: () => false,
  });
  const schema = CORE_SCHEMA.withTags(
    ...[mergeTag, pythonText, pythonList, tagged, taggedList, taggedMapping],
  );
  return loadAll(asPyYamlReads(text, schema), { schema, json: true }) as readonly YamlValue[];
}

/** PyYAML takes lines of quoted texts that are not indented; here they are moved to where everybody takes them. */
function asPyYamlReads(text: string, schema: Schema): string {
  const lines = text.split('\n');
  for (;;)
    try {
      loadAll(lines.join('\n'), { schema, json: true });
      return lines.join('\n');
    } catch (error) {
      const line = error instanceof YAMLException ? error.mark?.line : undefined;
      const at = line === undefined ? undefined : lines[line];
      if (line === undefined || at === undefined || !String(error).includes('deficient indentation'))
        throw error;
      if (at.startsWith(INDENTATION)) throw error;
      lines[line] = INDENTATION + at;
    }
}

const INDENTATION = ' '.repeat(60);

function taggedValue(tag: string, text: string, folder: string): YamlValue {
  if (tag.startsWith('!include:')) return firstOf(() => readJobBuilderYaml(join(folder, text.trim())));
  if (tag.startsWith('!j2-yaml')) return firstOf(() => documentsOf(withoutJinja(text), folder));
  return text;
}

/** What cannot be read is nothing: the file that it is part of still counts. */
function firstOf(read: () => readonly YamlValue[]): YamlValue {
  try {
    return read()[0] ?? null;
  } catch {
    return null;
  }
}

/** All branches of Jinja's statements stay: they can all be what is meant. */
function withoutJinja(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*\{%.*%\}\s*$/.test(line))
    .join('\n')
    .replace(/\{%.*?%\}/g, '')
    .replace(/\{\{.*?\}\}/g, 'x');
}

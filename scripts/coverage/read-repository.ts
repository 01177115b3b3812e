import { globSync } from 'tinyglobby';
import { isMapping, readJobBuilderYaml, type YamlMapping, type YamlValue } from './job-builder-yaml.ts';

/** What a repository of Job Builder's files defines. */
export interface Repository {
  /** Its jobs and job-templates, each with what its defaults say. */
  readonly jobs: readonly YamlMapping[];
  /** Macros by the name of their kind and their own, such as `builder/lint`. */
  readonly macros: ReadonlyMap<string, YamlMapping>;
  /** Files that no parser of YAML reads. */
  readonly unreadable: readonly string[];
}

/** Definitions of Zuul's look like those of Job Builder. */
const ZUUL = /(^|\/)\.?zuul[^/]*(\/|$)/;

/** Reads all files of Job Builder below a folder; templates stay what they are, projects are not expanded. */
export function readRepository(folder: string): Repository {
  const jobs: YamlMapping[] = [];
  const macros = new Map<string, YamlMapping>();
  const defaults = new Map<string, YamlMapping>();
  const unreadable: string[] = [];
  const paths = globSync('**/*.{yaml,yml}', { cwd: folder, dot: true, expandDirectories: false })
    .filter((path) => !ZUUL.test(path))
    .sort();
  for (const path of paths) {
    for (const [kind, body] of definitionsOf(`${folder}/${path}`, () => unreadable.push(path))) {
      const name = String(body.name);
      if (kind === 'job' || kind === 'job-template') jobs.push(body);
      else if (kind === 'defaults') defaults.set(name, body);
      else macros.set(`${kind}/${name}`, body);
    }
  }
  return {
    jobs: jobs.map((job) => ({ ...defaults.get(String(job.defaults ?? 'global')), ...job })),
    macros,
    unreadable,
  };
}

function definitionsOf(path: string, fail: () => void): readonly (readonly [string, YamlMapping])[] {
  let documents: readonly YamlValue[];
  try {
    documents = readJobBuilderYaml(path);
  } catch {
    fail();
    return [];
  }
  return documents
    .flatMap((document) => (Array.isArray(document) ? document : []) as YamlValue[])
    .filter(isMapping)
    .flatMap((entry) => Object.entries(entry))
    .filter((entry): entry is [string, YamlMapping] => isMapping(entry[1]) && entry[1].name !== undefined);
}

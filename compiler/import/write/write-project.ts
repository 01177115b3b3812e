import { oneLine } from '../../print/lines.ts';
import type { Collected, CollectedJob } from '../plan/collect-jobs.ts';
import type { HiddenSecret } from '../plan/hide-secrets.ts';
import { ScriptFiles } from '../plan/script-files.ts';
import { sharedDefaults } from '../plan/shared-defaults.ts';
import { shortForms } from '../plan/short-forms.ts';
import type { PlainObject } from '../printers.ts';
import { mappingLines, writeYaml } from './write-yaml.ts';

/** Files of a project, by their names from its folder. */
export type ProjectTexts = ReadonlyMap<string, string>;

/** The specs of a project, and the scripts beside them. */
export interface WrittenProject {
  readonly texts: ProjectTexts;
  /** On which line of jobs.bitesize each job starts, counted from 1, in their order. */
  readonly lines: readonly number[];
}

/** Returns the specs of a project in YAML, and the scripts beside them. */
export function writeProject(project: string, collected: Collected): WrittenProject {
  const { jobs } = collected;
  const scripts = new ScriptFiles();
  const written = jobs.map((job) => shortForms(scripts.withFiles(plainJob(job))));
  const shared = sharedDefaults(written);
  const lines = [...headLines(headOf(project, collected, shared.defaults)), 'jobs:'];
  const starts: number[] = [];
  for (const [index, job] of shared.jobs.entries()) {
    starts.push(lines.length + 1);
    lines.push(...(jobs[index]?.hidden ?? []).map((secret) => `  # ${todoOf(secret)}`), ...blockItem(job));
  }
  const texts = new Map([['jobs.bitesize', `${lines.join('\n')}\n`], ...scripts.texts]);
  return { texts: withSettings(texts, project, collected), lines: starts };
}

/** Returns the specs of a project in TypeScript; undefined where they would not have the value that they have to have. */
export async function writeTypeScriptProject(
  project: string,
  collected: Collected,
): Promise<ProjectTexts | undefined> {
  const { writeTypeScript } = await import('./typescript/write-typescript.ts');
  const { defaults, jobs } = sharedDefaults(collected.jobs.map(plainJob));
  const { modules, problems } = await writeTypeScript({ ...headOf(project, collected, defaults), jobs });
  if (problems.length > 0) return undefined;
  const todos = collected.jobs.flatMap(({ item, hidden }) =>
    hidden.map((secret) => `// ${todoOf(secret)} (${oneLine(item.name)})\n`),
  );
  const texts = new Map(
    modules.map(({ name, text }) => [name, name === 'jobs.bitesize.ts' ? todos.join('') + text : text]),
  );
  return withSettings(texts, project, collected);
}

function plainJob({ item }: CollectedJob): PlainObject {
  return { name: item.name, kind: item.kind, ...item.spec };
}

/** What is above the jobs takes a line for each list, however short it is. */
function headLines(head: PlainObject): readonly string[] {
  return Object.entries(head).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? [`${name}:`, ...mappingLines(value as PlainObject, '  ')]
      : mappingLines({ [name]: value }, ''),
  );
}

/** Returns what stands above the jobs. */
function headOf(project: string, { jobs, names }: Collected, defaults: PlainObject): PlainObject {
  const external = names.external(jobs.map(({ item }) => item.name));
  return {
    project,
    ...(Object.keys(external).length > 0 ? { external } : {}),
    ...(Object.keys(defaults).length > 0 ? { defaults } : {}),
  };
}

/** Check finds the comment as long as somebody has to do something. */
function todoOf({ field, credential }: HiddenSecret): string {
  return credential === undefined
    ? `TODO: a secret stood in ${oneLine(field)}: bind a credential of Jenkins there.`
    : `TODO: make the credential ${credential}, which holds what stood in ${oneLine(field)}.`;
}

function withSettings(texts: ProjectTexts, project: string, { systemMessage }: Collected): ProjectTexts {
  return systemMessage === undefined ? texts : new Map([...texts, settingsText(project, systemMessage)]);
}

function settingsText(project: string, systemMessage: string): readonly [string, string] {
  return ['jenkins.bitesize', writeYaml({ project, jenkins: { system_message: systemMessage } })];
}

/** A job takes a line for each field, however short it is. */
function blockItem(job: PlainObject): readonly string[] {
  const [first = '', ...others] = mappingLines(job, '    ');
  return [`  - ${first.trimStart()}`, ...others];
}

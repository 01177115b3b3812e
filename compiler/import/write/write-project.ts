import { oneLine } from '../../print/lines.ts';
import type { ImportPart } from '../part.ts';
import { SharedDefaults } from '../plan/shared-defaults.ts';
import type { PlainObject } from '../printers.ts';
import { mappingLines, writeYaml } from './write-yaml.ts';
import { todoOf } from './yaml-specs.ts';

/** Files of a project, by their names from its folder. */
export type ProjectTexts = ReadonlyMap<string, string>;

/** The specs of a project, and the scripts beside them. */
export interface WrittenProject {
  readonly texts: ProjectTexts;
  /** On which line of jobs.bitesize each job starts, counted from 1, in their order. */
  readonly starts: () => readonly number[];
}

/** Returns the specs of a project in YAML, and the scripts beside them. */
export function writeProject(
  project: string,
  part: ImportPart,
  systemMessage: string | undefined,
): WrittenProject {
  const { text, scripts, starts } = part.yaml.written((defaults) => [
    ...headLines(headOf(project, part, defaults)),
    'jobs:',
  ]);
  const texts = new Map([['jobs.bitesize', text], ...scripts]);
  return { texts: withSettings(texts, project, systemMessage), starts };
}

/** Returns the specs of a project in TypeScript; undefined where they would not have the value that they have to have. */
export async function writeTypeScriptProject(
  project: string,
  part: ImportPart,
  systemMessage: string | undefined,
): Promise<ProjectTexts | undefined> {
  const { writeTypeScript } = await import('./typescript/write-typescript.ts');
  const shared = new SharedDefaults();
  for (const job of part.specs) shared.add(job);
  const defaults = shared.defaults();
  const jobs = part.specs.map((job) => {
    const own = defaults[String(job.kind)];
    return own === undefined
      ? job
      : Object.fromEntries(Object.entries(job).filter(([name]) => !Object.hasOwn(own, name)));
  });
  const { modules, problems } = await writeTypeScript({ ...headOf(project, part, defaults), jobs });
  if (problems.length > 0) return undefined;
  const todos = part.jobs.flatMap(({ item, hidden }) =>
    hidden.map((secret) => `// ${todoOf(secret)} (${oneLine(item.name)})\n`),
  );
  const texts = new Map(
    modules.map(({ name, text }) => [name, name === 'jobs.bitesize.ts' ? todos.join('') + text : text]),
  );
  return withSettings(texts, project, systemMessage);
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
function headOf(project: string, { jobs, names }: ImportPart, defaults: PlainObject): PlainObject {
  const external = names.external(jobs.map(({ item }) => item.name));
  return {
    project,
    ...(Object.keys(external).length > 0 ? { external } : {}),
    ...(Object.keys(defaults).length > 0 ? { defaults } : {}),
  };
}

function withSettings(texts: ProjectTexts, project: string, systemMessage: string | undefined): ProjectTexts {
  return systemMessage === undefined ? texts : new Map([...texts, settingsText(project, systemMessage)]);
}

function settingsText(project: string, systemMessage: string): readonly [string, string] {
  return ['jenkins.bitesize', writeYaml({ project, jenkins: { system_message: systemMessage } })];
}

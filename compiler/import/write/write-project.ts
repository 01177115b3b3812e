import type { JsonValue } from '../../../schema/schema-node.ts';
import { oneLine } from '../../print/lines.ts';
import type { Collected } from '../plan/collect-jobs.ts';
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
export function writeProject(project: string, { jobs, names, systemMessage }: Collected): WrittenProject {
  const scripts = new ScriptFiles();
  const written = jobs.map(({ item }) =>
    shortForms(scripts.withFiles({ name: item.name, kind: item.kind, ...item.spec })),
  );
  const shared = sharedDefaults(written);
  const external = names.external(jobs.map(({ item }) => item.name));
  const head: PlainObject = {
    project,
    ...(Object.keys(external).length > 0 ? { external: external as JsonValue } : {}),
    ...(Object.keys(shared.defaults).length > 0 ? { defaults: shared.defaults as JsonValue } : {}),
  };
  const lines = [...mappingLines(head, ''), 'jobs:'];
  const starts: number[] = [];
  shared.jobs.forEach((job, index) => {
    starts.push(lines.length + 1);
    const hidden = jobs[index]?.hidden ?? [];
    for (const { field, credential } of hidden)
      lines.push(
        credential === undefined
          ? `  # TODO: a secret stood in ${oneLine(field)}: bind a credential of Jenkins there.`
          : `  # TODO: make the credential ${credential}, which holds what stood in ${oneLine(field)}.`,
      );
    lines.push(...blockItem(job));
  });
  const settings = systemMessage === undefined ? [] : [settingsText(project, systemMessage)];
  const texts = new Map([['jobs.bitesize', `${lines.join('\n')}\n`], ...settings, ...scripts.texts]);
  return { texts, lines: starts };
}

function settingsText(project: string, systemMessage: string): readonly [string, string] {
  return ['jenkins.bitesize', writeYaml({ project, jenkins: { system_message: systemMessage } })];
}

/** A job takes a line for each field, however short it is. */
function blockItem(job: PlainObject): readonly string[] {
  const [first = '', ...others] = mappingLines(job, '    ');
  return [`  - ${first.trimStart()}`, ...others];
}

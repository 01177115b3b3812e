import type { JsonValue } from '../../../schema/schema-node.ts';
import type { Collected } from '../plan/collect-jobs.ts';
import { ScriptFiles } from '../plan/script-files.ts';
import { sharedDefaults } from '../plan/shared-defaults.ts';
import { shortForms } from '../plan/short-forms.ts';
import type { PlainObject } from '../printers.ts';
import { mappingLines, writeYaml } from './write-yaml.ts';

/** Files of a project, by their names from its folder. */
export type ProjectTexts = ReadonlyMap<string, string>;

/** Returns the specs of a project and the scripts beside them. */
export function writeProject(project: string, { jobs, names, systemMessage }: Collected): ProjectTexts {
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
  shared.jobs.forEach((job, index) => {
    const hidden = jobs[index]?.hidden ?? [];
    for (const { field, credential } of hidden)
      lines.push(
        credential === undefined
          ? `  # TODO: a secret stood in ${field}: bind a credential of Jenkins there.`
          : `  # TODO: make the credential ${credential}, which holds what stood in ${field}.`,
      );
    lines.push(...blockItem(job));
  });
  const settings = systemMessage === undefined ? [] : [settingsText(project, systemMessage)];
  return new Map([['jobs.bitesize', `${lines.join('\n')}\n`], ...settings, ...scripts.texts]);
}

function settingsText(project: string, systemMessage: string): readonly [string, string] {
  return ['jenkins.bitesize', writeYaml({ project, jenkins: { system_message: systemMessage } })];
}

/** A job takes a line for each field, however short it is. */
function blockItem(job: PlainObject): readonly string[] {
  const [first = '', ...others] = mappingLines(job, '    ');
  return [`  - ${first.trimStart()}`, ...others];
}

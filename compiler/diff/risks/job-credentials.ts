import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { buildsWhatAnybodyProposes } from './open-builds.ts';
import { quoted, type SeenChange } from './risk-rule.ts';

/**
 * Jobs of jobs.bitesize that get at a credential that they did not have, and those with credentials that come to build
 * what anybody proposes. Which credentials the other jobs have follows from what they build.
 */
export function jobCredentials({ before, after }: SeenChange): readonly Risk[] {
  if (after?.kind !== 'job' || after.isOwn !== true) return [];
  const had = before === undefined ? new Set<string>() : credentialsOf(before);
  const has = credentialsOf(after);
  const isOpen = buildsWhatAnybodyProposes(after);
  if (isOpen && !(before !== undefined && buildsWhatAnybodyProposes(before)))
    return [...has].map((id) =>
      widened(`builds what pull requests propose, those of forks, too, with the credential ${quoted(id)}`),
    );
  if (before === undefined) return [];
  const whom = isOpen ? ', and so does what pull requests of forks propose' : '';
  return [...has]
    .filter((id) => !had.has(id))
    .map((id) => widened(`its builds get at the credential ${quoted(id)}${whom}`));
}

/** Returns the ids of the credentials that fields of a job name, and those that its scripts do. */
function credentialsOf({ fields }: Entity): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [path, { value }] of fields) {
    const name = /([^.[\]]+)(?:\[[^\]]*\])?$/.exec(path)?.[1] ?? '';
    if (credentialFields().has(name)) found.add(value);
    else if (value.includes('credentialsId'))
      for (const [, id = ''] of value.matchAll(/credentialsId: *['"]([^'"$]+)['"]/g)) found.add(id);
  }
  found.delete('');
  return found;
}

let known: ReadonlySet<string> | undefined;

/** Returns the names of the fields of jobs that name credentials, and nothing else anywhere. */
function credentialFields(): ReadonlySet<string> {
  if (known !== undefined) return known;
  const { schema } = specSchemas.jobs;
  const naming = new Set(['credentials', 'credentialsId']);
  const others = new Set<string>();
  for (const definition of Object.values(schema.definitions ?? {})) {
    for (const [name, field] of Object.entries(definition.properties ?? {})) {
      (namesCredentials(resolveSchema(field, schema)) ? naming : others).add(name);
    }
  }
  known = new Set([...naming].filter((name) => !others.has(name) || name.startsWith('credentials')));
  return known;
}

function namesCredentials(field: SchemaNode): boolean {
  return field['x-refers'] === 'credentials';
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}

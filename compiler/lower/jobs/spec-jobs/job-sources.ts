import { referencesIn } from '../../../check/references.ts';
import { secretsInFile } from '../../../check/rules/plain-secrets.ts';
import { specSchemas } from '../../../check/spec-schemas.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { spanOf } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { type OwnFile, ownFile } from '../../own-file.ts';
import type { JobScope } from '../job-scope.ts';

/** Says whether exactly one of the fields that say where a job's content is was written; reports it otherwise. */
export function oneSource(
  scope: JobScope,
  job: Sourced<string>,
  fields: Readonly<Record<string, unknown>>,
): boolean {
  const written = Object.keys(fields).filter((name) => fields[name] !== undefined);
  if (written.length === 1) return true;
  const isMissing = written.length === 0;
  scope.report(
    diagnose(
      'check/one-of',
      { thing: `job \`${job.value}\``, fields: isMissing ? Object.keys(fields) : written, isMissing },
      spanOf(job.origin),
      { help: isMissing ? 'write one of them' : 'leave one of them' },
    ),
  );
  return false;
}

/** Reports secrets that stand as plain text in files that jobs are made of, each file once. */
export function checkJobFiles(scope: JobScope, allowPlainSecrets: boolean): void {
  const { jobs } = scope.project.ownJobs;
  // The schema is large: a project without jobs of its own does without.
  if (jobs.length === 0) return;
  const { schema } = specSchemas.jobs;
  const named = jobs
    .flatMap((job) => referencesIn(job, schema.definitions?.Job ?? {}, schema))
    .filter(({ refers }) => refers === 'file');
  const files = new Map<string, OwnFile>();
  for (const { name } of named) {
    const file = ownFile(name, scope.files, name.origin);
    if (file !== undefined) files.set(file.path, file);
  }
  for (const { source } of files.values())
    for (const secret of secretsInFile(source, allowPlainSecrets)) scope.report(secret);
}

/** What the source stage refuses in specs: Jenkins could not read a job with such a character. */
const IMPOSSIBLE =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Returns a file beside the specs that a job is made of; undefined where it cannot be used, which is reported. */
export function jobFile(scope: JobScope, file: Sourced<string>): OwnFile | undefined {
  const found = ownFile(file, scope.files, file.origin);
  if (found === undefined) {
    scope.report(
      diagnose('job/missing-file', { file: file.value }, spanOf(file.origin), {
        help: 'give a path relative to the folder of the specs',
      }),
    );
    return undefined;
  }
  const at = IMPOSSIBLE.exec(found.source.text);
  if (at === null) return found;
  const code = at[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  scope.report(
    diagnose(
      'job/file-character',
      { file: file.value, character: `U+${code}` },
      { file: found.source, start: at.index, end: at.index + 1 },
      { help: 'remove it, or write an escape of the language' },
    ),
  );
  return undefined;
}

/**
 * Returns the script of a step: its text, or what its file holds, with line feeds alone as Jenkins keeps it. Undefined
 * where there is neither, which the check stage reports, or where the file cannot be used, which is reported here.
 */
export function scriptOf(
  scope: JobScope,
  text: Sourced<string> | undefined,
  file: Sourced<string> | undefined,
): Sourced<string> | undefined {
  if (text !== undefined || file === undefined) return text;
  const found = jobFile(scope, file);
  return found && file.map(() => withLineFeeds(found.text.text));
}

/** Returns the text of a script file without a byte order mark, its lines ended by line feeds alone. */
export function withLineFeeds(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

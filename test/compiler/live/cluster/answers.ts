import { causeText } from '../../../../compiler/diff/place-text.ts';
import type { ClusterAnswer } from '../../../../compiler/live/cluster/cluster-changes.ts';

/** Returns the changes of the only project as lines: the thing, its fields and their places in the specs, its risks. */
export function changeLines({ projects }: ClusterAnswer): readonly string[] {
  return (projects[0]?.changes ?? []).flatMap(({ action, name, because, fields, risks }) => [
    `${action} ${name} (${causeText(because)})`,
    ...fields.map(
      (field) =>
        `  ${field.path}: ${field.before?.value ?? '-'} -> ${field.after?.value ?? '-'} (${causeText(field.because)})`,
    ),
    ...risks.map(({ kind, text }) => `  ! ${kind}: ${text}`),
  ]);
}

/** Returns the findings of the only project, or those that ended everything, as lines with what to do. */
export function findingLines({ projects, diagnostics }: ClusterAnswer): readonly string[] {
  return [...diagnostics, ...projects.flatMap((project) => project.diagnostics)].flatMap(
    ({ code, message, span, help }) => [
      `${code}: ${message}${span === undefined ? '' : ` (${span.file.name}:${span.file.text.slice(0, span.start).split('\n').length})`}`,
      ...help.map((line) => `  help: ${line}`),
    ],
  );
}

/** Returns the notes of the only project. */
export function notesOf({ projects }: ClusterAnswer): readonly string[] {
  return projects.flatMap(({ notes }) => notes);
}

import { applySuppressions } from '../../check/suppressions.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type ProjectFiles, servedSources } from '../../read/read-project.ts';
import type { Finding } from '../../report/finding.ts';

/**
 * Returns the findings of a project: those about its files, then those of the compiler after the comments of the
 * specs were applied. When not everything was checked, nobody can say that a comment has no effect.
 */
export function projectFindings(
  project: ProjectFiles,
  compiled: readonly Diagnostic[],
  isWhole = true,
): readonly Finding[] {
  const { folder, served } = project;
  const place = served === undefined ? { folder } : { folder, controller: served.controller.name.value };
  const sources = [...new Set([...project.sources, ...(served === undefined ? [] : servedSources(served))])];
  const isOwn = ({ span }: Diagnostic) =>
    span === undefined || span.file === served?.fleetFile || project.sources.includes(span.file);
  const isReadWhole = !compiled.some(({ code }) => code === 'schema/other-file');
  const isMissing = project.sources.length < project.names.length || project.diagnostics.some(isMisnamed);
  const relevant = isMissing || !isReadWhole ? compiled.filter(isAboutOneFile) : compiled;
  const applied = applySuppressions(sources, relevant.filter(isNoEcho(project.diagnostics)));
  // A comment may be about a finding that was left out.
  const isAll = isWhole && !compiled.some(({ code }) => code === 'limit/warnings');
  const counting = applied.diagnostics.filter(
    (found) =>
      !found.code.startsWith('suppression/') ||
      (isOwn(found) &&
        (found.code !== 'suppression/unused' || (isAll && found.span?.file !== served?.fleetFile))),
  );
  return [
    ...[...project.diagnostics, ...counting].map((diagnostic) => ({ diagnostic, ...place })),
    ...applied.suppressed.map(({ diagnostic, reason }) => ({
      diagnostic,
      ...place,
      muted: { by: 'comment' as const, reason },
    })),
  ];
}

function isMisnamed({ code }: Diagnostic): boolean {
  return code === 'file/misnamed-spec';
}

/** Where a spec could not be read, names that do not resolve mean nothing: they may stand in that spec. */
function isAboutOneFile({ code }: Diagnostic): boolean {
  return /^(source|schema|spelling|check|secret|limit)\//.test(code);
}

/** A file that cannot be read is missing, too, which is not worth a second finding at the same place. */
function isNoEcho(found: readonly Diagnostic[]): (diagnostic: Diagnostic) => boolean {
  const places = new Set(found.filter(({ code }) => code.startsWith('file/')).map(placeOf));
  return (diagnostic) =>
    !/^(kubernetes\/missing-gist-file|job\/missing-(?:job-dsl|file)|controller\/missing-file)$/.test(
      diagnostic.code,
    ) || !places.has(placeOf(diagnostic));
}

function placeOf({ span }: Diagnostic): string {
  return span === undefined ? '' : `${span.file.name} ${span.start}`;
}

import type { Finding } from './finding.ts';
import { displayPath } from './place.ts';

/** Returns the findings with those about a file that several projects share once each, in the first of them. */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = sharedFindingKey(finding);
    return key === undefined || seen.size < seen.add(key).size;
  });
}

/** Returns what the same finding of several projects has in common; undefined when it is about a project's own file. */
export function sharedFindingKey({ diagnostic, folder }: Finding): string | undefined {
  const { span, code, message } = diagnostic;
  if (span === undefined || !span.file.name.startsWith('../')) return undefined;
  return [displayPath(folder, span.file.name), span.start, span.end, code, message].join('\n');
}

import type { Finding } from './finding.ts';
import { displayPath } from './place.ts';

/** Returns the findings with those about a file that several projects share once each, in the first of them. */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ diagnostic, folder }) => {
    const { span, code, message } = diagnostic;
    if (span === undefined || !span.file.name.startsWith('../')) return true;
    const key = [displayPath(folder, span.file.name), span.start, span.end, code, message].join('\n');
    return seen.size < seen.add(key).size;
  });
}

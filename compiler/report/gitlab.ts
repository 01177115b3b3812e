import { printJson } from '../print/print-json.ts';
import { type Finding, openFindings, reportPlace } from './finding.ts';
import { fingerprints } from './fingerprint.ts';

/** Returns the findings as a GitLab code quality report: a list of issues, each with a stable fingerprint. */
export function renderGitlab(findings: readonly Finding[]): string {
  const open = openFindings(findings);
  const prints = fingerprints(open);
  return printJson(open.map((finding, index) => issue(finding, prints[index])));
}

function issue({ diagnostic, folder }: Finding, fingerprint: string | undefined): object {
  const { code, severity, message, span, help } = diagnostic;
  const place = span === undefined ? undefined : reportPlace(span, folder);
  return {
    description: [message, ...help].join('; '),
    check_name: code,
    fingerprint,
    severity: severity === 'error' ? 'major' : 'minor',
    // An issue must name a file: one about a folder names the folder.
    location: {
      path: place?.path ?? (folder === '' ? '.' : folder),
      lines: { begin: place?.line ?? 1, end: place?.endLine ?? 1 },
    },
  };
}

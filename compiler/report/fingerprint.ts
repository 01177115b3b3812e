import { sha256 } from '../util/sha256.ts';
import { breadcrumb } from './breadcrumb.ts';
import { displayPath, type Finding } from './finding.ts';

/** What makes a finding the same one in another run, whatever lines were added above it. */
export interface FindingIdentity {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** The named things that it stands in, such as `environment "Development" > service "web"`. */
  readonly in: string;
}

/** Returns what a finding is known by across runs. It holds no text of the spec besides names. */
export function findingIdentity({ diagnostic, folder }: Finding): FindingIdentity {
  const { code, message, span } = diagnostic;
  return {
    path: span === undefined ? folder : displayPath(folder, span.file.name),
    code,
    message,
    in: span === undefined ? '' : breadcrumb(span).join(' > '),
  };
}

/** Returns a fingerprint for each finding, in hex; findings with one identity are told apart by their order. */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { path, code, message, in: steps } = findingIdentity(finding);
    const key = [path, code, message, steps].join('\n');
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return sha256(`${key}\n${count}`).slice(0, 32);
  });
}

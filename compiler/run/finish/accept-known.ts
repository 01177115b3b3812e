import type { Host } from '../../host/host.ts';
import type { Finding } from '../../report/finding.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ReportOptions } from '../run-options.ts';

/** The findings of a run after the baseline, with an exit code when its file could not be read or written. */
export interface AcceptedFindings {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly code: ExitCode;
}

/** Applies `--baseline` and `--update-baseline`. `canAccept` says which findings a baseline may hold at all. */
export async function acceptKnown(
  host: Host,
  options: ReportOptions,
  findings: readonly Finding[],
  canAccept: (finding: Finding) => boolean = () => true,
): Promise<AcceptedFindings> {
  const { baseline: path } = options;
  if (path === undefined) return { findings, notes: [], code: exitCodes.fine };
  const { applyBaseline, readBaseline, writeBaseline } = await import('./baseline.ts');
  if (options.updateBaseline === true) {
    const written = writeBaseline(host, path, findings.filter(canAccept));
    if (!written.ok) {
      host.stderr.write(`error: cannot write the baseline ${path}: ${written.failure.reason}\n`);
      return { findings, notes: [], code: exitCodes.failure };
    }
  }
  const read = readBaseline(host.files, path);
  if (read.ok) {
    const notes = options.updateBaseline === true ? [`wrote the baseline ${path}`] : [];
    return { findings: applyBaseline(findings, read.baseline, canAccept), notes, code: exitCodes.fine };
  }
  return {
    findings: [{ diagnostic: read.diagnostic, folder: '' }, ...findings],
    notes: [],
    code: exitCodes.usage,
  };
}

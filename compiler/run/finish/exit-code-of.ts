import { type Finding, openFindings } from '../../report/finding.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ReportOptions } from '../run-options.ts';

/** Returns 1 when a finding that counts is an error, or a warning with `--warnings-as-errors`; else 0. */
export function exitCodeOf(
  findings: readonly Finding[],
  options: Pick<ReportOptions, 'warningsAsErrors'>,
): ExitCode {
  const counts = openFindings(findings).some(
    ({ diagnostic }) => diagnostic.severity === 'error' || options.warningsAsErrors === true,
  );
  return counts ? exitCodes.errors : exitCodes.fine;
}

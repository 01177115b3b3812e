import type { Host } from '../../host/host.ts';
import { analyse } from '../../pipeline.ts';
import type { Finding } from '../../report/finding.ts';
import { projectFindings } from '../check-project.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import { readProjects } from '../read/read-projects.ts';
import { compileOptions, type RunOptions } from '../run-options.ts';
import { version } from '../version.ts';
import { writeReports } from '../write-reports.ts';

/** Runs `bitesize check`: reads and checks projects, writes nothing but reports. */
export async function runCheck(
  host: Host,
  folders: readonly string[],
  options: RunOptions,
): Promise<ExitCode> {
  const started = host.now();
  const read = await readProjects(host, folders, options.stdinName);
  if (!read.ok) {
    host.stderr.write(`error: ${read.problem}\n`);
    return exitCodes.usage;
  }
  const findings: Finding[] = [];
  const projects: { folder: string; files: readonly string[] }[] = [];
  for (const project of read.projects) {
    const { diagnostics } = analyse(project.sources, compileOptions(options));
    findings.push(...projectFindings(project, diagnostics));
    projects.push({ folder: project.folder, files: project.names });
  }
  const written = await writeReports(host, options, {
    findings,
    projects,
    milliseconds: host.now() - started,
    version,
    notes: [],
  });
  return written === exitCodes.fine ? exitCodeOf(findings, options) : written;
}

import type { Command } from 'commander';
import { traceOption } from './trace-http.ts';

/** What of the command line says which Jenkins is meant. */
export interface ServerOptions {
  readonly jenkins: string;
  readonly caFile?: string;
  /** `true` for standard error. */
  readonly traceHttp?: string | true;
}

/** Adds the options of commands that ask a running Jenkins. */
export function addServerOptions(command: Command): Command {
  return command
    .requiredOption(
      '--jenkins <url>',
      'address of Jenkins; the login comes from JENKINS_USER and JENKINS_TOKEN, or from a netrc file',
    )
    .option('--ca-file <file>', 'certificates (PEM) that are trusted in place of those of Node')
    .addOption(traceOption());
}

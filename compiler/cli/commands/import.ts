import type { ImportOptions } from '../actions/import.ts';
import { addReportOptions } from '../add-run-options.ts';
import type { CliCommand } from '../cli-command.ts';
import { outputFolder } from '../output-option.ts';
import { traceOption } from '../trace-http.ts';

/** `bitesize import`. */
export const importCommand: CliCommand = {
  name: 'import',
  define: (command, { host, finish }) =>
    addReportOptions(
      command
        .description(
          'write the specs of jobs that are there: of a running Jenkins, of a home of one, or of a folder of config.xml files',
        )
        .argument(
          '[source]',
          'a home of Jenkins or a copy of one, its `jobs`, or what `jenkins-jobs test -o` wrote',
        )
        .requiredOption(
          '--out <folder>',
          'folder that the specs, their scripts and `IMPORT.md` are written to',
          outputFolder,
        )
        .option(
          '--jenkins <url>',
          'read a running Jenkins instead; the login comes from JENKINS_USER and JENKINS_TOKEN, or from a netrc file',
        )
        .option('--ca-file <file>', 'certificates (PEM) that are trusted in place of those of Node')
        .addOption(traceOption())
        .option('--typescript', 'write the jobs in TypeScript: those of one shape as a function and a table')
        .option('--project <name>', 'name of the project (default: the name of the folder)')
        .option('--overwrite', 'replace files that are there already'),
    ).action(async (source: string | undefined, options: ImportOptions) => {
      const { runImport } = await import('../actions/import.ts');
      finish(await runImport(host, source, options));
    }),
};

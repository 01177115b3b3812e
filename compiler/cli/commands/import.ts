import type { ImportOptions } from '../actions/import.ts';
import { addReportOptions } from '../add-run-options.ts';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize import`. */
export const importCommand: CliCommand = {
  name: 'import',
  define: (command, { host, finish }) =>
    addReportOptions(
      command
        .description(
          'write the specs of jobs that are there: of a home of Jenkins, or of a folder of config.xml files',
        )
        .argument(
          '<source>',
          'a home of Jenkins or a copy of one, its `jobs`, or what `jenkins-jobs test -o` wrote',
        )
        .requiredOption(
          '--out <folder>',
          'folder that the specs, their scripts and `IMPORT.md` are written to',
        )
        .option('--typescript', 'write the jobs in TypeScript: those of one shape as a function and a table')
        .option('--project <name>', 'name of the project (default: the name of the folder)')
        .option('--overwrite', 'replace files that are there already'),
    ).action(async (source: string, options: ImportOptions) => {
      const { runImport } = await import('../actions/import.ts');
      finish(await runImport(host, source, options));
    }),
};

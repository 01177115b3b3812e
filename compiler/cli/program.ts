import { Command, Option } from 'commander';
import type { Host } from '../host/host.ts';
import { withEnv } from '../host/with-env.ts';
import type { CompileRunOptions } from '../run/compile-run-options.ts';
import type { ExitCode } from '../run/exit-code.ts';
import type { ReportOptions } from '../run/run-options.ts';
import { version } from '../version.ts';
import type { CheckOptions } from './actions/check.ts';
import { addDocsCommands } from './add-docs-commands.ts';
import { addLookCommands } from './add-look-commands.ts';
import { addReportOptions, addRunOptions } from './add-run-options.ts';
import { addStartCommands } from './add-start-commands.ts';

/** Five lines to copy: all that the bare command prints. */
export const examples = `Examples:
  bitesize check                            check the project in this folder
  bitesize compile --out out                write its whole Jenkins to out/
  bitesize check 'projects/*' --report junit=report.xml
  bitesize compile --check --out out        fail when out/ is not up to date
  bitesize explain schema/unknown-field     what a finding means
`;

/** Returns the command line. Each command loads its code when it runs, and gives its exit code to \`finish\`. */
export function createProgram(given: Host, finish: (code: ExitCode) => void): Command {
  const program = new Command('bitesize');
  const host = withEnv(given, () => {
    const { root } = program.opts<{ readonly root?: string }>();
    return root === undefined ? {} : { BITESIZE_ROOT: root };
  });
  program
    .description('Compiles bitesize specs into a whole Jenkins of their own.')
    .version(version)
    .option('--root <folder>', 'the folder below which specs in TypeScript may import')
    .showHelpAfterError('(bitesize --help shows what there is)')
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
    })
    .exitOverride()
    .addHelpText('after', `\n${examples}`);

  addRunOptions(program.command('check'))
    .description('check specs; only `--fix` changes them')
    .argument('[folder...]', 'project folders, specs or globs; `-` is standard input')
    .option('--fix', 'apply the fixes that keep the meaning, and show the others as diffs')
    .action(async (folders: string[], options: CheckOptions) => {
      const { runCheck } = await import('./actions/check.ts');
      finish(await runCheck(host, folders, options));
    });

  addRunOptions(program.command('compile'))
    .description('compile specs into a whole Jenkins')
    .argument('[folder...]', 'project folders, specs or globs; `-` is standard input')
    .requiredOption('-o, --out <folder>', 'output folder; with several projects each gets a folder in it')
    .addOption(
      new Option(
        '--emit <names>',
        'only these targets, separated by commas, checking only what they are made of; `ir` is the model',
      ).argParser(names),
    )
    .option('--check', 'write nothing; exit with 4 when the output folder is not up to date')
    .action(async (folders: string[], options: CompileRunOptions) => {
      const { runCompile } = await import('./actions/compile.ts');
      finish(await runCompile(host, folders, options));
    });
  addReportOptions(program.command('merge'))
    .description('report what the shards of a run found as one run')
    .argument('<folder>', 'where the shards left their results')
    .action(async (folder: string, options: ReportOptions) => {
      const { runMerge } = await import('./actions/merge.ts');
      finish(await runMerge(host, folder, options));
    });
  program
    .command('explain')
    .description('show what a finding means; without a code, list all')
    .argument('[code]', 'such as `schema/unknown-field`')
    .action(async (code: string | undefined) => {
      const { runExplain } = await import('./actions/explain.ts');
      finish(runExplain(host, code));
    });
  addLookCommands(program, host, finish);
  addDocsCommands(program, host, finish);
  addStartCommands(program, host, finish);
  return program;
}

function names(value: string): readonly string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

import { Command } from 'commander';
import { type Host, withEnv } from '../host/host.ts';
import type { ExitCode } from '../run/exit-code.ts';
import { version } from '../version.ts';
import { allCommands } from './all-commands.ts';

/** Five lines to copy: all that the bare command prints. */
export const examples = `Examples:
  bitesize check                            check the project in this folder
  bitesize compile --out out                write its whole Jenkins to out/
  bitesize check 'projects/*' --report junit=report.xml
  bitesize compile --check --out out        fail when out/ is not up to date
  bitesize explain schema/unknown-field     what a finding means
`;

/**
 * Returns the command line. Each command loads its code when it runs, and gives its exit code to \`finish\`. Where `only` is the
 * name of a command that can do without, the others are left out, with all that is said about their options.
 */
export function createProgram(given: Host, finish: (code: ExitCode) => void, only?: string): Command {
  const program = new Command('bitesize');
  const host = withEnv(given, () => {
    const { root } = program.opts<{ readonly root?: string }>();
    return root === undefined ? {} : { BITESIZE_ROOT: root };
  });
  program
    .description('Compiles bitesize specs into a whole Jenkins of their own.')
    .version(version)
    .option(
      '--root <folder>',
      'the folder that holds all that projects are made of: imports and targets of links',
    )
    .showHelpAfterError(helpHint())
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
    })
    .exitOverride()
    .addHelpText('after', `\n${examples}`);

  const asked = allCommands.filter(({ name, tellsOfOthers }) => name === only && tellsOfOthers !== true);
  for (const { name, define } of asked.length > 0 ? asked : allCommands)
    define(program.command(name).showHelpAfterError(helpHint(name)), { host, program, finish });
  return program;
}

/** Returns what stands behind a mistake on the command line: where the options of the command are listed. */
function helpHint(...name: readonly string[]): string {
  return `(${['bitesize', ...name].join(' ')} --help shows what there is)`;
}

import { Argument, type Command, InvalidArgumentError } from 'commander';
import type { Host } from '../host/host.ts';
import type { ExitCode } from '../run/exit-code.ts';
import type { ConvertOptions } from './actions/convert.ts';
import type { InitOptions } from './actions/init.ts';

/** Adds the commands that a user needs once: `init`, `convert` and `completion`. */
export function addStartCommands(program: Command, host: Host, finish: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write the specs of a new project, or adopt those of another one')
    .argument('[folder]', 'where to', '')
    .option('--name <name>', 'name of the project (default: the name of the folder)')
    .option('--git <url>', "repository of the source (default: the folder's own remote)")
    .option('--branch <name>', 'branch that is built', 'main')
    .option('--runtime <image>', 'base image of the container', 'debian:13-slim')
    .option('--host <name>', 'host name that the service answers at (default: <name>.example.com)')
    .option('--port <number>', 'port of the container', port, 8080)
    .option('--from <folder or url>', 'copy the specs of a folder or of a git repository')
    .action(async (folder: string, options: InitOptions) => {
      const { runInit } = await import('./actions/init.ts');
      finish(await runInit(host, folder, options));
    });

  program
    .command('convert')
    .description('print a YAML spec in TypeScript, or the value of a spec in TypeScript as YAML')
    .argument('<spec>', 'such as `build.bitesize`')
    .option('--write', 'write it beside the spec')
    .action(async (spec: string, options: ConvertOptions) => {
      const { runConvert } = await import('./actions/convert.ts');
      finish(await runConvert(host, spec, options));
    });

  program
    .command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { runCompletion } = await import('./actions/completion.ts');
      finish(runCompletion(host, program, shell));
    });
}

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new InvalidArgumentError('It must be a number from 1 to 65535.');
  }
  return number;
}

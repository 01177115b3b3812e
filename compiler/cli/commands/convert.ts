import type { ConvertOptions } from '../actions/convert.ts';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize convert`. */
export const convertCommand: CliCommand = {
  name: 'convert',
  define: (command, { host, finish }) =>
    command
      .description('print a YAML spec in TypeScript, or the value of a spec in TypeScript as YAML')
      .argument('<spec>', 'such as `build.bitesize`')
      .option('--write', 'write it beside the spec')
      .action(async (spec: string, options: ConvertOptions) => {
        const { runConvert } = await import('../actions/convert.ts');
        finish(await runConvert(host, spec, options));
      }),
};

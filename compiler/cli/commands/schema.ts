import { Argument, Option } from 'commander';
import type { SpecKind } from '../../source/spec-kind.ts';
import type { SchemaOptions } from '../actions/schema.ts';
import type { CliCommand } from '../cli-command.ts';

/** `bitesize schema`. */
export const schemaCommand: CliCommand = {
  name: 'schema',
  define: (command, { host, finish }) =>
    command
      .description('print the JSON Schema of a kind of spec, or let editors use all of them')
      .addArgument(
        new Argument('[kind]', 'the kind').choices([
          'build',
          'application',
          'environments',
          'jenkins',
          'jobs',
          'controllers',
        ]),
      )
      .addOption(
        new Option('--install [how]', 'write the schemas, and settings or a comment that names them').choices(
          ['vscode', 'modeline'],
        ),
      )
      .action(async (kind: SpecKind | undefined, options: SchemaOptions) => {
        const { runSchema } = await import('../actions/schema.ts');
        finish(runSchema(host, kind, options));
      }),
};

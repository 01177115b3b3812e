import { Argument, type Command, Option } from 'commander';
import type { Host } from '../host/host.ts';
import type { ExitCode } from '../run/exit-code.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import type { DocsOptions } from './actions/docs.ts';
import type { SchemaOptions } from './actions/schema.ts';

/** Adds the commands that describe the specs: `docs` and `schema`. */
export function addDocsCommands(program: Command, host: Host, finish: (code: ExitCode) => void): void {
  program
    .command('docs')
    .description('write the reference, the guides and the diagnostics as pages that need no network')
    .requiredOption('-o, --out <folder>', 'output folder')
    .action(async (options: DocsOptions) => {
      const { runDocs } = await import('./actions/docs.ts');
      finish(await runDocs(host, options));
    });

  program
    .command('schema')
    .description('print the JSON Schema of a kind of spec, or let editors use all of them')
    .addArgument(
      new Argument('[kind]', 'the kind').choices(['build', 'application', 'environments', 'jenkins']),
    )
    .addOption(
      new Option('--install [how]', 'write the schemas, and settings or a comment that names them').choices([
        'vscode',
        'modeline',
      ]),
    )
    .action(async (kind: SpecKind | undefined, options: SchemaOptions) => {
      const { runSchema } = await import('./actions/schema.ts');
      finish(runSchema(host, kind, options));
    });
}

import type { Command } from 'commander';
import type { Host } from '../../host/host.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { commandDocs } from '../command-docs.ts';

/** The options of `bitesize docs`. */
export interface DocsOptions {
  readonly out: string;
}

/** Runs `bitesize docs`: the pages of the guides, the reference, the diagnostics and the commands. */
export async function runDocs(host: Host, program: Command, { out }: DocsOptions): Promise<ExitCode> {
  const { docsFiles } = await import('../../docs/docs-files.ts');
  const files = docsFiles(commandDocs(program));
  for (const [name, text] of files) {
    const path = `${out}/${name}`;
    const written = replaceFile(host, path, text, { within: out });
    if (!written.ok) {
      host.stderr.write(`error: cannot write \`${path}\`: ${written.failure.reason}\n`);
      return exitCodes.failure;
    }
  }
  host.stdout.write(`${out}: ${files.size} files; open ${out}/index.html\n`);
  return exitCodes.fine;
}

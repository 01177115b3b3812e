import type { Command } from 'commander';
import type { Host } from '../../host/host.ts';
import { replaceFile } from '../../host/replace-file.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { commandDocs } from '../command-docs.ts';

/** The options of `bitesize docs`. */
export interface DocsOptions {
  readonly out: string;
}

/** Runs `bitesize docs`: the pages of the guides, the reference, the diagnostics and the commands, and the playground. */
export async function runDocs(host: Host, program: Command, { out }: DocsOptions): Promise<ExitCode> {
  const { docsFiles } = await import('../../docs/docs-files.ts');
  const { playgroundPage } = await import('../../playground/playground-page.ts');
  const playground = playgroundPage();
  const files = new Map(docsFiles(commandDocs(program)));
  if (playground !== undefined) files.set('playground.html', playground);
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

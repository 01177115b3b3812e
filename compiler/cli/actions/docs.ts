import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';

/** The options of `bitesize docs`. */
export interface DocsOptions {
  readonly out: string;
}

/** Runs `bitesize docs`: the pages of the reference, the guides and the diagnostics. */
export async function runDocs(host: Host, { out }: DocsOptions): Promise<ExitCode> {
  const { docsFiles } = await import('../../docs/docs-files.ts');
  const files = docsFiles();
  for (const [name, text] of files) {
    const path = `${out}/${name}`;
    const made = host.files.makeFolder(path.slice(0, path.lastIndexOf('/')));
    const written = made.ok ? host.files.write(path, text) : made;
    if (!written.ok) {
      host.stderr.write(`error: cannot write \`${path}\`: ${written.failure.reason}\n`);
      return exitCodes.failure;
    }
  }
  host.stdout.write(`${out}: ${files.size} files; open ${out}/index.html\n`);
  return exitCodes.fine;
}

import { main } from '../../../compiler/cli/main.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';

/** What a command said and ended with. */
export interface RanIn {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line in this process with a folder of the disk as its working folder, and without a cache. */
export async function runIn(folder: string, argv: readonly string[]): Promise<RanIn> {
  const host = createNodeHost(new URL('../../../', import.meta.url));
  const pieces = { output: '', errors: '' };
  const stream = (key: 'output' | 'errors') => ({
    isTerminal: false,
    columns: 100,
    write: (text: string) => {
      pieces[key] += text;
    },
  });
  const before = process.cwd();
  try {
    process.chdir(folder);
    const env = { ...process.env, BITESIZE_CACHE: '' };
    const here = { ...host, cwd: folder, env, stdout: stream('output'), stderr: stream('errors') };
    return { code: await main(argv, here), ...pieces };
  } finally {
    process.chdir(before);
  }
}

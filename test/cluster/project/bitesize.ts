import { pathToFileURL } from 'node:url';
import { main } from '../../../compiler/cli/main.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';

/** What a command printed, and how it ended. */
export interface CommandRun {
  readonly code: number;
  readonly text: string;
}

/** Runs a `bitesize` command in this process. */
export async function bitesize(...argv: string[]): Promise<CommandRun> {
  const cwd = process.cwd();
  const host = createNodeHost(pathToFileURL(`${cwd}/`));
  const pieces: string[] = [];
  const keep = { isTerminal: false, columns: 200, write: (piece: string) => void pieces.push(piece) };
  const code = await main(argv, { ...host, cwd, stdout: keep, stderr: keep });
  return { code, text: pieces.join('') };
}
